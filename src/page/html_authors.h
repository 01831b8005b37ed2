// Names in elements that a page marks as its author's: rel=author, itemprop=author, hAtom's class author.
#pragma once

#include <vector>

#include <depesche/span.h>

#include "page/field_markup.h"
#include "read/page.h"

namespace depesche {

// Lines of the page's text (offsets) that hold such elements, outside furniture and up to `lines` lines from the headline. At most 20.
[[nodiscard]] std::vector<Span> author_elements(const Page& page, const FieldMarkup& markup, Span headline);

}  // namespace depesche
