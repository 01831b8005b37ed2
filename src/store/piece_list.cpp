#include "store/piece_list.h"

#include <fmt/format.h>

namespace depesche {
namespace {

constexpr std::string_view columns =
    "SELECT pieces.page, sha256, path, url, crawled, outlet, language, section, title, teaser, text, published, updated, authors, "
    "agencies, "
    "ifnull(shown, ''), coalesce((SELECT joined FROM joined_topics AS j WHERE j.topic = s.topic), s.topic, ''), ifnull(story, ''), "
    "ifnull(s.topic, ''), ifnull(corrected, 0) FROM pieces JOIN pages ON pages.id = pieces.page LEFT JOIN story_pieces AS s USING(page) ";
constexpr std::string_view order = " ORDER BY published = '', published, sha256 ";

ListedPiece piece_of(const Statement& row) {
    ListedPiece piece;
    piece.row = row.number(0);
    std::string* const fields[] = {&piece.sha256,  &piece.path,     &piece.url,    &piece.crawled, &piece.outlet,      &piece.language,
                                   &piece.section, &piece.title,    &piece.teaser, &piece.text,    &piece.published,   &piece.updated,
                                   &piece.authors, &piece.agencies, &piece.story,  &piece.topic,   &piece.words_story, &piece.words_topic};
    int column = 0;
    for (std::string* field : fields) *field = row.text(++column);
    piece.corrected = row.number(++column) != 0;
    return piece;
}

Result<bool> for_each(const Database& database, const std::string& sql, const std::vector<std::string>& values,
                      const std::function<Result<bool>(const ListedPiece&)>& use) {
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    bind_values(*statement, values);
    return for_each_row(*statement, [&](const Statement& row) { return use(piece_of(row)); });
}

}  // namespace

Result<bool> for_each_piece(const Database& database, const StoreFilter& filter,
                            const std::function<Result<bool>(const ListedPiece&)>& use) {
    const FilterCondition condition = condition_of(filter);
    std::string sql = fmt::format("{} WHERE {} {}", columns, condition.sql, order);
    if (filter.limit > 0) sql += fmt::format("LIMIT {}", filter.limit);
    return for_each(database, sql, condition.values, use);
}

Result<bool> for_each_piece_of(const Database& database, const std::string& story,
                               const std::function<Result<bool>(const ListedPiece&)>& use) {
    return for_each(database, fmt::format("{} WHERE shown = ? {}", columns, order), {story}, use);
}

Result<std::set<std::string>> pages_let_through(const Database& database, const std::string& story, const StoreFilter& filter) {
    FilterCondition condition = condition_of(filter);
    condition.values.push_back(story);
    std::set<std::string> pages;
    auto statement = database.prepare(fmt::format(
        "SELECT sha256 FROM pieces JOIN pages ON pages.id = pieces.page JOIN story_pieces AS s USING(page) WHERE {} AND shown = ?",
        condition.sql));
    if (!statement) return statement.error();
    bind_values(*statement, condition.values);
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        pages.emplace(row.text(0));
        return true;
    });
    if (!done) return done.error();
    return pages;
}

Result<bool> for_each_piece_on(const Database& database, std::optional<std::int32_t> day,
                               const std::function<Result<bool>(const ListedPiece&)>& use) {
    const std::string when = day ? fmt::format("= {}", *day) : "IS NULL";
    return for_each(database, fmt::format("{} WHERE stream_day {}", columns, when), {}, use);
}

Result<ListedPiece> find_piece(const Database& database, const std::string& sha256) {
    std::optional<ListedPiece> found;
    auto done = for_each(database, fmt::format("{} WHERE sha256 = ?", columns), {sha256}, [&](const ListedPiece& piece) -> Result<bool> {
        found = piece;
        return true;
    });
    if (!done) return done.error();
    if (!found) return Error{Problem::not_found, "there is no such piece in the store", sha256, {}};
    return std::move(*found);
}

}  // namespace depesche
