// The grouped stream as a store keeps it: what regrouping reads, day by day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/piece_list.h"
#include "stories/regroup.h"

namespace depesche {

// As grouping sees a stored piece. Its time is that of publication, or of the crawl where the page does not show the day.
[[nodiscard]] Piece piece_of(const ListedPiece& listed);

// The days that a query gives in its first column; unknown_day is the day of pieces without one.
[[nodiscard]] Result<std::vector<PieceDay>> days_of(const Database& database, std::string_view sql);

// All days that have pieces, in order, behind that of the pieces without one.
[[nodiscard]] Result<std::vector<PieceDay>> days_with_pieces(const Database& database);

class StoredStream final : public PlacedPieces {
public:
    explicit StoredStream(const Database& database) : database_(database) {}

    [[nodiscard]] Result<PieceDay> next_day(std::int32_t day) override;
    [[nodiscard]] Result<std::vector<PlacedPiece>> pieces_of(PieceDay day) override;

private:
    const Database& database_;
};

}  // namespace depesche
