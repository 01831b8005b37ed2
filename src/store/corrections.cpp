#include "store/corrections.h"

#include <array>
#include <optional>

#include "base/utf8.h"
#include "store/update_stories.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, 4> kind_names = {"join", "move", "no-quote", "speaker"};

// Who names another speaker for the same bytes has changed their mind. A move that is made again counts from now on: others may have been
// made in between.
Result<bool> drop_replaced(const Database& database, const Correction& correction) {
    if (correction.kind == CorrectionKind::speaker)
        return database.run("DELETE FROM corrections WHERE kind = 'speaker' AND page = ? AND first = ? AND last = ?", correction.page,
                            correction.bytes.begin, correction.bytes.end);
    if (correction.kind == CorrectionKind::move)
        return database.run("DELETE FROM corrections WHERE kind = 'move' AND page = ? AND other = ?", correction.page, correction.other);
    return true;
}

}  // namespace

std::string_view name_of(CorrectionKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

Result<std::vector<Correction>> load_corrections(const Database& database) {
    std::vector<Correction> corrections;
    auto statement = database.prepare("SELECT id, kind, page, other, first, last, value FROM corrections ORDER BY id");
    if (!statement) return statement.error();
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        Correction correction;
        correction.id = row.number(0);
        for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
            if (row.text(1) == kind_names.at(kind)) correction.kind = static_cast<CorrectionKind>(kind);
        }
        correction.page = row.text(2);
        correction.other = row.text(3);
        correction.bytes = {static_cast<std::uint32_t>(row.number(4)), static_cast<std::uint32_t>(row.number(5))};
        correction.value = row.text(6);
        corrections.push_back(std::move(correction));
        return true;
    });
    if (!done) return done.error();
    return corrections;
}

Result<bool> add_correction(const Database& database, const Correction& correction) {
    if (!correction.other.empty() && correction.other == correction.page)
        return Error{Problem::wrong_usage, "two different pieces are needed", {}, correction.page};
    if (correction.kind == CorrectionKind::speaker && trim(correction.value).empty())
        return Error{
            Problem::wrong_usage, "a name is needed for who said it; what nobody said is no quote (no-quote)", correction.page, {}};
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    auto done = drop_replaced(database, correction);
    if (done)
        done = database.run("INSERT OR IGNORE INTO corrections(kind, page, other, first, last, value) VALUES(?, ?, ?, ?, ?, ?)",
                            name_of(correction.kind), correction.page, correction.other, correction.bytes.begin, correction.bytes.end,
                            correction.value);
    if (done) done = apply_story_corrections(database);
    if (!done) return done;
    return transaction->commit();
}

Result<bool> undo_correction(const Database& database, std::size_t number) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto all = load_corrections(database);
    if (!all) return all.error();
    if (number == 0 || number > all->size())
        return Error{Problem::not_found, "there is no correction of that number; `depesche correct list` shows them", database.path(), {}};
    auto done = database.run("DELETE FROM corrections WHERE id = ?", (*all)[number - 1].id);
    if (done) done = apply_story_corrections(database);
    if (!done) return done;
    return transaction->commit();
}

}  // namespace depesche
