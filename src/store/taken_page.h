// TakenPage: all that a store keeps of one page, worked out from its bytes alone, away from the database and on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>
#include <depesche/span.h>

#include "brief/prepare.h"

namespace depesche {

// Text of the page as one entry of a list, or a value that is shown on one line: line ends become blanks.
[[nodiscard]] std::string on_one_line(std::string_view value);

// A value's place on the stored page, and what the bytes there say (as UTF-8, nothing cleaned).
struct StoredSpan {
    std::string field;
    Span bytes;
    std::string text;
};

// The article as a row; unknown is "". Lists are one entry a line.
struct StoredPiece {
    std::string path;
    std::string url;
    std::string crawled;
    std::string outlet;
    std::string language;
    std::string section;
    std::string title;
    std::string teaser;
    std::string text;
    std::string published;
    std::string updated;
    std::string day;
    std::string authors;
    std::string agencies;
    std::string people;
    bool marked = false;
    std::vector<StoredSpan> spans;
};

struct TakenPage {
    PageBytes place;     // where it was met; its bytes are gone
    std::string sha256;  // of the bytes
    std::size_t size = 0;
    std::string packed;                // the bytes; empty when the store has them
    std::optional<StoredPiece> piece;  // absent when there is no article on the page
    bool refused = false;              // it cannot be read; `problems` says why
    std::vector<Error> problems;
};

// Reads the page, its article and, with `marks`, the people it names.
[[nodiscard]] TakenPage take_page(PageBytes page, const Stages& stages, bool marks);

// A page whose bytes the store has: only where it was met.
[[nodiscard]] TakenPage take_place(PageBytes page, std::string sha256);

// The article of a page that is read already.
[[nodiscard]] std::optional<StoredPiece> read_piece_of(const Page& page, const Stages& stages, bool marks);

}  // namespace depesche
