// Dates in an HTML page's elements and lines, each with how far it can be taken for the piece's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <depesche/span.h>

#include "page/field_markup.h"
#include "page/line_dates.h"
#include "read/page.h"

namespace depesche {

struct ElementDate {
    // Smaller is believed more. `elsewhere`: neither near the headline nor in furniture.
    enum class Tier : unsigned char {
        published_element,
        element_near,
        marked_line_near,
        line_near,
        element_elsewhere,
        marked_line_elsewhere
    };
    Moment value;
    Tier tier = Tier::marked_line_elsewhere;
    std::uint32_t distance = 0;  // lines between it and the headline
    bool updated = false;        // by its markup or the words before it
    Span text;                   // of the page's text; empty when it stands in an attribute alone
    Span place;                  // of the decoded page, for an attribute
    std::string how;
};

// What the search may go by.
struct DateSearch {
    const DateReader& reader;
    const FieldMarkup& markup;
    DateHints hints;
    Span headline;  // of the page's text; empty when there is none
    Span body;      // the first paragraph, the same
};

// All dates with a day that are no furniture's, best first: by tier, then by distance. <time>, abbr with a title (hAtom), itemprop and
// property of dates, and short lines that hold a date and little else. Near is within twelve lines below the headline or six above, or
// within six lines above the first paragraph or in it. Dates in comments, teasers, side bars, footers, heads of the page and copyright
// lines are left out, unless the headline or the first paragraph stands in the same element, or the headline within two lines above the
// text. Linear in the page. Test: tests/page/html_dates_test.cpp.
[[nodiscard]] std::vector<ElementDate> dates_in_elements(const Page& page, const DateSearch& search);

}  // namespace depesche
