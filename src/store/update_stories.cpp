#include "store/update_stories.h"

#include <fmt/format.h>

#include "store/page_rows.h"
#include "store/row_lists.h"
#include "store/stored_stream.h"

namespace depesche {
namespace {

constexpr int most_attempts = 5;  // while another program writes

Result<std::int64_t> counter(const Database& database, std::string_view name) {
    return database.number("SELECT value FROM counters WHERE name = ?", name);
}

Result<std::vector<PieceDay>> changed_days(const Database& database) {
    std::vector<PieceDay> days;
    auto statement = database.prepare("SELECT day FROM changed_days ORDER BY day");
    if (!statement) return statement.error();
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        const auto day = static_cast<std::int32_t>(row.number(0));
        days.push_back(day == unknown_day ? PieceDay() : PieceDay(day));
        return true;
    });
    if (!done) return done.error();
    return days;
}

// All days that have pieces, and that of the pieces without one.
Result<std::vector<PieceDay>> all_days(const Database& database) {
    std::vector<PieceDay> days{PieceDay()};
    auto statement = database.prepare("SELECT DISTINCT stream_day FROM pieces WHERE stream_day IS NOT NULL ORDER BY stream_day");
    if (!statement) return statement.error();
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        days.emplace_back(static_cast<std::int32_t>(row.number(0)));
        return true;
    });
    if (!done) return done.error();
    return days;
}

// A store with few pieces is looked at as a pile. When it grows beyond that all its days are walked once, as a stream.
struct FoundStories {
    Regrouping regrouping;
    bool pile = false;
};

Result<FoundStories> find_stories(const Database& database, const Languages& languages, unsigned threads) {
    const auto pieces =
        database.number("SELECT count(*) FROM (SELECT 1 FROM pieces LIMIT ?)", most_of_pile + 1);  // no more are of interest
    if (!pieces) return pieces.error();
    const auto was_pile = counter(database, "pile");
    if (!was_pile) return was_pile.error();
    StoredStream stream(database);
    FoundStories found;
    found.pile = *pieces <= static_cast<std::int64_t>(most_of_pile);
    if (found.pile) {
        auto done = regroup_pile(stream, languages, threads);
        if (!done) return done.error();
        found.regrouping = std::move(*done);
        return found;
    }
    const auto days = *was_pile != 0 ? all_days(database) : changed_days(database);
    if (!days) return days.error();
    auto done = regroup(stream, *days, languages, threads);
    if (!done) return done.error();
    found.regrouping = std::move(*done);
    return found;
}

std::string_view name_of(StoryEventKind kind) {
    switch (kind) {
        case StoryEventKind::renamed:
            return "renamed";
        case StoryEventKind::joined:
            return "joined";
        case StoryEventKind::split:
            return "split";
        case StoryEventKind::mixed:
            break;
    }
    return "mixed";
}

struct RenamedRow {
    std::int64_t row = 0;
    std::string name;
    bool topic = false;
};

// All rows that renamings mean, found before the first is written: a new name may be another's old one.
Result<std::vector<RenamedRow>> rows_to_rename(const Database& database, std::span<const Renaming> renamings) {
    std::vector<RenamedRow> rows;
    for (const Renaming& renaming : renamings) {
        auto statement = database.prepare(
            fmt::format("SELECT page FROM story_pieces JOIN pieces USING(page) WHERE {} = ? AND stream_day >= ? AND stream_day < ?",
                        renaming.topic ? "topic" : "story"));
        if (!statement) return statement.error();
        auto done =
            for_each_row(statement->with(renaming.before, renaming.from, renaming.until), [&](const Statement& row) -> Result<bool> {
                rows.push_back({row.number(0), renaming.after, renaming.topic});
                return true;
            });
        if (!done) return done.error();
    }
    return rows;
}

Result<bool> write_renamings(const Database& database, std::span<const RenamedRow> rows) {
    auto story = database.prepare("UPDATE story_pieces SET story = ?1, shown = ?1 WHERE page = ?2");
    auto topic = database.prepare("UPDATE story_pieces SET topic = ? WHERE page = ?");
    if (!story || !topic) return story ? topic.error() : story.error();
    for (const RenamedRow& row : rows) {
        if (auto done = (row.topic ? *topic : *story).with(row.name, row.row).run(); !done) return done;
    }
    return true;
}

Result<bool> write_moves(const Database& database, std::span<const MovedPiece> moved) {
    auto statement = database.prepare(
        "INSERT INTO story_pieces(page, story, topic, shown) SELECT id, ?2, ?3, ?2 FROM pages WHERE sha256 = ?1 "
        "ON CONFLICT(page) DO UPDATE SET story = excluded.story, topic = excluded.topic, shown = excluded.story");
    if (!statement) return statement.error();
    for (const MovedPiece& piece : moved) {
        if (auto done = statement->with(piece.id, piece.story, piece.topic).run(); !done) return done;
    }
    return true;
}

Result<bool> write_events(const Database& database, std::span<const StoryEvent> events) {
    for (const StoryEvent& event : events) {
        auto done = database.run("INSERT INTO story_events(kind, before, after) VALUES(?, ?, ?)", name_of(event.kind),
                                 as_list(event.before), as_list(event.after));
        if (!done) return done;
    }
    return true;
}

Result<bool> write_regrouping(const Database& database, const FoundStories& found, std::int64_t changes) {
    const Regrouping& regrouping = found.regrouping;
    const auto renamed = rows_to_rename(database, regrouping.renamings);
    if (!renamed) return renamed.error();
    auto done = write_renamings(database, *renamed);
    if (done) done = write_moves(database, regrouping.moved);
    if (done) done = write_events(database, regrouping.events);
    if (done) done = database.run("DELETE FROM changed_days");
    if (done) done = database.run("UPDATE counters SET value = ? WHERE name = 'grouped'", changes);
    if (done) done = database.run("INSERT OR REPLACE INTO counters VALUES('pile', ?)", found.pile ? 1 : 0);
    return done;
}

// False when pieces came while stories were found.
Result<bool> try_update(const Database& database, const Languages& languages, unsigned threads) {
    const auto before = counter(database, "changes");
    if (!before) return before.error();
    const auto found = find_stories(database, languages, threads);
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto now = counter(database, "changes");
    if (!now) return now.error();
    if (*now != *before) return false;
    if (!found) return found.error();
    if (auto done = write_regrouping(database, *found, *now); !done) return done;
    if (auto done = apply_story_corrections(database); !done) return done;
    return transaction->commit();
}

}  // namespace

Result<bool> stories_are_current(const Database& database) {
    const auto changes = counter(database, "changes");
    if (!changes) return changes.error();
    const auto grouped = counter(database, "grouped");
    if (!grouped) return grouped.error();
    return *changes == *grouped;
}

Result<bool> update_stories(const Database& database, const Languages& languages, unsigned threads) {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const auto current = stories_are_current(database);
        if (!current || *current) return current;
        const auto done = try_update(database, languages, threads);
        if (!done) return done;
    }
    return Error{Problem::cannot_read, "another program keeps bringing pages; its last run will find the stories", database.path(), {}};
}

}  // namespace depesche
