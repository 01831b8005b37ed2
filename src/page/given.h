// What came with a page in an export (title, publication date), beside what the page says itself.
#pragma once

#include "page/article.h"
#include "read/page.h"

namespace depesche {

// On an HTML page, what was given fills in only what the page does not say. A text without markup is what an extraction left of a page, its
// title and date are beside it: there what was given wins, and a line taken for another headline is body. Nothing given changes nothing.
void apply_given(const Page& page, Article& article);

}  // namespace depesche
