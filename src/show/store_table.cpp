#include "show/store_table.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

#include "show/table_lines.h"
#include "store/piece_list.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

using TakeRow = std::function<Result<bool>(const TableRow&)>;

// The column that says on which page a row stands; none where rows of all pages are wanted. A difference is one by all of its values, so
// those of other pages stay with it.
std::size_t column_of_page(const TableAsked& asked) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    if (asked.filter.takes_all() || asked.kind == TableKind::differences) return none;
    const auto columns = table_columns(asked.kind);
    const auto page = std::ranges::find(columns, std::string_view("page"));
    return page == columns.end() ? none : static_cast<std::size_t>(page - columns.begin());
}

Result<bool> for_each_finding(const Database& database, const TableAsked& asked, const BriefOfStory& brief_of, const TakeRow& take) {
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    std::vector<std::string> stories;
    auto listed = for_each_story(database, asked.filter, [&](const ListedStory& story) -> Result<bool> {
        stories.push_back(story.name);
        return true;
    });
    if (!listed) return listed;
    const std::size_t page_column = column_of_page(asked);
    for (const std::string& story : stories) {
        const auto brief = brief_of(story);
        if (!brief) return brief.error();
        const auto wanted = pages_let_through(database, story, asked.filter);
        if (!wanted) return wanted.error();
        for (const TableRow& row : rows_of(asked.kind, **brief, *corrections)) {
            if (page_column < row.size() && !wanted->contains(row[page_column])) continue;
            if (auto done = take(row); !done) return done;
        }
    }
    return true;
}

}  // namespace

Result<bool> write_table(const Database& database, const TableAsked& asked, const BriefOfStory& brief_of, const TakeLine& take) {
    const std::vector<std::string_view> columns = table_columns(asked.kind);
    if (asked.csv) {
        if (auto done = take(csv_line(columns)); !done) return done;
    }
    const TakeRow take_row = [&](const TableRow& cells) {
        return take(asked.csv ? csv_line(std::vector<std::string_view>(cells.begin(), cells.end())) : json_table_line(columns, cells));
    };
    return asked.kind == TableKind::pieces ? for_each_piece_row(database, asked.filter, take_row)
                                           : for_each_finding(database, asked, brief_of, take_row);
}

}  // namespace depesche
