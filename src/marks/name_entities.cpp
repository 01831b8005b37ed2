#include "marks/name_entities.h"

#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace depesche {

void join_entities(const MarkText& text, std::span<const FoundName> found, Marks& marks) {
    std::map<std::pair<NameKind, std::string>, std::uint32_t> known;
    for (const FoundName& name : found) {
        const std::string_view written = text.text.substr(name.span.begin, name.span.size());
        const auto [entry, fresh] = known.try_emplace({name.kind, fold(written)}, static_cast<std::uint32_t>(marks.entities.size()));
        if (fresh) marks.entities.push_back({name.kind, std::string(written), {}, {}});
        marks.entities[entry->second].names.push_back(static_cast<std::uint32_t>(marks.names.size()));
        marks.names.push_back({name.span, name.kind, entry->second, name.confidence});
    }
}

}  // namespace depesche
