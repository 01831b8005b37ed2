// The title of an HTML page: what a reader sees as its headline, against what the page declares.
//
// The rule (doc/formats.md has it for users): the visible headline is the title, and a declared title is only asked which of the headings
// is the headline, where it begins, and what it is when no heading says it.
// 1. A first heading that ends the path to the page (breadcrumb) is no headline when a second-level heading stands right below it.
// 2. The first heading that says a declared title is the title; of one that ends with a declared title the rest is a kicker.
// 3. A lone first heading is the title, unless it is the outlet's name or strings the latest items of a ticker with "+++". Of several, the
// one
//    that the zones hold for the headline if it has two words, else the first of three words or more.
// 4. Else the declared title: JSON-LD headline, og:title, others, <title>, each without the outlet's name.
// Of a heading in several lines the longest line is the headline and the others are kickers.
// Handles kickers that a page writes into its heading only where a declared title or a line end parts them.
#pragma once

#include "page/article.h"
#include "page/declared.h"
#include "page/field_markup.h"
#include "read/page.h"

namespace depesche {

// The title by the rule above; `by_zones` is what the zones gave, and is returned when nothing is better. Test:
// tests/page/html_titles_test.cpp.
[[nodiscard]] std::optional<Field> title_of(const Page& page, const Declared& declared, const FieldMarkup& markup,
                                            const std::optional<Field>& by_zones);

// Letters and digits alone, folded: names and titles are compared by them.
[[nodiscard]] std::string bare(std::string_view text);

}  // namespace depesche
