// Neighbours by meaning: which vectors of two sets lie close to each other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "meaning/vector.h"

namespace depesche {

struct MeaningNeighbour {
    std::uint32_t left = 0;  // indices into the two sets
    std::uint32_t right = 0;
    float cosine = 0;

    friend bool operator==(const MeaningNeighbour&, const MeaningNeighbour&) = default;
};

// Pairs with a cosine of at least `least`, above 0, ascending by left, then right; for each of the left at most the `most` closest, of
// equal ones those that come first. Exact: every pair is looked at, a block of one set against a block of the other so that both stay near
// the processor. O(left · right), about 50 ns a pair; the caller keeps the sets to what can belong together (two languages, a few days).
// Twin: the plain loop, tests/meaning/neighbours_test.cpp.
[[nodiscard]] std::vector<MeaningNeighbour> meaning_neighbours(std::span<const MeaningVector* const> left,
                                                               std::span<const MeaningVector* const> right, float least, std::size_t most,
                                                               unsigned threads);

}  // namespace depesche
