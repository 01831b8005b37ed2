// The lines of a page, which zones are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

namespace depesche {

// A line that is not empty. White space at its ends is not in the span but counted in `indent`.
struct PageLine {
    Span span;                  // text bytes
    std::uint32_t indent = 0;   // code units of white space before it
    bool blank_before = false;  // an empty line stands above it; true for the first
    bool blank_after = false;   // true for the last
};

// The first limits::page_lines lines of `text` that are not empty, in order. Linear in the text.
[[nodiscard]] std::vector<PageLine> lines_of(std::string_view text);

// The language (ISO 639-1) of the page's running text, from its first long lines alone: menus are in any language and cost time.
// Empty when there is too little to tell.
[[nodiscard]] std::string language_of(std::string_view text, const std::vector<PageLine>& lines);

}  // namespace depesche
