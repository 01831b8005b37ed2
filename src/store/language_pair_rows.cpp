// The rows of pairs over language borders.
#include <algorithm>
#include <map>
#include <utility>

#include "store/language_joins.h"

namespace depesche {
namespace {

using StoredPairs = std::map<std::pair<std::int64_t, std::int64_t>, float>;

void bind_day(Statement& statement, int at, PieceDay day) {
    if (day) statement.bind(at, std::int64_t{*day});
    else statement.bind_null(at);
}

Result<StoredPairs> stored_pairs(const Database& database, std::span<const PieceDay> days) {
    StoredPairs pairs;
    auto statement = database.prepare(
        "SELECT first, second, probability FROM pieces JOIN language_pairs ON first = page WHERE stream_day IS ?1 UNION "
        "SELECT first, second, probability FROM pieces JOIN language_pairs ON second = page WHERE stream_day IS ?1");
    if (!statement) return statement.error();
    for (const PieceDay day : days) {
        statement->reset();
        bind_day(*statement, 1, day);
        auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
            pairs[{row.number(0), row.number(1)}] = static_cast<float>(row.real(2));
            return true;
        });
        if (!done) return done.error();
    }
    return pairs;
}

Result<std::set<std::string>> names(Statement& statement) {
    std::set<std::string> found;
    auto done = for_each_row(statement, [&](const Statement& row) -> Result<bool> {
        found.emplace(row.text(0));
        return true;
    });
    if (!done) return done.error();
    return found;
}

}  // namespace

Result<bool> write_language_pairs(const Database& database, std::span<const PieceDay> days, std::span<const LikelyPair> pairs) {
    auto before = stored_pairs(database, days);
    if (!before) return before.error();
    // A page that went since the pairs were found has none: whoever took it out counted a change, and the stories are found again.
    auto insert = database.prepare("INSERT OR REPLACE INTO language_pairs VALUES(?, ?, ?)");
    if (!insert) return insert.error();
    for (const LikelyPair& pair : pairs) {
        const auto known = before->find({pair.first, pair.second});
        const bool same = known != before->end() && known->second == pair.probability;
        if (known != before->end()) before->erase(known);
        if (same) continue;
        insert->with(pair.first, pair.second);
        insert->bind_real(3, static_cast<double>(pair.probability));
        if (auto done = insert->run(); !done) return done;
    }
    for (const auto& [pair, probability] : *before) {
        auto done = database.run("DELETE FROM language_pairs WHERE first = ? AND second = ?", pair.first, pair.second);
        if (!done) return done;
    }
    return true;
}

Result<std::set<std::string>> stories_near(const Database& database, std::span<const PieceDay> days) {
    std::set<std::string> found;
    auto statement = database.prepare(
        "SELECT DISTINCT story FROM pieces JOIN story_pieces AS s USING(page) WHERE stream_day IS ? AND ("
        "EXISTS(SELECT 1 FROM language_pairs WHERE first = s.page) OR EXISTS(SELECT 1 FROM language_pairs WHERE second = s.page) OR "
        "EXISTS(SELECT 1 FROM joined_stories AS j WHERE j.story = s.story))");
    if (!statement) return statement.error();
    std::set<PieceDay> near;
    for (const PieceDay day : days) {
        if (!day) near.insert(day);
        else
            for (std::int32_t offset = -window_days; offset <= window_days; ++offset) near.insert(*day + offset);
    }
    for (const PieceDay day : near) {
        statement->reset();
        bind_day(*statement, 1, day);
        auto some = names(*statement);
        if (!some) return some;
        found.merge(*some);
    }
    return found;
}

Result<std::set<std::string>> stories_with_pairs(const Database& database) {
    auto statement = database.prepare(
        "SELECT story FROM story_pieces WHERE page IN (SELECT first FROM language_pairs UNION SELECT second FROM language_pairs) "
        "UNION SELECT story FROM joined_stories");
    if (!statement) return statement.error();
    return names(*statement);
}

}  // namespace depesche
