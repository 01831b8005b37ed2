// The best local alignment of two texts on words, over all cells.
#pragma once

#include <span>
#include <vector>

#include "origins/align.h"

namespace depesche {

struct LocalAlignment {
    std::vector<WordMatch> matches;  // ascending on both sides
    float score = 0;
};

// Smith and Waterman 1981, with a word's weight for a match and a part of it against a word left out or put in. Of equally good
// ones the first in `right`. Quadratic: the caller bounds the texts.
[[nodiscard]] LocalAlignment align_locally(const ReuseText& left, const ReuseText& right);

}  // namespace depesche
