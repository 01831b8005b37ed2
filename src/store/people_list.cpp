#include "store/people_list.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "store/row_lists.h"
#include "store/search_words.h"

namespace depesche {
namespace {

constexpr std::int64_t looked_at = 5000;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for_each_search_word(text, [&](const SearchWord& word) { words.push_back(word.folded); });
    return words;
}

// Each word in the index' own form between quotation marks, so that nothing typed is taken for its language.
std::string match_of(const std::vector<std::string>& words) {
    std::string match = "people : (";
    for (const std::string& word : words) match.append(match.ends_with('(') ? "\"" : " AND \"").append(word).append("\"*");
    return match + ")";
}

bool has_all(const std::vector<std::string>& name, const std::vector<std::string>& typed) {
    return std::ranges::all_of(typed, [&](const std::string& begin) {
        return std::ranges::any_of(name, [&](const std::string& word) { return word.starts_with(begin); });
    });
}

Result<Statement> pieces_with(const Database& database, const std::vector<std::string>& typed) {
    auto statement = typed.empty() ? database.prepare("SELECT people FROM pieces ORDER BY page DESC LIMIT ?2")
                                   : database.prepare(
                                         "SELECT pieces.people FROM words JOIN pieces ON page = words.rowid WHERE words MATCH ?1 "
                                         "ORDER BY words.rowid DESC LIMIT ?2");
    if (!statement) return statement;
    if (!typed.empty()) statement->bind(1, std::string_view(match_of(typed)));
    statement->bind(2, looked_at);
    return statement;
}

}  // namespace

Result<std::vector<ListedPerson>> people_named(const Database& database, std::string_view typed, std::size_t limit) {
    const std::vector<std::string> wanted = words_of(typed);
    auto statement = pieces_with(database, wanted);
    if (!statement) return statement.error();
    std::map<std::string, std::size_t, std::less<>> counts;
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        for_each_entry(row.text(0), [&](std::string_view name) {
            if (has_all(words_of(name), wanted)) ++counts.try_emplace(std::string(name), 0).first->second;
        });
        return true;
    });
    if (!done) return done.error();
    std::vector<ListedPerson> people;
    for (const auto& [name, pages] : counts) people.push_back({name, pages});
    std::ranges::stable_sort(people, std::greater(), &ListedPerson::pages);
    people.resize(std::min(people.size(), limit));
    return people;
}

Result<std::vector<std::string>> stories_naming(const Database& database, std::string_view person) {
    std::string phrase;
    for (const std::string& word : words_of(person)) phrase.append(phrase.empty() ? "" : " ").append(word);
    std::vector<std::string> names;
    if (phrase.empty()) return names;
    auto statement = database.prepare("SELECT DISTINCT shown FROM words JOIN story_pieces ON page = words.rowid WHERE words MATCH ?");
    if (!statement) return statement.error();
    auto done = for_each_row(statement->with("people : \"" + phrase + "\""), [&](const Statement& row) -> Result<bool> {
        names.emplace_back(row.text(0));
        return true;
    });
    if (!done) return done.error();
    return names;
}

}  // namespace depesche
