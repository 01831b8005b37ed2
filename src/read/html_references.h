// Character references ("&amp;", "&#252;"): which raw bytes each decoded letter came from.
#pragma once

#include <functional>
#include <string_view>

namespace depesche {

// Told the pieces of a decoded text in order: `raw_size` bytes at `raw_begin` of the raw text became `decoded`. `verbatim` pieces are the
// same bytes on both sides.
using ReferencePiece = std::function<void(std::string_view decoded, std::size_t raw_begin, std::size_t raw_size, bool verbatim)>;

// `decoded` is what the tokenizer made of `raw`. Numeric references end at their semicolon or last digit; a named one ends where the
// rest of both texts agrees again, the longest name first, so that no list of names is needed. Handles: "&notit;" (a name without
// semicolon, then letters), "&amp;lt;". Where the texts cannot be lined up, the rest is one piece. Test: tests/read/html_test.cpp.
void line_up_references(std::string_view raw, std::string_view decoded, const ReferencePiece& piece);

}  // namespace depesche
