#include "meaning/sentence_encoder.h"

#include <algorithm>

#include "base/begin_of.h"
#include "base/parallel.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t texts_of_a_task = 64;
constexpr std::size_t pieces_of_a_pass = 384;  // enough to make the most of each fetched weight, few enough to stay near the processor

bool says_something(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_letter(c) || is_digit(c)) return true;
    }
    return false;
}

}  // namespace

Result<std::unique_ptr<SentenceEncoder>> SentenceEncoder::make(std::string_view weights, std::string_view model, std::string_view kind) {
    const auto read = read_weights(weights);
    if (!read) return read.error();
    auto reader = PieceReader::read(model, read->pieces);
    if (!reader) return reader.error();
    const std::vector<ProductKind> kinds = product_kinds();
    const auto wanted = std::ranges::find(kinds, kind, &ProductKind::name);
    const ProductFunction product = (wanted == kinds.end() ? kinds.begin() : wanted)->function;
    return std::unique_ptr<SentenceEncoder>(new SentenceEncoder(*read, product, *std::move(reader)));
}

// Passes of whole texts, in the order given; those without meaning stay zero.
void SentenceEncoder::encode_some(std::span<const std::string> texts, std::span<float> out) const {
    std::vector<std::vector<std::uint32_t>> pieces;
    std::vector<std::size_t> of_text;
    std::size_t waiting = 0;
    const auto pass = [&] {
        const std::vector<float> numbers = encoder_.encode(pieces);
        for (std::size_t i = 0; i < pieces.size(); ++i)
            std::copy_n(numbers.begin() + static_cast<std::ptrdiff_t>(i * meaning_size), meaning_size,
                        out.begin() + static_cast<std::ptrdiff_t>(of_text[i] * meaning_size));
        pieces.clear();
        of_text.clear();
        waiting = 0;
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string_view text = begin_of(texts[i], longest_meant_text);
        if (!says_something(text)) continue;
        std::vector<std::uint32_t> found = reader_->pieces_of(text);
        if (found.empty()) continue;
        if (waiting + found.size() > pieces_of_a_pass) pass();
        waiting += found.size();
        pieces.push_back(std::move(found));
        of_text.push_back(i);
    }
    pass();
}

std::vector<float> SentenceEncoder::numbers_of(std::span<const std::string> texts, unsigned threads) const {
    std::vector<float> numbers(texts.size() * meaning_size, 0.0F);
    for_each_index((texts.size() + texts_of_a_task - 1) / texts_of_a_task, threads, [&](std::size_t task) {
        const std::size_t begin = task * texts_of_a_task;
        const std::size_t count = std::min(texts_of_a_task, texts.size() - begin);
        encode_some(texts.subspan(begin, count), std::span(numbers).subspan(begin * meaning_size, count * meaning_size));
    });
    return numbers;
}

std::vector<MeaningVector> SentenceEncoder::of(std::span<const std::string> texts, unsigned threads) const {
    const std::vector<float> numbers = numbers_of(texts, threads);
    std::vector<MeaningVector> vectors(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        vectors[i] = pack_meaning(std::span<const float, meaning_size>(numbers.data() + i * meaning_size, meaning_size));
    return vectors;
}

bool has_meaning() { return true; }

Result<std::unique_ptr<Meaning>> load_meaning() {
    auto encoder = SentenceEncoder::make(embedded_encoder_weights(), embedded_piece_model());
    if (!encoder) return encoder.error();
    return std::unique_ptr<Meaning>(*std::move(encoder));
}

}  // namespace depesche
