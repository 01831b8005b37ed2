#include "origins/lineage.h"

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

}  // namespace depesche
