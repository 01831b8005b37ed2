#include "store/explain_stored.h"

#include <algorithm>

#include "store/stored_stream.h"
#include "stories/days.h"
#include "stories/regroup.h"

namespace depesche {
namespace {

auto adds_to(std::vector<Piece>& pieces) {
    return [&pieces](const ListedPiece& listed) -> Result<bool> {
        pieces.push_back(piece_of(listed));
        return true;
    };
}

// What a stream holds when it comes to the later of the two: its own day, the window before it, and the window before that, from which the
// neighbours of the earlier one have their numbers. Two pieces that are further apart are not compared, and nothing else is needed.
Result<std::vector<Piece>> pieces_around(const Database& database, const ListedPiece& a, const ListedPiece& b) {
    const Piece one = piece_of(a);
    const Piece two = piece_of(b);
    std::vector<Piece> pieces;
    if (!days_near(piece_day(one), piece_day(two))) return std::vector{one, two};
    if (!piece_day(one)) {
        if (auto done = for_each_piece_on(database, PieceDay(), adds_to(pieces)); !done) return done.error();
        return pieces;
    }
    const std::int32_t last = std::max(*piece_day(one), *piece_day(two));
    for (std::int32_t day = last - 2 * window_days; day <= last; ++day) {
        if (auto done = for_each_piece_on(database, PieceDay(day), adds_to(pieces)); !done) return done.error();
    }
    return pieces;
}

Result<std::vector<Piece>> all_pieces(const Database& database) {
    std::vector<Piece> pieces;
    if (auto done = for_each_piece(database, {}, adds_to(pieces)); !done) return done.error();
    return pieces;
}

std::uint32_t index_of(const std::vector<Piece>& pieces, const std::string& id) {
    return static_cast<std::uint32_t>(std::ranges::find(pieces, id, &Piece::id) - pieces.begin());
}

}  // namespace

Result<StoredExplanation> explain_stored(const Database& database, const std::string& a, const std::string& b, const Languages& languages,
                                         unsigned threads) {
    const auto one = find_piece(database, a);
    const auto two = find_piece(database, b);
    if (!one || !two) return !one ? one.error() : two.error();
    const auto pile = database.number("SELECT value FROM counters WHERE name = 'pile'");
    if (!pile) return pile.error();
    const auto pieces = *pile != 0 ? all_pieces(database) : pieces_around(database, *one, *two);
    if (!pieces) return pieces.error();
    const std::uint32_t first = index_of(*pieces, a);
    const std::uint32_t second = index_of(*pieces, b);
    auto found =
        *pile != 0 ? explain_in_pile(*pieces, first, second, languages, threads) : explain(*pieces, first, second, languages, threads);
    if (!found) return Error{Problem::wrong_usage, "two different pieces are needed", {}, a};
    StoredExplanation explained;
    explained.reasons = std::move(*found);
    explained.reasons.one_story = one->story == two->story;
    explained.reasons.one_topic = one->topic == two->topic;
    explained.corrected = one->corrected || two->corrected;
    explained.joined = !explained.corrected && one->story == two->story && one->words_story != two->words_story;
    explained.pieces = {(*pieces)[first], (*pieces)[second]};
    for (std::uint32_t& witness : explained.reasons.witnesses) {
        explained.pieces.push_back((*pieces)[witness]);
        witness = static_cast<std::uint32_t>(explained.pieces.size() - 1);
    }
    return explained;
}

}  // namespace depesche
