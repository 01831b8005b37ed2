#include "store/stored_stream.h"

#include "store/page_rows.h"

namespace depesche {

Piece piece_of(const ListedPiece& listed) {
    Piece piece;
    piece.id = listed.sha256;
    piece.url = listed.url;
    piece.outlet = listed.outlet;
    piece.section = listed.section;
    piece.first_seen = parse_iso(listed.published);
    if (!piece.first_seen || !piece.first_seen->has_day()) {
        if (const auto crawled = parse_iso(listed.crawled)) piece.first_seen = crawled;
    }
    piece.title = listed.title;
    piece.teaser = listed.teaser;
    piece.text = listed.text;
    piece.language = listed.language;
    return piece;
}

Result<PieceDay> StoredStream::next_day(std::int32_t day) {
    auto statement = database_.prepare("SELECT min(stream_day) FROM pieces WHERE stream_day >= ?");
    if (!statement) return statement.error();
    auto found = statement->with(day).step();
    if (!found) return found.error();
    if (statement->is_null(0)) return PieceDay();
    return PieceDay(static_cast<std::int32_t>(statement->number(0)));
}

Result<std::vector<PieceDay>> days_of(const Database& database, std::string_view sql) {
    std::vector<PieceDay> days;
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        const auto day = static_cast<std::int32_t>(row.number(0));
        days.push_back(day == unknown_day ? PieceDay() : PieceDay(day));
        return true;
    });
    if (!done) return done.error();
    return days;
}

Result<std::vector<PieceDay>> days_with_pieces(const Database& database) {
    auto days = days_of(database, "SELECT DISTINCT stream_day FROM pieces WHERE stream_day IS NOT NULL ORDER BY stream_day");
    if (days) days->insert(days->begin(), PieceDay());
    return days;
}

Result<std::vector<PlacedPiece>> StoredStream::pieces_of(PieceDay day) {
    std::vector<PlacedPiece> pieces;
    auto done = for_each_piece_on(database_, day, [&](const ListedPiece& listed) -> Result<bool> {
        pieces.push_back({piece_of(listed), listed.words_story, listed.words_topic});
        return true;
    });
    if (!done) return done.error();
    return pieces;
}

}  // namespace depesche
