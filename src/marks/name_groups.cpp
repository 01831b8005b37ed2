#include "marks/name_groups.h"

namespace depesche {

std::vector<NameGroup> group_names(std::span<const NamedText> texts) {
    std::vector<NameGroup> groups;
    for (std::uint32_t t = 0; t < texts.size(); ++t) {
        const auto& entities = texts[t].marks->entities;
        for (std::uint32_t e = 0; e < entities.size(); ++e) groups.push_back({entities[e].kind, entities[e].name, {}, {entities[e].name}, {{t, e}}});
    }
    return groups;
}

}  // namespace depesche
