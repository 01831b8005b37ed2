// Where words and sentences may end: the boundaries of Unicode UAX 29.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <depesche/span.h>

namespace depesche {

// Text offsets, the passage's begin and end included; empty for an empty passage but for its begin.
struct Boundaries {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> sentences;
};

// The boundaries of one passage of `text`, as ICU's iterators give them. `found` is filled anew; its room is used again.
void find_boundaries(std::string_view text, Span passage, Boundaries& found);

// The same by ICU alone: for text beyond the plain scripts, and for tests that judge the fast way.
void find_boundaries_by_icu(std::string_view text, Span passage, Boundaries& found);

}  // namespace depesche
