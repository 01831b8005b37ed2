// Candidates: for each piece the few pieces that share enough rare words with it to be worth comparing; never all pairs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/profile.h"

namespace depesche {

inline constexpr std::size_t most_neighbours = 40;      // kept for each piece
inline constexpr float least_likeness = 0.06F;          // of words with compounds taken apart
inline constexpr std::uint32_t too_common = 500;        // pieces of the window: such a word leads to no candidates

// A neighbour of a piece: index and cosine over the words that are not too common.
struct Neighbour {
    std::uint32_t piece = 0;
    float likeness = 0;
};

// What candidates are found by. Pieces are in order of time, those without a day last.
struct IndexedPiece {
    const Vector* parts = nullptr;
    std::optional<std::int32_t> day;
    const WindowCounts* counts = nullptr;
};

// For each piece its neighbours, most alike first, then by index. Neighbourhood is not mutual. Pieces more than window_days
// apart are none; a piece without a day may be the neighbour of any.
// Works by an inverted index: the postings of a piece's words are summed, so the cost is that of the postings, at most
// too_common times the length of the window for each word. Handles: headlines that share one rare word. Does not handle: the same
// happening told without a common word (tests/stories/candidates_test.cpp).
[[nodiscard]] std::vector<std::vector<Neighbour>> find_neighbours(std::span<const IndexedPiece> pieces, unsigned threads);

}  // namespace depesche
