// Explain stored pieces: why two pieces of a store are in one story or not.
#pragma once

#include <string>
#include <vector>

#include <depesche/result.h>

#include "language/language.h"
#include "store/database.h"
#include "store/piece_list.h"
#include "stories/explain.h"

namespace depesche {

struct StoredExplanation {
    Explanation reasons;        // one_story and one_topic are what the store says, corrections and joins over languages included
    std::vector<Piece> pieces;  // the two asked for, then the witnesses that `reasons` counts from 0
    bool corrected = false;     // a correction put one of them where it is
    bool joined = false;        // they are in one story, though words keep them in two: stories of different languages became one
};

// `a` and `b` are whole hashes. Words and neighbours are weighed as when stories were found: of a small store over all of it, else over the
// days around the two. Errors: not_found; wrong_usage when both are the same; those of reading.
[[nodiscard]] Result<StoredExplanation> explain_stored(const Database& database, const std::string& a, const std::string& b,
                                                       const Languages& languages, unsigned threads);

}  // namespace depesche
