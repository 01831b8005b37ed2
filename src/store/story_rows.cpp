#include "store/story_rows.h"

#include <fmt/format.h>

#include "store/row_lists.h"

namespace depesche {
namespace {

// The one text that a query for a begin of a hash gives.
Result<std::string> find_one(const Database& database, std::string_view sql, std::string_view begin, std::string_view what) {
    const auto error = [&](Problem problem, std::string reason) { return Error{problem, std::move(reason), std::string(begin), {}}; };
    const bool hash = begin.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!hash || begin.size() < 4 || begin.size() > 64)
        return error(Problem::wrong_usage,
                     fmt::format("a {} is named by at least 4 digits of its hash, as `depesche list` shows it", what));
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    auto found = statement->with(begin).step();
    if (!found) return found.error();
    if (!*found) return error(Problem::not_found, fmt::format("no {} of this store has such a name", what));
    std::string name(statement->text(0));
    const auto second = statement->step();
    if (!second) return second.error();
    if (*second) return error(Problem::wrong_usage, "several have a name that begins so; give more digits");
    return name;
}

}  // namespace

Result<std::string> find_story(const Database& database, std::string_view begin) {
    return find_one(
        database, "SELECT DISTINCT shown FROM story_pieces JOIN pages ON pages.id = page WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' LIMIT 2",
        begin, "story");
}

Result<std::string> find_page(const Database& database, std::string_view begin) {
    return find_one(database, "SELECT sha256 FROM pieces JOIN pages ON id = page WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' LIMIT 2", begin,
                    "piece");
}

Result<std::vector<ListedStoryEvent>> events_of_story(const Database& database, const std::string& story) {
    std::vector<ListedStoryEvent> events;
    auto statement =
        database.prepare("SELECT kind, before, after FROM story_events WHERE instr(before, ?1) OR instr(after, ?1) ORDER BY id");
    if (!statement) return statement.error();
    auto done = for_each_row(statement->with(story), [&](const Statement& row) -> Result<bool> {
        events.push_back({std::string(row.text(0)), distinct_entries(row.text(1)), distinct_entries(row.text(2))});
        return true;
    });
    if (!done) return done.error();
    return events;
}

}  // namespace depesche
