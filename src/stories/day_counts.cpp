#include "stories/day_counts.h"

#include <bit>
#include <cmath>

namespace depesche {

DayCounts::DayCounts(std::span<const std::vector<std::uint32_t>* const> pieces, std::uint32_t background_pieces)
    : pieces_(static_cast<std::uint32_t>(pieces.size())), background_pieces_(background_pieces) {
    std::size_t terms = 1;
    for (const auto* piece : pieces) terms += piece->size();
    slots_.resize(std::bit_ceil(2 * terms));
    for (const auto* piece : pieces) {
        for (const std::uint32_t term : *piece) {
            Slot& slot = slots_[slot_of(term)];
            slot.term = term;
            ++slot.count;
        }
    }
}

std::size_t DayCounts::slot_of(std::uint32_t term) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = term & mask;
    while (slots_[at].count != 0 && slots_[at].term != term) at = (at + 1) & mask;
    return at;
}

std::uint32_t DayCounts::count(std::uint32_t term) const { return slots_[slot_of(term)].count; }

float DayCounts::rarity(std::uint32_t term, std::uint32_t background_count) const {
    const double all = 1.0 + pieces_ + background_pieces_;
    return static_cast<float>(std::log(all / (0.5 + count(term) + background_count)));
}

}  // namespace depesche
