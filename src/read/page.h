// Page: the bytes as they were stored, with where they came from.
#pragma once

#include <optional>
#include <string>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "read/encoding.h"
#include "read/feed_piece.h"
#include "read/html.h"
#include "read/source_text.h"

namespace depesche {

// A page owns its bytes and its clean text. `id` is the SHA-256 of the bytes in hex.
struct Page {
    PageBytes stored;
    std::string id;
    Encoding encoding = Encoding::utf8;
    SourceText source;               // what a reader sees
    std::optional<HtmlPage> html;    // for an HTML page: the elements its text stands in; its own source is moved out
    std::optional<FeedPiece> piece;  // for a piece of a feed: where its title and teaser stand; its own source is moved out
    std::optional<Error> damage;     // some bytes could not be decoded; the page is read all the same
};

// Errors: empty (no bytes, or white space alone), too_large, binary. Broken bytes are no error but Page::damage.
// Lines over limits::line_bytes are refused as too_large: no newsroom writes them, and every later step is per line.
[[nodiscard]] Result<Page> make_page(PageBytes stored);

}  // namespace depesche
