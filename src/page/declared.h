// What an HTML page declares of itself for machines: JSON-LD (schema.org), Open Graph, article: and Dublin Core tags, microdata,
// rel=author, canonical and AMP links; the outlet, where it declares none, by its title and the link to its first page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "page/article.h"
#include "page/line_dates.h"
#include "read/page.h"

namespace depesche {

// All values that were declared, best source first: JSON-LD of an article, then article: and Open Graph tags, then others. Each
// has the span of the stored page that it was read from.
struct Declared {
    std::vector<Field> titles;
    std::vector<Field> authors;        // as declared: people, and agencies and desks among them
    std::vector<Field> organizations;  // authors that are declared to be no people
    std::vector<Field> outlets;
    std::vector<Field> sections;
    std::vector<Field> languages;  // as declared: "de-AT"
    std::vector<Field> keywords;   // one entry a word, as declared, at most 64
    std::vector<Field> kinds;      // types of schema.org and og:type
    std::vector<Field> free;       // isAccessibleForFree and its kin: "true", "false", "metered"
    std::vector<Field> addresses;  // canonical links and og:url
    std::vector<Field> amp;        // address of the AMP page
    std::vector<DateField> published;
    std::vector<DateField> updated;
};

// Nothing declared for a page that is no HTML. Dates are those of parse_declared_date.
[[nodiscard]] Declared read_declared(const Page& page, const DateReader& dates, const DateHints& hints);

// One value of a data script.
struct Found {
    std::string value;
    Span place;  // of the decoded page: the raw value, or the whole script when it is written with escapes
};

// What the data scripts of a page say; at most 64 values a list.
struct JsonLd {
    std::vector<Found> titles, authors, organizations, outlets, sections, languages, keywords, kinds, free, addresses, published, updated;
    std::vector<Found> page_published, page_updated, page_kinds;  // of things that are no articles: the page, a video, a recipe
};

// One data script. `text` is JSON with objects, arrays and @graph in any order; objects of other types than articles are looked
// through for articles; {"@id": …} stands for the object of the same script that has the id and more. `place` is where it begins on the
// decoded page. JSON that does not parse, also with line ends in strings and commas at ends mended, declares nothing. What belongs to other
// pieces (lists of items, comments, reviews, updates of a live blog) is passed over. Objects within objects are followed 16 deep, so that
// objects that refer to themselves end; JSON nested deeper than the JSON reader allows (1024) does not parse. Time is linear in the text.
// Source of the terms: schema.org, Article and its kin. Test: tests/page/json_ld_test.cpp.
void read_json_ld(std::string_view text, std::uint32_t place, JsonLd& out);

}  // namespace depesche
