// From pieces to stories and topics.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "language/language.h"
#include "meaning/meaning.h"

namespace depesche {

// One piece as grouping sees it: a headline with a teaser from a feed, or a whole article. Empty means unknown.
struct Piece {
    std::string id;  // unique
    std::string url;
    std::string outlet;
    std::string section;
    std::optional<Moment> first_seen;  // publication time or when a crawler first met it
    std::string title;
    std::string teaser;
    std::string text;
    std::string language;             // ISO 639-1
    std::vector<std::string> people;  // from marks, when there are any: canonical names
    std::vector<std::string> places;
    std::vector<Moment> days;                      // resolved days the piece itself tells of, not background
    std::shared_ptr<const MeaningVector> meaning;  // of meant_text; null when unknown
};

// What a piece's vector is made from: its headline and the begin of its lead.
[[nodiscard]] std::string meant_text(const Piece& piece);
inline constexpr int meant_text_version = 1;  // raised when meant_text gives other texts: vectors that were kept are then made anew
[[nodiscard]] std::string_view meant_lead(const Piece& piece);  // the teaser, or the begin of the text

// Gives each piece that has none its vector. A millisecond a piece and core.
void add_meaning(std::span<Piece> pieces, const Meaning& meaning, unsigned threads);

// Story and topic are named by the index of their earliest piece (first_seen, then id).
struct Placement {
    std::uint32_t story = 0;
    std::uint32_t topic = 0;
    friend bool operator==(const Placement&, const Placement&) = default;
};

// A stream: one placement a piece, in the order given. Pieces are placed day by day (stories/placing.h), so a day's pieces change no
// earlier day; those without a time are grouped among themselves. The result depends on the set of pieces, not on their order or on
// `threads` (0: as many as the machine has cores). Where pieces have their meaning, weights that know it are used. `regroup`
// (stories/regroup.h) does the same when pieces come later.
[[nodiscard]] std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads = 0);

// A pile that is all there: the same, but looked at as a whole, so that what a later piece says of earlier ones counts. Pieces at most
// three days apart may be one story; a piece without a time with any.
[[nodiscard]] std::vector<Placement> group_pile(std::span<const Piece> pieces, const Languages& languages, unsigned threads = 0);

}  // namespace depesche
