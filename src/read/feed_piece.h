// One piece of a feed: the element item (RSS, RDF), entry (Atom) or url (news sitemap), with its title and teaser as a reader sees them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <depesche/result.h>
#include <depesche/span.h>

#include "read/source_text.h"

namespace depesche {

// A value and where it stands, in bytes of the piece as stored.
struct FeedValue {
    std::string value;
    Span bytes;
};

struct FeedPiece {
    SourceText source;  // title and teaser, each on lines of its own, in the order of the piece; markup inside them taken off
    Span title;         // of source
    Span teaser;        // of source; empty when there is none
    std::string url;
    FeedValue published;  // ISO 8601
    FeedValue updated;
    std::string last_modified;  // of the page as a sitemap has it, as written: the template's changes count there too
    FeedValue outlet;           // as a news sitemap names it
    std::vector<FeedValue> authors;
};

// "item", "entry" or "url" when `bytes` begin with the start tag of such an element, with the prefix it has; else empty.
[[nodiscard]] std::string_view piece_element(std::string_view bytes);
// True for bytes that are such an element as a whole.
[[nodiscard]] bool is_feed_piece(std::string_view bytes);

// `charset` is the feed's, empty for UTF-8. Titles and teasers may hold HTML, escaped or not. Error: bad_format for what is no XML, with
// the byte as place; it declares no entities and knows those of XML alone, and those of HTML inside escaped HTML.
[[nodiscard]] Result<FeedPiece> read_feed_piece(std::string_view bytes, std::string_view charset);

// The encoding that the XML declaration or a byte order mark names; empty for none.
[[nodiscard]] std::string xml_charset(std::string_view head);
// True when the first element of `head` is that of a feed: rss, RDF, feed, urlset.
[[nodiscard]] bool looks_like_feed(std::string_view head);

}  // namespace depesche
