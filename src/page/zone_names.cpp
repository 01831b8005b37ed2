// The words that zones are printed with.
#include <algorithm>
#include <array>

#include "page/article.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, zone_kinds> zone_names = {"kicker", "headline",  "standfirst", "byline",     "section", "date",
                                                                 "body",   "crosshead", "caption",    "credit",     "agency",  "keypoint",
                                                                 "note",   "comment",   "other",      "boilerplate"};

}  // namespace

std::string_view name_of(ZoneKind kind) { return zone_names[static_cast<std::size_t>(kind)]; }

std::optional<ZoneKind> zone_named(std::string_view name) {
    const auto it = std::ranges::find(zone_names, name);
    if (it == zone_names.end()) return std::nullopt;
    return static_cast<ZoneKind>(it - zone_names.begin());
}

bool is_article_text(ZoneKind kind) {
    return kind == ZoneKind::standfirst || kind == ZoneKind::body || kind == ZoneKind::crosshead || kind == ZoneKind::keypoint;
}

bool Article::has_article() const {
    return std::ranges::any_of(zones, [](const Zone& zone) { return zone.kind == ZoneKind::headline || zone.kind == ZoneKind::body; });
}

}  // namespace depesche
