#include "marks/name_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t shortest_compound_end = 4;
constexpr std::size_t longest_role = 32;  // bytes; only the end of a longer compound is looked at

WordSet* set_for(std::string_view kind, NameWords& words) {
    if (kind == "title") return &words.titles;
    if (kind == "particle") return &words.particles;
    if (kind == "article") return &words.articles;
    if (kind == "legal") return &words.legal_forms;
    if (kind == "club") return &words.clubs;
    if (kind == "family-first") return &words.family_first;
    if (kind == "agency-noun") return &words.agency_nouns;
    if (kind == "noun-medium") return &words.noun_media;
    if (kind == "teller") return &words.tellers;
    if (kind == "telling") return &words.telling;
    return nullptr;
}

void add_agencies(NameWords& words) {
    for (const Row& row : data_rows("page/agencies.tsv")) {
        if (row.size() > 1 && row[1] == "news" && row[0].find(' ') == std::string_view::npos) words.agencies.insert(row[0]);
    }
}

bool is_role_form(std::string_view lower, const NameWords& words) {
    const auto is_listed = [&](std::string_view word) { return words.roles_filter.may_have(word) && words.roles.contains(word); };
    if (is_listed(lower)) return true;
    if (lower.size() > longest_role) lower.remove_prefix(lower.size() - longest_role);
    for (std::size_t begin = 1; begin + shortest_compound_end <= lower.size(); ++begin) {
        if (is_listed(lower.substr(begin))) return true;
    }
    return false;
}

void add_words(const Language& language, NameWords& words) {
    const std::string folder = "languages/" + language.code + "/";
    for (const Row& row : data_rows(folder + "name-words.tsv")) {
        WordSet* set = set_for(row.front(), words);
        if (set != nullptr) set->insert(row.begin() + 1, row.end());
    }
    for (const Row& row : data_rows(folder + "roles.tsv")) {
        words.roles.insert(row.begin(), row.end());
        for (const std::string_view role : row) words.roles_filter.add(role);
    }
    for (const Row& row : data_rows(folder + "name-aliases.tsv")) {
        for (const std::string_view name : row) words.aliases.emplace(name, row.front());
    }
}

}  // namespace

NameWords name_words_of(const Language& language) {
    NameWords words;
    add_agencies(words);
    add_words(language, words);
    return words;
}

NameWords name_words_of_all(const Languages& languages) {
    NameWords words;
    add_agencies(words);
    for (const Language& language : languages.all()) add_words(language, words);
    return words;
}

bool is_agency_noun(std::string_view word, const NameWords& words) {
    const std::string lower = to_lower(word);
    return std::ranges::any_of(words.agency_nouns, [&](std::string_view noun) { return lower.ends_with(noun); });
}

bool is_role(std::string_view word, const NameWords& words) {
    const std::string lower = to_lower(word);
    if (is_role_form(lower, words)) return true;
    for (const std::string_view ending : {"es", "s", "en", "n", "e"}) {
        if (lower.size() > ending.size() + 3 && lower.ends_with(ending) &&
            is_role_form(std::string_view(lower).substr(0, lower.size() - ending.size()), words))
            return true;
    }
    return false;
}

}  // namespace depesche
