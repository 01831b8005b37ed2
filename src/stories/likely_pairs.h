// Likely pairs: which pieces of two days, in different languages, may report one happening.
//
// Every piece of the one language is compared with every piece of the others by its vector; of a day those closest to it are held against
// it, and what the pair model gives a chance is kept. The pairs of two days depend on the pieces of these two days alone: when pieces come
// to a day, no pair of two other days is another, which is what a store needs (store/language_days.h). Handles: a day with hundreds of
// alike reports in two languages (forty each are kept). Does not handle: more than forty reports of one happening and day in one
// language beside a nearer look-alike; some are not held against the foreign one then.
// Tests: tests/stories/languages_join_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "meaning/vector.h"
#include "stories/language_pairs.h"

namespace depesche {

// A piece as it is compared over a border.
struct SpokenPiece {
    std::int64_t number = 0;  // the caller's
    LanguageSide side;
    std::shared_ptr<const MeaningVector> vector;  // never null
};

// A day's pieces by language, each language in order of time, then id. Without those of unknown language or meaning.
using SpokenDay = std::map<std::string, std::vector<SpokenPiece>>;

struct LikelyPair {
    std::int64_t first = 0;  // numbers of pieces; the languages of first and second are in the order of the alphabet
    std::int64_t second = 0;
    float probability = 0;
    friend bool operator==(const LikelyPair&, const LikelyPair&) = default;
};

// In no particular order. `one` and `other` may be the same day (the same object): each pair is then met once. 50 ns for each two pieces.
[[nodiscard]] std::vector<LikelyPair> likely_pairs(const SpokenDay& one, const SpokenDay& other, const LanguageModel& model,
                                                   unsigned threads);

}  // namespace depesche
