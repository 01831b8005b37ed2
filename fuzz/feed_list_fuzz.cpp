// Any bytes as a feed, a sitemap or an index of sitemaps: each address that comes out is one that may be fetched, in its one form.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fetch/feed_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    static const WebAddress base = *parse_address("https://blatt.example/feeds/a.xml");
    const auto list = read_feed_list(bytes, "application/xml; charset=utf-8", base, 4'000'000'000);
    if (!list) return 0;
    for (const auto* part : {&list->pages, &list->sitemaps}) {
        for (const ListedAddress& listed : *part) {
            const auto again = parse_address(listed.address.text);
            if (!again || again->text != listed.address.text || again->host != listed.address.host || listed.stamp < 0) std::abort();
        }
    }
    return 0;
}
