#include "brief/concepts.h"

#include <algorithm>

namespace depesche {
namespace {

std::optional<ConceptKind> kind_named(std::string_view name) {
    if (name == "word") return ConceptKind::word;
    if (name == "state") return ConceptKind::state;
    if (name == "degree") return ConceptKind::degree;
    if (name == "people") return ConceptKind::people;
    if (name == "force") return ConceptKind::force;
    if (name == "means") return ConceptKind::means;
    return std::nullopt;
}

void add_once(std::vector<Concept>& found, Concept one) {
    if (std::ranges::find(found, one.id, &Concept::id) == found.end()) found.push_back(one);
}

bool fits(std::string_view pattern, std::string_view word) {
    if (pattern.ends_with('*')) return word.starts_with(pattern.substr(0, pattern.size() - 1));
    if (pattern.starts_with('*')) return word.size() >= pattern.size() && word.ends_with(pattern.substr(1));
    return word == pattern;
}

std::vector<std::string_view> patterns_in(std::string_view joined) {
    std::vector<std::string_view> patterns;
    for (std::size_t end = 0; !joined.empty(); joined.remove_prefix(std::min(end + 1, joined.size()))) {
        end = std::min(joined.find('+'), joined.size());
        patterns.push_back(joined.substr(0, end));
    }
    return patterns;
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
    const bool grows = row[0] == "grows";
    const auto kind = grows ? std::optional(ConceptKind::state) : kind_named(row[0]);
    if (!kind) return;
    const auto id = ids_.emplace(row[1], static_cast<std::uint32_t>(ids_.size())).first->second;
    const Concept one{id, *kind};
    if (grows) growing_.push_back(id);
    std::string_view words = row[2];
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (word.find('+') != std::string_view::npos) table.phrases.push_back({patterns_in(word), one});
        else if (word.ends_with('*')) table.beginnings.emplace_back(word.substr(0, word.size() - 1), one);
        else if (word.starts_with('*')) table.endings.emplace_back(word.substr(1), one);
        else if (!word.empty()) table.whole[word].push_back(one);
    }
}

std::vector<Concept> Concepts::of_phrases(std::span<const std::string> words, const Language& language) const {
    std::vector<Concept> found;
    const auto at = tables_.find(language.code);
    if (at == tables_.end()) return found;
    for (const Phrase& phrase : at->second.phrases) {
        const bool whole = std::ranges::all_of(phrase.patterns, [&](std::string_view pattern) {
            return std::ranges::any_of(words, [&](const std::string& word) { return fits(pattern, word); });
        });
        if (whole) add_once(found, phrase.meaning);
    }
    return found;
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
