#include "store/update_stories.h"

#include <algorithm>

#include "store/join_update.h"
#include "store/stored_stream.h"
#include "store/story_writer.h"

namespace depesche {
namespace {

constexpr int most_attempts = 5;  // while another program writes

Result<std::int64_t> counter(const Database& database, std::string_view name) {
    return database.number("SELECT value FROM counters WHERE name = ?", name);
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
    const auto days = *was_pile != 0 ? days_with_pieces(database) : days_of(database, "SELECT day FROM changed_days ORDER BY day");
    if (!days) return days.error();
    auto done = regroup(stream, *days, languages, threads);
    if (!done) return done.error();
    found.regrouping = std::move(*done);
    return found;
}

Result<bool> write_counters(const Database& database, std::int64_t changes, bool pile) {
    auto done = database.run("DELETE FROM changed_days");
    if (done) done = database.run("UPDATE counters SET value = ? WHERE name = 'grouped'", changes);
    if (done) done = database.run("INSERT OR REPLACE INTO counters VALUES('pile', ?)", pile ? 1 : 0);
    if (done) done = database.run("UPDATE counters SET value = value + 1 WHERE name = 'rejoined'");
    return done;
}

// False when pieces came while stories were found.
Result<bool> try_update(const Database& database, const Languages& languages, unsigned threads, const MeaningSource& source,
                        UpdatedStories& updated) {
    const auto before = counter(database, "changes");
    if (!before) return before.error();
    const auto found = find_stories(database, languages, threads);
    JoinUpdate joins(database, languages, source, threads);
    const auto pairs = found ? joins.find(found->pile) : found.error();
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto now = counter(database, "changes");
    if (!now) return now.error();
    if (*now != *before) return false;
    if (!found) return found.error();
    if (!pairs) return pairs.error();
    StoryWriter writer(database);
    if (auto done = writer.write(found->regrouping); !done) return done;
    const auto rejoined = joins.write(writer.touched());
    if (!rejoined) return rejoined.error();
    if (auto done = writer.settle(*rejoined); !done) return done;
    if (auto done = write_counters(database, *now, found->pile); !done) return done;
    if (auto done = apply_story_corrections(database); !done) return done;
    updated.not_joined = joins.problem();
    return transaction->commit();
}

}  // namespace

Result<bool> stories_are_current(const Database& database, const MeaningSource& source) {
    const auto changes = counter(database, "changes");
    if (!changes) return changes.error();
    const auto grouped = counter(database, "grouped");
    if (!grouped) return grouped.error();
    if (*changes != *grouped) return false;
    return joined_by(database, source);
}

Result<UpdatedStories> update_stories(const Database& database, const Languages& languages, unsigned threads, const MeaningSource& source) {
    UpdatedStories updated;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const auto current = stories_are_current(database, source);
        if (!current) return current.error();
        if (*current) return updated;
        const auto done = try_update(database, languages, threads, source, updated);
        if (!done) return done.error();
    }
    updated.behind = Error{
        Problem::passed_over, "another program keeps bringing pages; it finds the newest stories when it is done", database.path(), {}};
    return updated;
}

}  // namespace depesche
