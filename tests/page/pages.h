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
