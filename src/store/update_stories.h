// Update: which piece is in which story, brought up to date when pieces have come or gone.
#pragma once

#include <depesche/result.h>

#include "language/language.h"
#include "store/database.h"

namespace depesche {

// True when no piece has come, changed or gone since stories were last found.
[[nodiscard]] Result<bool> stories_are_current(const Database& database);

// Finds the stories anew: of the whole store as long as it has at most most_of_pile pieces, else for the days that changed
// (stories/regroup.h); notes joins, splits and new names, and applies the corrections.
// When another program brought pieces meanwhile, it is done again for them. All or nothing.
[[nodiscard]] Result<bool> update_stories(const Database& database, const Languages& languages, unsigned threads);

// Sets story_pieces.shown from what was computed and what was corrected; within a transaction that the caller holds.
[[nodiscard]] Result<bool> apply_story_corrections(const Database& database);

}  // namespace depesche
