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
    // The first word that looks like the name of a field and is none ("title" of title:hafen). It is looked for as a word; whoever finds
    // nothing wants to know.
    std::string unknown_field;
};

// Each term of a query is compared with each hit, so a hostile one of thousands would take minutes.
inline constexpr std::size_t most_search_terms = 100;

// Words, all of which must be there, in any case and spelling of umlauts; "words in a row" between any quotation marks; begin*; person:NAME
// and outlet:NAME (NAME a word or between quotation marks); from:DATE and to:DATE, a date being 2026, 2026-03 or 2026-03-14; names of
// fields in any case. Nothing a person types is an error of the index: other signs only part words, and a mark that is not closed goes to
// the end. Errors (wrong_usage): no word at all; a date that is none; to: before from:; a field without value; more than most_search_terms
// different terms.
[[nodiscard]] Result<SearchQuery> parse_search(std::string_view typed);

}  // namespace depesche
