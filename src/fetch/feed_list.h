// FeedList: what a feed, a news sitemap or an index of sitemaps lists.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "fetch/web_address.h"

namespace depesche {

struct ListedAddress {
    WebAddress address;
    std::int64_t stamp = 0;  // the latest date that its entry gives, seconds since 1970; 0 when it gives none
};

// Each address once, latest first, in the order of the feed where dates are the same.
struct FeedList {
    std::vector<ListedAddress> pages;
    std::vector<ListedAddress> sitemaps;
    std::vector<Error> problems;  // of entries; the others are there all the same
};

// `bytes` as the server sent them, packed (.gz) or not; `content_type` is the header field. References are taken from `base`; dates later
// than `latest` are not believed. Errors: bad_format for what is no feed, for a feed that declares entities; too_large for one that
// unpacks to too much.
[[nodiscard]] Result<FeedList> read_feed_list(std::string bytes, const std::string& content_type, const WebAddress& base,
                                              std::int64_t latest);

}  // namespace depesche
