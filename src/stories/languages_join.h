// Joining over language borders: stories of pieces in different languages that report one happening become one story.
//
// Words group pieces within a language well, and not beyond it; so stories are made first and joined then. How like two stories of two
// languages are is read from their pieces: for each piece of the one the likeliest of the other, averaged over both sides. A large
// story told in many ways is so not held against a single foreign report. The likest two are joined first, and two stories
// of one language never: what words kept apart stays apart.
// Handles: one happening told in German, English and French, beside a like one elsewhere. Does not handle: a foreign report of a happening
// that words split into two stories joins one of them alone; happenings of one affair in the same few words
// (tests/stories/languages_join_test.cpp). Source of the method: linking clusters of news over languages by their vectors (Miranda and
// others 2018; Linger and Hajaiej 2020).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "language/language.h"
#include "meaning/meaning.h"
#include "stories/grouping.h"

namespace depesche {

// For each piece the language it says, or the one its headline and lead are in; empty when that cannot be told. A language that fewer than
// one in 200 pieces seem to be in is taken for a mistake of telling ("Bilder des Tages" looks Norwegian), unless pieces say it themselves.
[[nodiscard]] std::vector<std::string> languages_of(std::span<const Piece> pieces, unsigned threads = 1);

// True when more than one language is known among them.
[[nodiscard]] bool languages_mixed(std::span<const std::string> languages);

// `placements` are of group_pieces or group_pile, `spoken` of languages_of; a piece of unknown language is joined by nothing here. Gives
// the placements with stories and their topics joined, named after their earliest pieces. The result does not depend on the order of the
// pieces or on `threads`. Vectors that pieces have (Piece::meaning) are used, those missing are made. Within window_days every piece of one
// language is compared with every piece of the others: about 50 ns a pair.
[[nodiscard]] std::vector<Placement> join_languages(std::span<const Piece> pieces, std::span<const Placement> placements,
                                                    std::span<const std::string> spoken, const Meaning& meaning, const Languages& languages,
                                                    unsigned threads);

// What joining came to: the placements as they are from then on, and why nothing was joined.
struct JoinedLanguages {
    std::vector<Placement> placements;
    std::optional<Error> problem;  // languages are mixed, but the program has no encoder
};

// Where languages are mixed, loads the encoder and joins; else gives the placements back. Takes 0.2 s and a millisecond a piece and core
// then.
[[nodiscard]] JoinedLanguages join_where_mixed(std::span<const Piece> pieces, std::vector<Placement> placements, const Languages& languages,
                                               unsigned threads);

}  // namespace depesche
