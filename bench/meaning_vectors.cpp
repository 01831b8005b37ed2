// The sentence encoder alone.
//
//   meaning_vectors print TEXTS [KIND]   a line of numbers for each line of TEXTS; KIND: avx512, avx2, plain (the fastest when none is
//   given) meaning_vectors time TEXTS           texts a second and core with each kind the machine can run, after checking that the kinds
//   agree
#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>
#include <thread>

#include "meaning/sentence_encoder.h"

namespace {

using namespace depesche;

std::vector<std::string> read_lines(const char* path) {
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::unique_ptr<SentenceEncoder> encoder_of(std::string_view kind) {
    auto encoder = SentenceEncoder::make(embedded_encoder_weights(), embedded_piece_model(), kind);
    if (encoder) return *std::move(encoder);
    std::cerr << encoder.error().reason << ": " << encoder.error().piece << '\n';
    std::exit(1);
}

void print(const std::vector<std::string>& texts, std::string_view kind) {
    const std::vector<float> numbers = encoder_of(kind)->numbers_of(texts, 1);
    std::cout.precision(9);
    for (std::size_t i = 0; i < numbers.size(); ++i) std::cout << numbers[i] << ((i + 1) % meaning_size == 0 ? '\n' : ' ');
}

double seconds_of_processor() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The best of a few rounds: other work on the machine only ever adds time.
double texts_a_second(const SentenceEncoder& encoder, const std::vector<std::string>& texts) {
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        const double begin = seconds_of_processor();
        if (encoder.of(texts, 1).size() != texts.size()) return 0;
        best = std::max(best, static_cast<double>(texts.size()) / (seconds_of_processor() - begin));
    }
    return best;
}

float greatest_gap(const std::vector<float>& a, const std::vector<float>& b) {
    float gap = 0;
    for (std::size_t i = 0; i < a.size(); ++i) gap = std::max(gap, std::abs(a[i] - b[i]));
    return gap;
}

int time_kinds(const std::vector<std::string>& texts) {
    std::cout << "compiler " << __VERSION__ << ", build " << DEPESCHE_BUILD_TYPE << ", " << std::thread::hardware_concurrency()
              << " cores\n";
    const std::span<const std::string> few(texts.data(), std::min<std::size_t>(texts.size(), 200));
    const std::vector<float> expected = encoder_of("plain")->numbers_of(few, 1);
    for (const ProductKind& kind : product_kinds()) {
        const auto encoder = encoder_of(kind.name);
        const float gap = greatest_gap(encoder->numbers_of(few, 1), expected);
        if (gap > 1e-4F) {
            std::cout << kind.name << " differs from plain by " << gap << '\n';
            return 1;
        }
        std::cout << kind.name << ": " << texts_a_second(*encoder, texts) << " texts a second and core; greatest gap to plain " << gap
                  << '\n';
    }
    const double begin = seconds_of_processor();
    const auto encoder = encoder_of("");
    std::cout << "reading the vocabulary: " << (seconds_of_processor() - begin) * 1000 << " ms\n";
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string mode = count > 1 ? arguments[1] : "";
    if ((mode == "print" && (count == 3 || count == 4)) || (mode == "time" && count == 3)) {
        const std::vector<std::string> texts = read_lines(arguments[2]);
        if (mode == "time") return time_kinds(texts);
        print(texts, count == 4 ? arguments[3] : "");
        return 0;
    }
    std::cerr << "usage: meaning_vectors print TEXTS [KIND] | time TEXTS\n";
    return 2;
}
