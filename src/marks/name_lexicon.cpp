#include "marks/name_lexicon.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "marks/name_letters.h"

namespace depesche {
namespace {

constexpr std::size_t header_size = 24;
constexpr std::uint64_t longest_probe = 64;

}  // namespace

NameLexicon::NameLexicon(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("DNW3")) return;
    std::array<std::uint32_t, 5> counts{};
    std::memcpy(counts.data(), bytes.data() + 4, sizeof counts);
    const std::uint64_t before_columns = std::uint64_t{counts[1]} + counts[2] + counts[3];
    const std::uint64_t cells = 2 * (before_columns + std::uint64_t{3} * counts[0]);
    const std::uint64_t letters = guess_kinds * std::uint64_t{counts[4]};
    if (counts[0] == 0 || bytes.size() != header_size + cells + letters + (letters == 0 ? 0 : sizeof letter_scale_)) return;
    if (counts[1] >= 1024 || counts[2] >= 1024 || counts[3] >= 4096 || (counts[4] & (counts[4] - 1)) != 0) return;
    cells_ = bytes.substr(header_size, cells);
    slots_ = counts[0];
    english_ = counts[1];
    sets_ = english_ + counts[2];
    columns_ = sets_ + counts[3];
    letter_rows_ = counts[4];
    letters_ = bytes.substr(header_size + cells, letters);
    if (letters != 0) std::memcpy(&letter_scale_, bytes.data() + header_size + cells + letters, sizeof letter_scale_);
}

std::uint16_t NameLexicon::at(std::uint64_t index) const {
    std::uint16_t value = 0;
    if (2 * index + 2 <= cells_.size()) std::memcpy(&value, cells_.data() + 2 * index, sizeof value);
    return value;
}

NameWordFacts NameLexicon::find(std::uint64_t word_hash) const {
    if (slots_ == 0) return {};
    const unsigned fingerprint = (word_hash >> 52U) == 0 ? 1U : static_cast<unsigned>(word_hash >> 52U);
    std::uint64_t slot = ((word_hash & 0xFFFFFFFFU) * slots_) >> 32U;
    for (std::uint64_t probe = 0; probe < longest_probe; ++probe) {
        const unsigned first = at(columns_ + slot);
        if ((first & 0xFFFU) == 0) return {};
        if ((first & 0xFFFU) == fingerprint) {
            const unsigned second = at(columns_ + slots_ + slot);
            const unsigned third = at(columns_ + 2 * slots_ + slot);
            return {at(second & 1023U), at(english_ + (third & 1023U)), at(sets_ + ((second >> 10U) | (third >> 10U << 6U))),
                    static_cast<std::uint8_t>(first >> 14U), static_cast<std::uint8_t>(first >> 12U & 3U)};
        }
        if (++slot == slots_) slot = 0;
    }
    return {};
}

// A word's letters tell whether it looks like a surname, a town or a noun: a linear model over groups of letters, learnt from the words
// that are on lists (bench/names/learn_spelling.cpp). Right for seven of ten words held out. Test: NameLexicon.
NameGuess NameLexicon::guess(std::string_view word) const {
    if (letter_rows_ == 0 || word.empty() || word.size() > longest_spelled) return {};
    std::array<std::int32_t, guess_kinds> sums{};
    for_each_letter_group(word, [&](std::uint64_t hash) {
        std::array<signed char, guess_kinds> row{};
        std::memcpy(row.data(), letters_.data() + guess_kinds * (hash & (letter_rows_ - 1)), guess_kinds);
        for (std::size_t kind = 0; kind < guess_kinds; ++kind) sums[kind] += row[kind];
    });
    std::size_t best = 0;
    std::size_t second = 1;
    if (sums[second] > sums[best]) std::swap(best, second);
    for (std::size_t kind = 2; kind < guess_kinds; ++kind) {
        if (sums[kind] > sums[best]) second = std::exchange(best, kind);
        else if (sums[kind] > sums[second]) second = kind;
    }
    const float ahead = static_cast<float>(sums[best] - sums[second]) * letter_scale_;
    const int sure = static_cast<int>(ahead > 0.5F) + static_cast<int>(ahead > 1.3F) + static_cast<int>(ahead > 2.5F);
    return {static_cast<std::uint8_t>(best + 1), static_cast<std::uint8_t>(second + 1), static_cast<std::uint8_t>(sure)};
}

}  // namespace depesche
