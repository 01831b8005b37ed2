// The article of a feed's piece: its title and teaser, and what the feed says of them.
#pragma once

#include "page/article.h"
#include "read/page.h"

namespace depesche {

// `page.piece` must be there. Zones are one headline and standfirsts, a line each; no body, since a feed has none.
[[nodiscard]] Article read_feed_article(const Page& page);

}  // namespace depesche
