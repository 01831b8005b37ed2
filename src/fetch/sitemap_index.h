// An index of sitemaps (sitemaps.org): the addresses it lists, with the dates of their last change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

namespace depesche {

struct ListedSitemap {
    std::string address;  // as it is written
    std::string changed;  // "" when it is not given
};

// True when the first element is that of an index.
[[nodiscard]] bool looks_like_sitemap_index(std::string_view text);

// `text` is UTF-8. Entries behind `most` are left out. What stands before the place where it stops being XML is given. Error: bad_format
// when nothing can be had, or when it declares entities.
[[nodiscard]] Result<std::vector<ListedSitemap>> read_sitemap_index(std::string_view text, std::size_t most);

}  // namespace depesche
