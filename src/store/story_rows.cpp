#include "store/story_rows.h"

#include <algorithm>

#include <fmt/format.h>

namespace depesche {
namespace {

std::vector<std::string> lines_of_list(std::string_view list) {
    std::vector<std::string> lines;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        if (end > 0) lines.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

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

Result<bool> for_each_story(const Database& database, const StoreFilter& filter,
                            const std::function<Result<bool>(const ListedStory&)>& use) {
    const FilterCondition condition = condition_of(filter);
    std::string sql = fmt::format(
        "SELECT story, topic, reports, outlets, first, last, ifnull((SELECT title FROM story_pieces AS s JOIN pieces AS p USING(page) "
        "JOIN pages AS q ON q.id = p.page WHERE s.shown = g.story AND title <> '' ORDER BY published = '', published, sha256 LIMIT 1), "
        "''), "
        "g.story IN (SELECT shown FROM corrections AS c JOIN pages ON sha256 = c.page OR (c.other <> '' AND sha256 = c.other) "
        "JOIN story_pieces AS t ON t.page = pages.id) "
        "FROM (SELECT shown AS story, min(topic) AS topic, count(*) AS reports, group_concat(outlet, char(10)) AS outlets, "
        "ifnull(min(nullif(published, '')), '') AS first, max(published) AS last "
        "FROM story_pieces JOIN pieces USING(page) {} GROUP BY shown) AS g ORDER BY last = '', last DESC, story ",
        filter.takes_all()
            ? ""
            : fmt::format("WHERE shown IN (SELECT shown FROM story_pieces JOIN pieces USING(page) WHERE {})", condition.sql));
    if (filter.limit > 0) sql += fmt::format("LIMIT {}", filter.limit);
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    if (!filter.takes_all()) bind_values(*statement, condition.values);
    return for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        ListedStory story;
        story.name = row.text(0);
        story.topic = row.text(1);
        story.reports = static_cast<std::size_t>(row.number(2));
        story.outlets = lines_of_list(row.text(3));
        story.first = row.text(4);
        story.last = row.text(5);
        story.headline = row.text(6);
        story.corrected = row.number(7) != 0;
        return use(story);
    });
}

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
        events.push_back({std::string(row.text(0)), lines_of_list(row.text(1)), lines_of_list(row.text(2))});
        return true;
    });
    if (!done) return done.error();
    return events;
}

}  // namespace depesche
