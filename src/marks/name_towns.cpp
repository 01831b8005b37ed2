// The gazetteer has towns of one name under the name with what tells them apart, so the text's words are asked for there. Handled: "Halle
// (Saale)", "Rothenburg ob der Tauber". Not handled: a description that the gazetteer does not have ("Neustadt bei Coburg"). A name is
// tried with the five words behind it at most. Tests: NameTowns.
#include "marks/name_towns.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

#include "marks/name_places.h"

namespace depesche {
namespace {

constexpr std::uint32_t most_words = 5;        // behind the name
constexpr std::size_t longest_town = 60;       // bytes
constexpr std::string_view not_yet_told = {};  // several towns of that bare name

// A town's name in full begins with a blank and a bracket or a small preposition behind the bare one.
bool may_go_on(std::string_view text, const Tokens& tokens, std::uint32_t word, std::uint32_t end) {
    if (word >= tokens.words.size() || tokens.words[word].span.begin != end + 1) return false;
    const Word& next = tokens.words[word];
    if (next.kind == WordKind::mark) return text[next.span.begin] == '(';
    return next.kind == WordKind::word && !next.capital && next.span.size() <= 5;
}

// The bare name of a town named in full; empty for every other name.
std::string_view bare_of(std::string_view name) {
    const std::size_t blank = name.find(' ');
    if (blank == std::string_view::npos || blank + 2 >= name.size()) return {};
    const char next = name[blank + 1];
    const bool goes_on = next == '(' || (next >= 'a' && next <= 'z');
    return goes_on ? name.substr(0, blank) : std::string_view{};
}

bool may_be_town(const FoundName& name) { return name.kind != NameKind::person && name.last_word - name.first_word == 1; }

}  // namespace

void complete_towns(std::string_view text, const Tokens& tokens, std::vector<FoundName>& found) {
    std::vector<FoundName> kept;
    kept.reserve(found.size());
    for (const FoundName& name : found) {
        if (!kept.empty() && kept.back().last_word > name.first_word) continue;  // inside the town before it
        kept.push_back(name);
        if (!may_be_town(name) || !may_go_on(text, tokens, name.last_word, name.span.end)) continue;
        for (std::uint32_t word = name.last_word; word < tokens.words.size() && word < name.last_word + most_words; ++word) {
            const Word& last = tokens.words[word];
            if (last.sentence != tokens.words[name.first_word].sentence || last.span.end - name.span.begin > longest_town) break;
            const bool may_end = last.kind == WordKind::mark ? text[last.span.begin] == ')' : last.capital;
            const auto place = may_end ? find_place(text.substr(name.span.begin, last.span.end - name.span.begin)) : std::nullopt;
            if (!place || place->is_country) continue;
            kept.back().kind = NameKind::place;
            kept.back().span.end = last.span.end;
            kept.back().last_word = word + 1;
        }
    }
    found = std::move(kept);
}

void join_bare_towns(std::string_view text, std::span<const FoundName> found, std::vector<std::uint32_t>& sets) {
    struct Full {
        std::string_view name;
        std::uint32_t set = 0;
    };
    std::unordered_map<std::string_view, Full> full;  // by bare name
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        if (found[i].kind != NameKind::place) continue;
        const std::string_view name = text.substr(found[i].span.begin, found[i].span.size());
        const std::string_view bare = bare_of(name);
        if (bare.empty() || !find_place(name)) continue;
        const auto [entry, fresh] = full.try_emplace(bare, Full{name, sets[i]});
        if (!fresh && entry->second.set != sets[i]) entry->second.name = not_yet_told;
    }
    if (full.empty()) return;
    std::unordered_map<std::uint32_t, std::uint32_t> joined;  // a set -> the one it is part of, which began before it
    const auto root = [&](std::uint32_t set) {
        for (auto next = joined.find(set); next != joined.end(); next = joined.find(set)) set = next->second;
        return set;
    };
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        if (found[i].kind != NameKind::place) continue;
        const auto entry = full.find(text.substr(found[i].span.begin, found[i].span.size()));
        if (entry == full.end() || entry->second.name.empty()) continue;
        const std::uint32_t bare = root(sets[i]);
        const std::uint32_t town = root(entry->second.set);
        if (bare != town) joined[std::max(bare, town)] = std::min(bare, town);
    }
    for (std::uint32_t& set : sets) set = root(set);
}

}  // namespace depesche
