// Update: which piece is in which story, brought up to date when pieces have come or gone.
#pragma once

#include <optional>

#include <depesche/result.h>

#include "language/language.h"
#include "meaning/meaning.h"
#include "store/database.h"

namespace depesche {

// True when no piece has come, changed or gone since stories were last found, and they were joined over language borders as this program
// does it. `source`: what its encoder is; a program without one shows stories as words make them.
[[nodiscard]] Result<bool> stories_are_current(const Database& database, const MeaningSource& source = own_meaning());

struct UpdatedStories {
    // To be told, and no failure:
    std::optional<Error> not_joined;  // languages meet, but the program has no encoder
    std::optional<Error> behind;      // another program keeps bringing pages: stories are as they were last found
};

// Finds the stories anew: of the whole store as long as it has at most most_of_pile pieces, else for the days that changed
// (stories/regroup.h); joins them over language borders, for the same days (language_days.h, language_joins.h); notes joins, splits and
// new names, and applies the corrections. A program without an encoder takes joins back that another one made, and leaves the vectors.
// When another program brought pieces meanwhile, it is done again for them, some times; then it is left to that program, which finds
// stories when it ends. All or nothing, but that vectors once made stay.
[[nodiscard]] Result<UpdatedStories> update_stories(const Database& database, const Languages& languages, unsigned threads,
                                                    const MeaningSource& source = own_meaning());

// Sets story_pieces.shown from what was computed, joins over language borders among it, and what was corrected; within a transaction that
// the caller holds.
[[nodiscard]] Result<bool> apply_story_corrections(const Database& database);

}  // namespace depesche
