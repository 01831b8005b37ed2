#include "store/story_writer.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "store/row_lists.h"
#include "stories/story_events.h"

namespace depesche {
namespace {

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

// The name in the list, or the story's own.
const std::string& name_in(const std::map<std::string, std::string>& names, const std::string& story) {
    const auto at = names.find(story);
    return at == names.end() ? story : at->second;
}

}  // namespace

// Keeps in which story the piece is, before that is written over.
Result<bool> StoryWriter::note(std::int64_t row) {
    const auto [place, fresh] = before_.try_emplace(row);
    if (!fresh) return true;
    auto statement = database_.prepare("SELECT story FROM story_pieces WHERE page = ?");
    if (!statement) return statement.error();
    auto known = statement->with(row).step();
    if (!known) return known;
    if (*known) place->second = statement->text(0);
    if (!place->second.empty()) touched_.insert(place->second);
    return true;
}

Result<bool> StoryWriter::write_renamings(std::span<const Renaming> renamings) {
    const auto rows = rows_to_rename(database_, renamings);
    if (!rows) return rows.error();
    auto story = database_.prepare("UPDATE story_pieces SET story = ? WHERE page = ?");
    auto topic = database_.prepare("UPDATE story_pieces SET topic = ? WHERE page = ?");
    if (!story || !topic) return story ? topic.error() : story.error();
    for (const RenamedRow& row : *rows) {
        if (auto done = note(row.row); !done) return done;
        if (!row.topic) touched_.insert(row.name);
        if (auto done = (row.topic ? *topic : *story).with(row.name, row.row).run(); !done) return done;
    }
    return true;
}

Result<bool> StoryWriter::write_moves(std::span<const MovedPiece> moved) {
    auto find = database_.prepare("SELECT id FROM pages WHERE sha256 = ?");
    auto statement = database_.prepare(
        "INSERT INTO story_pieces(page, story, topic, shown) VALUES(?1, ?2, ?3, ?2) "
        "ON CONFLICT(page) DO UPDATE SET story = excluded.story, topic = excluded.topic");
    if (!find || !statement) return find ? statement.error() : find.error();
    for (const MovedPiece& piece : moved) {
        auto found = find->with(piece.id).step();
        if (!found) return found;
        if (!*found) continue;
        const std::int64_t row = find->number(0);
        find->reset();
        if (auto done = note(row); !done) return done;
        touched_.insert(piece.story);
        if (auto done = statement->with(row, piece.story, piece.topic).run(); !done) return done;
    }
    return true;
}

Result<bool> StoryWriter::write(const Regrouping& regrouping) {
    auto done = write_renamings(regrouping.renamings);
    return done ? write_moves(regrouping.moved) : done;
}

Result<bool> StoryWriter::write_names(const Rejoined& rejoined) {
    auto statement = database_.prepare("UPDATE story_pieces SET shown = ?2, corrected = 0 WHERE story = ?1 AND shown <> ?2");
    if (!statement) return statement.error();
    for (const std::string& story : touched_) {
        if (rejoined.after.contains(story)) continue;
        if (auto done = statement->with(story, story).run(); !done) return done;
    }
    for (const auto& [story, name] : rejoined.after) {
        if (auto done = statement->with(story, name).run(); !done) return done;
    }
    return true;
}

Result<bool> StoryWriter::write_events(const Rejoined& rejoined) {
    std::vector<StoryStep> steps;
    std::map<std::string, std::int64_t> moved;  // into the story
    auto now = database_.prepare("SELECT story FROM story_pieces WHERE page = ?");
    if (!now) return now.error();
    for (const auto& [row, before] : before_) {
        auto known = now->with(row).step();
        if (!known) return known;
        const std::string story(now->text(0));
        ++moved[story];
        steps.push_back({before.empty() ? before : name_in(rejoined.before, before), name_in(rejoined.after, story)});
    }
    std::set<std::string> stories = touched_;
    for (const auto& [story, name] : rejoined.after) stories.insert(story);
    for (const std::string& story : stories) {  // its pieces that did not move
        const auto count = database_.number("SELECT count(*) FROM story_pieces WHERE story = ?", story);
        if (!count) return count.error();
        if (*count > moved[story]) steps.push_back({name_in(rejoined.before, story), name_in(rejoined.after, story)});
    }
    for (const StoryEvent& event : story_events(steps)) {
        auto done = database_.run("INSERT INTO story_events(kind, before, after) VALUES(?, ?, ?)", name_of(event.kind),
                                  as_list(event.before), as_list(event.after));
        if (!done) return done;
    }
    return true;
}

Result<bool> StoryWriter::settle(const Rejoined& rejoined) {
    auto done = write_names(rejoined);
    return done ? write_events(rejoined) : done;
}

}  // namespace depesche
