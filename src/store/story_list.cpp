// Listing stories: all at once by grouping the table, or the newest of them by walking.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "store/row_lists.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

// Columns of ListedStory over the stories that the rows of `story_pieces JOIN pieces` under `condition` have.
std::string story_columns(std::string_view condition) {
    return fmt::format(
        "SELECT story, topic, reports, outlets, first, last, ifnull((SELECT title FROM story_pieces AS s JOIN pieces AS p USING(page) "
        "JOIN pages AS q ON q.id = p.page WHERE s.shown = g.story AND title <> '' ORDER BY published = '', published, sha256 LIMIT 1), "
        "''), "
        "g.story IN (SELECT shown FROM corrections AS c JOIN pages ON sha256 = c.page OR (c.other <> '' AND sha256 = c.other) "
        "JOIN story_pieces AS t ON t.page = pages.id) "
        "FROM (SELECT shown AS story, min(ifnull((SELECT joined FROM joined_topics AS j WHERE j.topic = story_pieces.topic), topic)) AS "
        "topic, count(DISTINCT ifnull(nullif(address_key(url), ''), page)) AS reports, "
        "group_concat(outlet, char(10)) AS outlets, "
        "ifnull(min(nullif(published, '')), '') AS first, max(published) AS last "
        "FROM story_pieces JOIN pieces USING(page) {} GROUP BY shown) AS g",
        condition);
}

ListedStory story_of(const Statement& row) {
    ListedStory story;
    story.name = row.text(0);
    story.topic = row.text(1);
    story.reports = static_cast<std::size_t>(row.number(2));
    story.outlets = distinct_entries(row.text(3));
    story.first = row.text(4);
    story.last = row.text(5);
    story.headline = row.text(6);
    story.corrected = row.number(7) != 0;
    return story;
}

using UseStory = std::function<Result<bool>(const ListedStory&)>;

Result<bool> group_all(const Database& database, const StoreFilter& filter, const UseStory& use) {
    const FilterCondition condition = condition_of(filter);
    const std::string wanted =
        filter.takes_all() ? ""
                           : fmt::format("WHERE shown IN (SELECT shown FROM story_pieces JOIN pieces USING(page) WHERE {})", condition.sql);
    auto statement = database.prepare(story_columns(wanted) + " ORDER BY last = '', last DESC, story");
    if (!statement) return statement.error();
    if (!filter.takes_all()) bind_values(*statement, condition.values);
    return for_each_row(*statement, [&](const Statement& row) { return use(story_of(row)); });
}

// Walks the pieces from the newest on. The first piece of a story that is met is its latest, so stories come in the order of their latest
// piece, and only as many are put together as are asked for; those of the same minute are sorted by name. An empty time sorts last by
// itself.
// Handles a story with many reports (put together once). Does not handle a filter that hardly any story passes better than grouping all
// does. Its slow twin is group_all; test: StoryListTest.WalkingGivesWhatGroupingAllGives.
class NewestStories {
public:
    static Result<NewestStories> make(const Database& database, const StoreFilter& filter) {
        NewestStories walk;
        walk.left_ = filter.limit;
        walk.condition_ = condition_of(filter);
        auto one = database.prepare(story_columns("WHERE shown = ?"));
        if (!one) return one.error();
        auto wanted = database.prepare(
            fmt::format("SELECT 1 FROM story_pieces JOIN pieces USING(page) WHERE {} AND shown = ? LIMIT 1", walk.condition_.sql));
        if (!wanted) return wanted.error();
        walk.one_.emplace(std::move(*one));
        walk.wanted_.emplace(std::move(*wanted));
        return walk;
    }

    Result<bool> run(const Database& database, const UseStory& use) {
        auto statement =
            database.prepare("SELECT published, shown FROM pieces CROSS JOIN story_pieces USING(page) ORDER BY published DESC");
        if (!statement) return statement.error();
        while (left_ > 0) {
            const auto more = statement->step();
            if (!more) return more.error();
            if (!*more || statement->text(0) != time_) {
                if (auto done = give(use); !done || !*done) return done;
            }
            if (!*more) break;
            time_ = statement->text(0);
            if (seen_.emplace(statement->text(1)).second) waiting_.emplace_back(statement->text(1));
        }
        return true;
    }

private:
    // Those whose latest piece is of the minute that has passed.
    Result<bool> give(const UseStory& use) {
        std::ranges::sort(waiting_);
        for (const std::string& name : waiting_) {
            if (left_ == 0) break;
            bind_values(*wanted_, condition_.values);
            wanted_->bind(static_cast<int>(condition_.values.size()) + 1, name);
            const auto wanted = wanted_->step();
            if (!wanted) return wanted.error();
            wanted_->reset();
            if (!*wanted) continue;
            if (const auto found = one_->with(name).step(); !found || !*found) return found;
            const ListedStory story = story_of(*one_);
            one_->reset();
            --left_;
            if (auto used = use(story); !used) return used;
        }
        waiting_.clear();
        return true;
    }

    std::size_t left_ = 0;
    FilterCondition condition_;
    std::optional<Statement> one_;
    std::optional<Statement> wanted_;
    std::unordered_set<std::string> seen_;
    std::vector<std::string> waiting_;
    std::string time_;
};

}  // namespace

Result<bool> for_each_story(const Database& database, const StoreFilter& filter, const UseStory& use) {
    if (filter.limit == 0) return group_all(database, filter, use);
    auto walk = NewestStories::make(database, filter);
    if (!walk) return walk.error();
    return walk->run(database, use);
}

}  // namespace depesche
