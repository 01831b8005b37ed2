#include "stories/days.h"

#include <algorithm>
#include <numeric>

namespace depesche {
namespace {

constexpr std::int64_t minutes_a_day = 1440;

std::vector<std::optional<std::int64_t>> minutes_of(std::span<const Piece> pieces) {
    std::vector<std::optional<std::int64_t>> minutes;
    minutes.reserve(pieces.size());
    for (const Piece& piece : pieces) minutes.push_back(piece_minute(piece));
    return minutes;
}

std::vector<std::uint32_t> order_of(std::span<const Piece> pieces, std::span<const std::optional<std::int64_t>> minutes) {
    std::vector<std::uint32_t> order(pieces.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t left = minutes[a].value_or(INT64_MAX);
        const std::int64_t right = minutes[b].value_or(INT64_MAX);
        if (left != right) return left < right;
        return pieces[a].id != pieces[b].id ? pieces[a].id < pieces[b].id : a < b;
    });
    return order;
}

PieceDay day_of_minute(std::optional<std::int64_t> minute) {
    if (!minute) return std::nullopt;
    const std::int64_t rounded = *minute >= 0 ? *minute : *minute - (minutes_a_day - 1);
    return static_cast<std::int32_t>(rounded / minutes_a_day);
}

}  // namespace

std::optional<std::int64_t> piece_minute(const Piece& piece) {
    if (!piece.first_seen) return std::nullopt;
    const Moment& moment = *piece.first_seen;
    const auto day = day_of(moment);
    if (!day) return std::nullopt;
    std::int64_t minute = std::int64_t{day->time_since_epoch().count()} * minutes_a_day;
    if (moment.has_clock()) minute += moment.hour * 60 + std::max(moment.minute, 0) - moment.offset_minutes.value_or(0);
    return minute;
}

PieceDay piece_day(const Piece& piece) { return day_of_minute(piece_minute(piece)); }

bool days_near(PieceDay left, PieceDay right) {
    if (!left || !right) return left == right;
    return std::abs(std::int64_t{*left} - *right) <= window_days;
}

bool day_before(PieceDay left, PieceDay right) { return left && (!right || *left < *right); }

std::vector<DayOfPieces> split_by_day(std::span<const Piece> pieces) {
    const auto minutes = minutes_of(pieces);
    std::vector<DayOfPieces> days;
    for (const std::uint32_t i : order_of(pieces, minutes)) {
        const PieceDay day = day_of_minute(minutes[i]);
        if (days.empty() || days.back().day != day) days.push_back({day, {}});
        days.back().pieces.push_back(i);
    }
    return days;
}

DayOfPieces as_one_day(std::span<const Piece> pieces) { return {std::nullopt, order_of(pieces, minutes_of(pieces))}; }

}  // namespace depesche
