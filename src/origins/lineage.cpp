#include "origins/lineage.h"

namespace depesche {

std::string_view name_of(OriginKind kind) {
    switch (kind) {
        case OriginKind::agency: return "agency";
        case OriginKind::outlet: return "outlet";
        case OriginKind::translation: return "translation";
        case OriginKind::release: return "release";
        case OriginKind::unknown: return "unknown";
    }
    return "unknown";
}

std::vector<Copy> find_copies(std::span<const OriginText> /*articles*/, const Languages& /*languages*/, unsigned /*threads*/) { return {}; }

Lineage trace_lineage(std::span<const OriginText> /*reports*/, const Languages& /*languages*/) { return {}; }

}  // namespace depesche
