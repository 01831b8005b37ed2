// Regrouping: what changes in a stream that is grouped already when pieces come to some of its days, or go.
//
// Grouping walks the days in order (stream.h, placing.h); what it does on a day depends on the pieces of that day and of the window_days
// before it, and on the stories that those earlier pieces are in. So the walk need begin only at the first changed day, with the days of
// its window as they are stored, and can end when a day's window has no changed day and its pieces are in the same stories as before:
// from there all goes as it went. The result equals that of grouping all pieces at once.
// Handles: 1,000 pieces of the newest day beside a million (five days are read). Does not handle cheaply: pieces strewn over a whole year;
// all its days are walked. Twin: grouping the whole, tests/stories/regroup_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "stories/days.h"

namespace depesche {

// A piece where it lies. Story and topic are named by the ids of their earliest pieces; empty for a piece that is new.
struct PlacedPiece {
    Piece piece;
    std::string story;
    std::string topic;
};

// A grouped stream as it is kept: in a store, or in memory. What it gives has the new pieces in it and the gone ones not.
class PlacedPieces {
public:
    PlacedPieces() = default;
    PlacedPieces(const PlacedPieces&) = delete;
    PlacedPieces& operator=(const PlacedPieces&) = delete;
    virtual ~PlacedPieces() = default;

    // The first day not before `day` that has pieces; nothing when there is none.
    [[nodiscard]] virtual Result<PieceDay> next_day(std::int32_t day) = 0;
    // All pieces of the day, in any order. No day: those without a time.
    [[nodiscard]] virtual Result<std::vector<PlacedPiece>> pieces_of(PieceDay day) = 0;
};

// A piece whose story or topic is now another.
struct MovedPiece {
    std::string id;
    std::string story;
    std::string topic;
};

// A story or topic with another name from `from` on (a day; pieces before it keep the old name, and pieces in Regrouping::moved have their
// new one), because its earliest piece changed or went. `until`: the first day for which the renaming is not right any more. All renamings
// are from old names to new ones at once: a new name may be another's old one.
struct Renaming {
    std::string before;
    std::string after;
    bool topic = false;
    std::int32_t from = 0;
    std::int32_t until = INT32_MAX;
};

struct Regrouping {
    std::vector<MovedPiece> moved;    // of the days that were walked, in order of time
    std::vector<Renaming> renamings;  // for later days
    std::size_t days_walked = 0;
};

// `changed`: the days to which pieces came or from which some went, in any order. Errors: those of `stored`.
[[nodiscard]] Result<Regrouping> regroup(PlacedPieces& stored, std::span<const PieceDay> changed, const Languages& languages,
                                         unsigned threads = 0);

// So few pieces are no stream yet: they are looked at as a whole (group_pile), as `brief` does with the pages it is given. Days with a
// handful of pieces have too few neighbours to weigh an article against, and a piece without a time finds its story there.
inline constexpr std::size_t most_of_pile = 300;

// All of a store with at most that many pieces, grouped as a pile; equals group_pile. The error is that of `stored`.
[[nodiscard]] Result<Regrouping> regroup_pile(PlacedPieces& stored, const Languages& languages, unsigned threads = 0);

}  // namespace depesche
