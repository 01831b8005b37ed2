// Language days: the pairs of pieces over language borders that days of a store have (stories/likely_pairs.h).
//
// A day has pairs with itself and with the window_days before and behind it. The pairs of two days depend on these two days alone, so when
// pieces come to a day only its own are found anew: seven days are read, however many the store has. A vector is made only for a piece
// that has one of another language in its window. Handles: a store of a million pieces to which a day's come. Does not handle cheaply:
// pieces strewn over a whole year; all its days are looked at. Twin: all at once, tests/store/language_joins_test.cpp.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "language/language.h"
#include "store/meanings.h"
#include "stories/days.h"
#include "stories/likely_pairs.h"

namespace depesche {

class LanguageDays {
public:
    // All arguments must outlive it.
    LanguageDays(const Database& database, const Languages& languages, const MeaningSource& source, unsigned threads)
        : database_(database), languages_(languages), threads_(threads), meanings_(database, source, threads) {}

    // All pairs that have a piece on one of the days, each once, in no particular order; pieces are numbered as pages are. Vectors that
    // are missing are made and stored. A piece is in the language that its row says; one of unknown language has no pairs.
    [[nodiscard]] Result<std::vector<LikelyPair>> pairs_of(std::span<const PieceDay> days);

private:
    struct Day {
        std::vector<Piece> pieces;  // in order of time, then id; with the begin of the text alone
        std::vector<std::int64_t> rows;
        std::set<std::string> languages;
        SpokenDay spoken;
        bool compared = false;  // `spoken` is made
    };
    [[nodiscard]] Result<Day*> load(PieceDay day);
    [[nodiscard]] Result<bool> prepare(Day& day);
    [[nodiscard]] Result<bool> compare(Day& one, Day& other, std::vector<LikelyPair>& pairs);

    const Database& database_;
    const Languages& languages_;
    unsigned threads_;
    StoredMeanings meanings_;
    LanguageModel model_;
    std::map<PieceDay, Day> days_;
};

// True when on these days and their windows there are pieces of more than one language.
[[nodiscard]] Result<bool> languages_meet(const Database& database, std::span<const PieceDay> days);

}  // namespace depesche
