#include <iterator>

#include "stories/regroup.h"

namespace depesche {
namespace {

Result<bool> add_day(PlacedPieces& stored, PieceDay day, std::vector<PlacedPiece>& pieces) {
    auto some = stored.pieces_of(day);
    if (!some) return some.error();
    std::ranges::move(*some, std::back_inserter(pieces));
    return true;
}

Result<std::vector<PlacedPiece>> all_pieces(PlacedPieces& stored, std::size_t& days) {
    std::vector<PlacedPiece> pieces;
    for (std::int32_t at = INT32_MIN;; ++days) {
        const auto day = stored.next_day(at);
        if (!day) return day.error();
        if (!*day) break;
        if (auto done = add_day(stored, *day, pieces); !done) return done.error();
        at = **day + 1;
    }
    if (auto done = add_day(stored, std::nullopt, pieces); !done) return done.error();
    return pieces;
}

}  // namespace

Result<Regrouping> regroup_pile(PlacedPieces& stored, const Languages& languages, unsigned threads) {
    Regrouping result;
    auto placed = all_pieces(stored, result.days_walked);
    if (!placed) return placed.error();
    std::vector<Piece> pieces;
    for (PlacedPiece& one : *placed) pieces.push_back(std::move(one.piece));
    const std::vector<Placement> places = group_pile(pieces, languages, threads);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string& story = pieces[places[i].story].id;
        const std::string& topic = pieces[places[i].topic].id;
        if (story != (*placed)[i].story || topic != (*placed)[i].topic) result.moved.push_back({pieces[i].id, story, topic});
    }
    return result;
}

}  // namespace depesche
