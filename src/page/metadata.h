// Metadata: the fields of an article, read from its zones. Works on zones alone, whoever found them.
#pragma once

#include <span>
#include <string_view>

#include "page/article.h"
#include "page/declared.h"
#include "page/field_markup.h"
#include "page/line_look.h"
#include "read/page.h"

namespace depesche {

// Fills title, authors, agencies, published, updated, section, translated_from and release of `article` from its zones:
//
// - title: the first headline.
// - authors: people of byline zones; else of the line about the author behind the text ("Zur Autorin"). Never of comments.
// - agencies: of byline zones, agency zones and datelines. Picture credits and agencies quoted in the text are none.
// - published, updated: of date zones, by the words before them; two bare dates are both, the later one the update. A page that
//   shows one date alone was published then, as far as it says. A day after the crawl (one day of grace for time zones) is not believed.
// - translated_from: the paper that a note about a translation or first publication names.
void read_metadata(const Page& page, const LineReader& reader, Article& article);

// The outlet: what the crawler says; else the name at the page's top, above its menu; else the one host that stands alone in its
// furniture; else the host of its address. Never a kicker, a teaser's link, a note, or the owner in a copyright line.
void read_outlet(const Page& page, const LineReader& reader, Article& article);

// True for a day that is not after the crawl (one day of grace for time zones), or when the crawl is unknown. False without a day.
[[nodiscard]] bool is_believed(const Moment& moment, const Page& page);

// For an HTML page: what it declares of itself, against what a reader sees. The rule is in doc/formats.md and apply_declared.cpp.
// Returns what was declared; nothing for other pages.
Declared apply_declared(const Page& page, const LineReader& reader, const FieldMarkup& markup, Article& article);

}  // namespace depesche
