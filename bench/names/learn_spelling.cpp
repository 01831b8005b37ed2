// Learns to guess from a word's letters which lists it would stand on, for words that no list has: a softmax over hashed groups of letters,
// by stochastic gradient with AdaGrad steps. One word in twenty is held out to tell how often the guess is right.
//
// usage: learn_spelling SHARES.tsv WORDS      SHARES.tsv: a word and its seven shares of kinds a line, as make_words.py writes them;
//                                             WORDS: the table data/names/<code>.words, to which the weights are added
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "marks/name_letters.h"
#include "marks/name_lexicon.h"

using namespace depesche;

namespace {

constexpr std::size_t rows = 1U << 16U;
constexpr int epochs = 2;
constexpr float rate = 0.1F;
constexpr float penalty = 1e-6F;
constexpr std::size_t header_size = 24;

using Kinds = std::array<float, guess_kinds>;

struct Spelled {
    std::string word;
    Kinds shares{};
};

std::vector<Spelled> read_shares(const char* path) {
    std::ifstream in(path);
    std::vector<Spelled> all;
    std::string line;
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        Spelled& s = all.emplace_back();
        std::getline(cells, s.word, '\t');
        for (float& share : s.shares) cells >> share;
    }
    return all;
}

class Learner {
public:
    // Probabilities of the kinds; the word's rows are kept for step().
    Kinds guess(const std::string& word) {
        groups_.clear();
        for_each_letter_group(word, [&](std::uint64_t hash) { groups_.push_back(hash & (rows - 1)); });
        Kinds sums{};
        for (const std::size_t g : groups_)
            for (std::size_t k = 0; k < guess_kinds; ++k) sums[k] += weights_[g][k];
        const float most = *std::ranges::max_element(sums);
        float total = 0;
        for (float& s : sums) total += s = std::exp(s - most);
        for (float& s : sums) s /= total;
        return sums;
    }

    void step(const Spelled& wanted) {
        Kinds gradient = guess(wanted.word);
        for (std::size_t k = 0; k < guess_kinds; ++k) gradient[k] -= wanted.shares[k];
        for (const std::size_t g : groups_)
            for (std::size_t k = 0; k < guess_kinds; ++k) {
                const float x = gradient[k] + penalty * weights_[g][k];
                squares_[g][k] += x * x;
                weights_[g][k] -= rate * x / std::sqrt(squares_[g][k] + 1e-6F);
            }
    }

    // Weights in 8 bits, then their scale.
    [[nodiscard]] std::string bytes() const {
        float most = 0;
        for (const Kinds& row : weights_)
            for (const float w : row) most = std::max(most, std::fabs(w));
        const float scale = std::min(most, 2.0F) / 127;
        std::string out;
        for (const Kinds& row : weights_)
            for (const float w : row) out.push_back(static_cast<char>(std::lround(std::clamp(w / scale, -127.0F, 127.0F))));
        return out.append(reinterpret_cast<const char*>(&scale), sizeof scale);
    }

private:
    std::vector<Kinds> weights_ = std::vector<Kinds>(rows, Kinds{});
    std::vector<Kinds> squares_ = std::vector<Kinds>(rows, Kinds{});
    std::vector<std::size_t> groups_;
};

double right(Learner& learner, std::span<const Spelled> held) {
    double sum = 0;
    for (const Spelled& s : held) {
        const Kinds kinds = learner.guess(s.word);
        sum += static_cast<double>(s.shares[static_cast<std::size_t>(std::ranges::max_element(kinds) - kinds.begin())]);
    }
    return sum / static_cast<double>(held.size());
}

// The table with its count of rows set, what stood behind the words before cut off.
std::string with_letters(const std::string& table, const std::string& letters) {
    std::array<std::uint32_t, 5> counts{};
    std::memcpy(counts.data(), table.data() + 4, sizeof counts);
    std::string out = table.substr(0, header_size + 2 * (std::size_t{counts[1]} + counts[2] + counts[3] + std::size_t{3} * counts[0]));
    const auto count = static_cast<std::uint32_t>(rows);
    std::memcpy(out.data() + 20, &count, sizeof count);
    return out + letters;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: learn_spelling SHARES.tsv WORDS\n");
        return 2;
    }
    std::vector<Spelled> all = read_shares(arguments[1]);
    std::ifstream in(arguments[2], std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(in), {}};
    if (all.size() < 100 || table.size() < header_size || !table.starts_with("DNW3")) {
        std::fprintf(stderr, "learn_spelling: no shares or no table of words\n");
        return 1;
    }
    std::mt19937 random(1);
    std::shuffle(all.begin(), all.end(), random);
    const auto held = static_cast<std::ptrdiff_t>(all.size() / 20);
    Learner learner;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        std::shuffle(all.begin() + held, all.end(), random);
        for (auto it = all.begin() + held; it != all.end(); ++it) learner.step(*it);
        std::fprintf(stderr, "epoch %d: right for %.3f of %td words held out\n", epoch,
                     right(learner, std::span(all).first(static_cast<std::size_t>(held))), held);
    }
    std::ofstream(arguments[2], std::ios::binary) << with_letters(table, learner.bytes());
    return 0;
}
