// The lines of a page, which zones are made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <depesche/span.h>

namespace depesche {

// A line that is not empty. White space at its ends is not in the span but counted in `indent`.
struct PageLine {
    Span span;                   // text bytes
    std::uint32_t indent = 0;    // code units of white space before it
    bool blank_before = false;   // an empty line stands above it; true for the first
    bool blank_after = false;    // true for the last
};

// The first limits::page_lines lines of `text` that are not empty, in order. Linear in the text.
[[nodiscard]] std::vector<PageLine> lines_of(std::string_view text);

}  // namespace depesche
