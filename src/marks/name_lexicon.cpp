#include "marks/name_lexicon.h"

#include <array>
#include <cstring>

namespace depesche {
namespace {

constexpr std::size_t header_size = 20;
constexpr std::uint64_t longest_probe = 64;

}  // namespace

NameLexicon::NameLexicon(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("DNW2")) return;
    std::array<std::uint32_t, 4> counts{};
    std::memcpy(counts.data(), bytes.data() + 4, sizeof counts);
    const std::uint64_t before_columns = std::uint64_t{counts[1]} + counts[2] + counts[3];
    if (counts[0] == 0 || bytes.size() != header_size + 2 * (before_columns + std::uint64_t{3} * counts[0])) return;
    if (counts[1] < 1024 && counts[2] < 1024 && counts[3] < 4096) cells_ = bytes.substr(header_size);
    slots_ = cells_.empty() ? 0 : counts[0];
    english_ = counts[1];
    sets_ = english_ + counts[2];
    columns_ = sets_ + counts[3];
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

}  // namespace depesche
