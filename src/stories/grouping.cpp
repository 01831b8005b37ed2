#include "stories/grouping.h"

#include <algorithm>

#include "stories/walk.h"

namespace depesche {
namespace {

bool have_meaning(std::span<const Piece> pieces) {
    return std::ranges::any_of(pieces, [](const Piece& piece) { return piece.meaning != nullptr; });
}

std::vector<const Piece*> pointers(std::span<const Piece> pieces, const DayOfPieces& day) {
    std::vector<const Piece*> found;
    found.reserve(day.pieces.size());
    for (const std::uint32_t i : day.pieces) found.push_back(&pieces[i]);
    return found;
}

// From numbers in order of time to indices.
void write(std::vector<Placement>& to, std::span<const std::uint32_t> order, std::uint32_t begin, std::span<const Placement> places) {
    for (std::size_t i = 0; i < places.size(); ++i) to[order[begin + i]] = {order[places[i].story], order[places[i].topic]};
}

}  // namespace

std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const StoryModels models(have_meaning(pieces));
    StoryWalk walk(languages, models, threads);
    std::vector<Placement> placements(pieces.size());
    std::vector<std::uint32_t> order;
    order.reserve(pieces.size());
    for (const DayOfPieces& day : split_by_day(pieces)) {
        const auto begin = static_cast<std::uint32_t>(order.size());
        order.insert(order.end(), day.pieces.begin(), day.pieces.end());
        write(placements, order, begin, walk.place(day.day, pointers(pieces, day)));
    }
    return placements;
}

std::vector<Placement> group_pile(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const StoryModels models(have_meaning(pieces));
    StoryWalk walk(languages, models, threads);
    std::vector<Placement> placements(pieces.size());
    const DayOfPieces pile = as_one_day(pieces);
    write(placements, pile.pieces, 0, walk.place_pile(pointers(pieces, pile)));
    return placements;
}

}  // namespace depesche
