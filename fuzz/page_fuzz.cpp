// Any bytes as a stored page: the article's zones and evidence must lie within its text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "page/read_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    static const Languages languages;
    static const ArticleReader reader(languages);
    PageBytes stored;
    stored.path = "page";
    stored.bytes.assign(reinterpret_cast<const char*>(data), size);
    const auto page = make_page(std::move(stored));
    if (!page) return 0;
    const Article article = reader.read(*page);
    std::uint32_t last = 0;
    for (const Zone& zone : article.zones) {
        if (zone.span.begin < last || zone.span.empty() || zone.span.end > page->source.text().size()) std::abort();
        last = zone.span.end;
    }
    return 0;
}
