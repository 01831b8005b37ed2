// Days of a stream: which day a piece counts to, in what order pieces come, and which days are near enough to be one story.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/grouping.h"

namespace depesche {

// Days since 1970; none for pieces without a time.
using PieceDay = std::optional<std::int32_t>;

inline constexpr std::int32_t window_days = 3;

// The day of first_seen, in UTC where its offset from UTC is known, so that days follow each other as times do.
[[nodiscard]] PieceDay piece_day(const Piece& piece);

// Minutes since 1970, in UTC where the offset is known; midnight when no clock is.
[[nodiscard]] std::optional<std::int64_t> piece_minute(const Piece& piece);

// True when pieces of the two days may be one story: at most window_days apart. Pieces without a day are near each other alone.
[[nodiscard]] bool days_near(PieceDay left, PieceDay right);

// Earlier first, no day last.
[[nodiscard]] bool day_before(PieceDay left, PieceDay right);

// The pieces of one day in order of time, then id.
struct DayOfPieces {
    PieceDay day;
    std::vector<std::uint32_t> pieces;  // indices
};

// All pieces by days, earliest first, those without a day last.
[[nodiscard]] std::vector<DayOfPieces> split_by_day(std::span<const Piece> pieces);

// All of them as one day: a pile is looked at as a whole. Those without a time last.
[[nodiscard]] DayOfPieces as_one_day(std::span<const Piece> pieces);

}  // namespace depesche
