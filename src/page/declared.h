// What an HTML page declares of itself for machines: JSON-LD (schema.org), Open Graph, article: and Dublin Core tags, microdata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "page/article.h"
#include "read/page.h"

namespace depesche {

// All values that were declared, best source first: JSON-LD of an article, then article: and Open Graph tags, then others. Each
// has the span of the stored page that it was read from.
struct Declared {
    std::vector<Field> titles;
    std::vector<Field> authors;  // as declared: people, and agencies and desks among them
    std::vector<Field> outlets;
    std::vector<Field> sections;
    std::vector<Field> languages;
    std::vector<DateField> published;
    std::vector<DateField> updated;
};

// Nothing declared for a page that is no HTML.
[[nodiscard]] Declared read_declared(const Page& page);

// One data script. `text` is JSON with objects, arrays and @graph in any order; objects of other types than articles are looked
// through for articles. `place` is where it begins on the decoded page. JSON that does not parse declares nothing; nesting is
// limited by the JSON reader's own depth. Source of the terms: schema.org, Article and its kin.
struct Found {
    std::string value;
    Span place;  // of the decoded page: the raw value, or the whole script when it is written with escapes
};
struct JsonLd {
    std::vector<Found> titles, authors, outlets, sections, languages, published, updated;
};
void read_json_ld(std::string_view text, std::uint32_t place, JsonLd& out);

}  // namespace depesche
