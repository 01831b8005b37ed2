#include "origins/lineage.h"

#include <algorithm>

#include "origins/direction.h"
#include "origins/sources.h"

namespace depesche {

std::string_view name_of(OriginKind kind) {
    switch (kind) {
        case OriginKind::agency:
            return "agency";
        case OriginKind::outlet:
            return "outlet";
        case OriginKind::translation:
            return "translation";
        case OriginKind::release:
            return "release";
        case OriginKind::unknown:
            return "unknown";
    }
    return "unknown";
}

std::vector<Copy> find_copies(std::span<const OriginText> articles, const Languages& languages, unsigned threads) {
    const ReuseLexicon lexicon(languages);
    const std::vector<std::uint32_t> order = order_by_time(articles);
    return choose_sources(articles, order, find_pairs(articles, order, lexicon, threads), lexicon);
}

std::span<const Copy> copies_of(std::span<const Copy> copies, std::uint32_t article) {
    const auto first = std::ranges::lower_bound(copies, article, {}, &Copy::to);
    const auto last = std::ranges::upper_bound(first, copies.end(), article, {}, &Copy::to);
    return {first, last};
}

}  // namespace depesche
