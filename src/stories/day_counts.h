// DayCounts: in how many pieces of a day, and of the background, a term stands.
//
// The day is closed: a piece that arrives changes the weights of its own day's pieces only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace depesche {

class DayCounts {
public:
    // The distinct terms of each piece of the day, and how many pieces the background has.
    DayCounts(std::span<const std::vector<std::uint32_t>* const> pieces, std::uint32_t background_pieces);
    // Natural logarithm of (pieces + 1) / (pieces with the term + 0.5), background and day together.
    [[nodiscard]] float rarity(std::uint32_t term, std::uint32_t background_count) const;
    [[nodiscard]] std::uint32_t count(std::uint32_t term) const;  // pieces of the day
    [[nodiscard]] std::uint32_t pieces() const { return pieces_; }

private:
    // Open addressing by the term's low bits, which are a hash already; an empty slot has count 0.
    struct Slot {
        std::uint32_t term = 0;
        std::uint32_t count = 0;
    };
    [[nodiscard]] std::size_t slot_of(std::uint32_t term) const;
    std::vector<Slot> slots_;
    std::uint32_t pieces_ = 0;
    std::uint32_t background_pieces_ = 0;
};

}  // namespace depesche
