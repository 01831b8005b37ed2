// Joining over language borders: stories of pieces in different languages that report one happening become one story.
//
// Words group pieces within a language well, and not beyond it; so stories are made first and joined then: by pairs of pieces that may
// report one happening (likely_pairs.h), from which follows which stories are one (story_joins.h).
// Handles: one happening told in German, English and French, beside a like one elsewhere. Does not handle: happenings of one affair in the
// same few words (tests/stories/languages_join_test.cpp). Source of the method: linking clusters of news over languages by their vectors
// (Miranda and others 2018; Linger and Hajaiej 2020).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "language/language.h"
#include "stories/grouping.h"

namespace depesche {

// For each piece the language it says, or the one its headline and lead are in; empty when that cannot be told. A language that fewer than
// one in 200 pieces seem to be in is taken for a mistake of telling ("Bilder des Tages" looks Norwegian), unless pieces say it themselves.
[[nodiscard]] std::vector<std::string> languages_of(std::span<const Piece> pieces, unsigned threads = 1);

// True when more than one language is known among them.
[[nodiscard]] bool languages_mixed(std::span<const std::string> languages);

// How the pieces were grouped, and so which days are near each other: in a pile a piece without a time is near all, in a stream near its
// like alone.
enum class PieceSet : std::uint8_t { pile, stream };

// `placements` are of group_pile or group_pieces, `spoken` of languages_of; a piece of unknown language or without its meaning
// (Piece::meaning) is joined by nothing here. Gives the placements with stories and their topics joined, named after their earliest pieces.
// The result does not depend on the order of the pieces or on `threads`. Within window_days every piece of one language is compared with
// every piece of the others: about 50 ns a pair.
[[nodiscard]] std::vector<Placement> join_languages(std::span<const Piece> pieces, std::span<const Placement> placements,
                                                    std::span<const std::string> spoken, PieceSet set, const Languages& languages,
                                                    unsigned threads);

// What is told where nothing can be joined; `reason`: of loading the encoder.
[[nodiscard]] Error not_joined(Error reason);

// What joining came to: the placements as they are from then on, and why nothing was joined.
struct JoinedLanguages {
    std::vector<Placement> placements;
    std::optional<Error> problem;  // languages are mixed, but the program has no encoder
};

// Where languages are mixed, loads the encoder, gives pieces their meaning and joins; else gives the placements back. Takes 0.2 s and a
// millisecond a piece and core then.
[[nodiscard]] JoinedLanguages join_where_mixed(std::span<Piece> pieces, std::vector<Placement> placements, PieceSet set,
                                               const Languages& languages, unsigned threads);

}  // namespace depesche
