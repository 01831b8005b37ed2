// Search query: what a person types, as the index wants it.
#pragma once

#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

struct SearchQuery {
    std::string match;  // FTS5 expression over the table words
    std::string from;   // ISO date, cut to what was given; "" for none
    std::string to;     // inclusive
};

// Words, all of which must be there, in any case and spelling of umlauts; "words in a row" between any quotation marks; begin*; person:NAME
// and outlet:NAME (NAME a word or between quotation marks); from:DATE and to:DATE, a date being 2026, 2026-03 or 2026-03-14. Nothing a
// person types is an error of the index: other signs only part words. Errors (wrong_usage): no word at all; a date that is none; a field
// without value.
[[nodiscard]] Result<SearchQuery> parse_search(std::string_view typed);

}  // namespace depesche
