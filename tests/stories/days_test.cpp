// Which day a piece counts to, and what days are near.
#include <gtest/gtest.h>

#include "stories/days.h"

namespace depesche {
namespace {

Piece seen(std::string id, std::string_view when) {
    Piece piece;
    piece.id = std::move(id);
    piece.first_seen = parse_iso(when);
    return piece;
}

TEST(PieceDay, IsThatOfUtcWhereTheOffsetIsKnown) {
    EXPECT_EQ(piece_day(seen("a", "1970-01-02")), 1);
    EXPECT_EQ(piece_day(seen("a", "1970-01-03T01:30:00+02:00")), 1);
    EXPECT_EQ(piece_day(seen("a", "1970-01-03T01:30:00")), 2);
    EXPECT_EQ(piece_day(seen("a", "1969-12-31T23:59:00+00:00")), -1);
    EXPECT_EQ(piece_day(seen("a", "2026-03")), std::nullopt);
    EXPECT_EQ(piece_day(seen("a", "")), std::nullopt);
}

TEST(DaysNear, UpToThreeDaysApartAndNoneWithoutADay) {
    EXPECT_TRUE(days_near(5, 8));
    EXPECT_FALSE(days_near(5, 9));
    EXPECT_FALSE(days_near(5, std::nullopt));
    EXPECT_TRUE(days_near(std::nullopt, std::nullopt));
}

TEST(SplitByDay, OrdersByTimeThenIdWithUnknownTimesLast) {
    const std::vector<Piece> pieces = {seen("x", ""), seen("b", "2026-03-10T08:00:00Z"), seen("a", "2026-03-10T08:00:00Z"),
                                       seen("c", "2026-03-11T00:30:00+01:00"), seen("d", "2026-03-12")};
    const auto days = split_by_day(pieces);
    ASSERT_EQ(days.size(), 3U);
    EXPECT_EQ(days[0].pieces, (std::vector<std::uint32_t>{2, 1, 3}));
    EXPECT_EQ(days[1].pieces, (std::vector<std::uint32_t>{4}));
    EXPECT_EQ(days[2].day, std::nullopt);
    EXPECT_EQ(as_one_day(pieces).pieces, (std::vector<std::uint32_t>{2, 1, 3, 4, 0}));
}

}  // namespace
}  // namespace depesche
