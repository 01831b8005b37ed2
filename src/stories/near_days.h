// Near days: pieces of two days, or of one, put beside each other as pairs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stories/candidates.h"

namespace depesche {

// Two candidates, first before second in order of time.
struct PiecePair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float likeness = 0;
    std::uint32_t place_of_second = most_neighbours;  // among first's neighbours in the days of the two
    std::uint32_t place_of_first = most_neighbours;
    float best_of_first = 0;  // likeness of first's nearest neighbour there
    float best_of_second = 0;
    std::optional<std::uint32_t> articles;  // where the features of two whole articles are kept
};

// One day's pieces in a pair of days: number of the first piece, their neighbours within the day, and in the other day.
struct DaySide {
    std::uint32_t begin = 0;
    const NeighbourLists* own = nullptr;
    const NeighbourLists* other = nullptr;  // nullptr: there is no other day, pairs are within
};

struct NearDays {
    DaySide earlier;
    DaySide later;
};

// A piece's neighbours in both days, closest first, at most most_neighbours.
[[nodiscard]] std::vector<Neighbour> neighbours_in_both(const DaySide& side, std::uint32_t piece);

// Pairs of which at least one piece has the other among its neighbours in both days; ascending, each once.
// For pairs within a day both sides are the same.
[[nodiscard]] std::vector<PiecePair> pair_days(const NearDays& days);

}  // namespace depesche
