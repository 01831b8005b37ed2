// Story writer: a regrouping written to the store's rows, and what became of stories by it. All within a transaction that the caller holds.
#pragma once

#include <map>
#include <set>
#include <string>

#include <depesche/result.h>

#include "store/language_joins.h"
#include "stories/regroup.h"

namespace depesche {

class StoryWriter {
public:
    explicit StoryWriter(const Database& database) : database_(database) {}

    // Stories and topics as words make them.
    [[nodiscard]] Result<bool> write(const Regrouping& regrouping);

    // Stories with a piece that came or moved, or that was in them before.
    [[nodiscard]] const std::set<std::string>& touched() const { return touched_; }

    // After joining over language borders: gives every piece of a story that changed its name that is shown, without corrections, and
    // notes joins, splits and new names.
    [[nodiscard]] Result<bool> settle(const Rejoined& rejoined);

private:
    [[nodiscard]] Result<bool> note(std::int64_t row);
    [[nodiscard]] Result<bool> write_renamings(std::span<const Renaming> renamings);
    [[nodiscard]] Result<bool> write_moves(std::span<const MovedPiece> moved);
    [[nodiscard]] Result<bool> write_names(const Rejoined& rejoined);
    [[nodiscard]] Result<bool> write_events(const Rejoined& rejoined);

    const Database& database_;
    std::set<std::string> touched_;
    std::map<std::int64_t, std::string> before_;  // pieces that came or moved, by row, with the story that words gave them before
};

}  // namespace depesche
