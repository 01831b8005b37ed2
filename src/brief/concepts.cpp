#include "brief/concepts.h"

#include <algorithm>

namespace depesche {
namespace {

std::optional<ConceptKind> kind_named(std::string_view name) {
    if (name == "word") return ConceptKind::word;
    if (name == "state") return ConceptKind::state;
    if (name == "degree") return ConceptKind::degree;
    return std::nullopt;
}

void add_once(std::vector<Concept>& found, Concept one) {
    if (std::ranges::find(found, one.id, &Concept::id) == found.end()) found.push_back(one);
}

}  // namespace

Concepts::Concepts(const Languages& languages) {
    for (const Language& language : languages.all()) {
        Table& table = tables_[language.code];
        for (const Row& row : data_rows("languages/" + language.code + "/concepts.tsv")) read(row, table);
    }
}

void Concepts::read(const Row& row, Table& table) {
    if (row.size() < 3) return;
    const auto kind = kind_named(row[0]);
    if (!kind) return;
    const auto id = ids_.emplace(row[1], static_cast<std::uint32_t>(ids_.size())).first->second;
    const Concept one{id, *kind};
    std::string_view words = row[2];
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (word.ends_with('*')) table.beginnings.emplace_back(word.substr(0, word.size() - 1), one);
        else if (word.starts_with('*')) table.endings.emplace_back(word.substr(1), one);
        else if (!word.empty()) table.whole[word].push_back(one);
    }
}

std::vector<Concept> Concepts::of(std::string_view word, const Language& language) const {
    std::vector<Concept> found;
    const auto at = tables_.find(language.code);
    if (at == tables_.end()) return found;
    const Table& table = at->second;
    if (const auto whole = table.whole.find(word); whole != table.whole.end()) found = whole->second;
    for (const auto& [beginning, one] : table.beginnings) {
        if (word.starts_with(beginning)) add_once(found, one);
    }
    for (const auto& [ending, one] : table.endings) {
        if (word.size() > ending.size() && word.ends_with(ending)) add_once(found, one);
    }
    return found;
}

}  // namespace depesche
