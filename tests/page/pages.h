// Pages for tests: made from text as if stored.
#pragma once

#include <string>

#include "page/read_article.h"
#include "read/page.h"

namespace depesche::test {

inline Page page_of(std::string text, std::string crawled = {}) {
    PageBytes stored;
    stored.path = "page.txt";
    stored.bytes = std::move(text);
    stored.crawled = std::move(crawled);
    auto page = make_page(std::move(stored));
    return page ? std::move(*page) : Page{};
}

// The body and the headline of a made-up page.
inline const std::string bridge_body =
    "<p>Die alte Hafenbrücke in Nordstadt ist nach einem Sturm gesperrt worden, wie die Stadtverwaltung am Nachmittag "
    "mitteilte.</p><p>Ein losgerissener Lastkahn hatte die Brücke in der Nacht getroffen. Verletzt wurde nach Angaben der Stadt "
    "niemand, der Schaden ist hoch.</p>";
inline const std::string bridge_headline = "<h1>Lastkahn rammt Hafenbrücke und treibt davon</h1>";

inline const ArticleReader& reader() {
    static const Languages languages;
    static const ArticleReader reader(languages);
    return reader;
}

// The zone that holds the first byte of `words` on the page; "none" when no zone does or the words are not there.
inline std::string zone_at(const Page& page, const Article& article, std::string_view words) {
    const std::size_t at = page.source.text().find(words);
    if (at == std::string::npos) return "not on the page";
    for (const Zone& zone : article.zones) {
        if (zone.span.contains(static_cast<std::uint32_t>(at))) return std::string(name_of(zone.kind));
    }
    return "none";
}

}  // namespace depesche::test
