#include "marks/name_lexicon.h"

#include <cstring>

namespace depesche {
namespace {

constexpr std::uint64_t header_size = 8;
constexpr std::uint64_t longest_probe = 64;

}  // namespace

NameLexicon::NameLexicon(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("DNW1")) return;
    std::uint32_t bits = 0;
    std::memcpy(&bits, bytes.data() + 4, sizeof bits);
    if (bits > 24 || bytes.size() != header_size + (std::uint64_t{6} << bits)) return;
    bytes_ = bytes;
    slots_ = std::uint64_t{1} << bits;
}

std::uint16_t NameLexicon::at(std::uint64_t column, std::uint64_t slot) const {
    std::uint16_t value = 0;
    std::memcpy(&value, bytes_.data() + header_size + 2 * (column * slots_ + slot), sizeof value);
    return value;
}

WordFacts NameLexicon::find(std::uint64_t word_hash) const {
    if (slots_ == 0) return {};
    const auto fingerprint = static_cast<std::uint16_t>((word_hash >> 48U) == 0 ? 1 : word_hash >> 48U);
    for (std::uint64_t probe = 0; probe < longest_probe; ++probe) {
        const std::uint64_t slot = (word_hash + probe) & (slots_ - 1);
        const std::uint16_t found = at(0, slot);
        if (found == 0) return {};
        if (found == fingerprint) return {at(1, slot), at(2, slot)};
    }
    return {};
}

}  // namespace depesche
