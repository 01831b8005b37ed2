// Names of meta tags, and of properties in microdata, that say something about a piece.
#pragma once

#include <optional>
#include <string_view>

namespace depesche {

enum class TagMeaning : unsigned char {
    title,
    author,
    organization,
    outlet,
    section,
    language,
    keywords,
    kind,
    free,
    address,
    amp,
    published,
    updated
};

struct MetaTag {
    std::string_view key;  // the name in lower case, letters and digits alone
    TagMeaning meaning;
    int rank;  // smaller is believed more: 1 made for articles, 2 common, 3 often about something else
};

// The tag called `name` ("DC.date.issued", "dc:date:issued", "publish_date"), in capitals or not and with any marks between its parts.
[[nodiscard]] std::optional<MetaTag> meta_tag(std::string_view name);

}  // namespace depesche
