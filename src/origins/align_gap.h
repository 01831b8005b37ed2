// The small rectangles of an alignment: what lies between two runs that both texts have.
#pragma once

#include <vector>

#include <depesche/span.h>

#include "origins/align.h"

namespace depesche {

// Word indices: [left) against [right).
struct AlignmentGap {
    Span left;
    Span right;
};

inline constexpr std::uint32_t widest_rectangle = 48;  // words a side; of longer gaps only the ends next to the runs are compared

// Appends the matches of the best alignment of the two stretches: most weight of matched words, by dynamic programming over all
// cells (Needleman and Wunsch 1970). Bounded: at most widest_rectangle squared cells.
void align_gap(const ReuseText& left, const ReuseText& right, AlignmentGap gap, std::vector<WordMatch>& matches);

}  // namespace depesche
