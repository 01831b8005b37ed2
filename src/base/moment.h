// Moment: a point of the calendar, known as far as a page says it.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace depesche {

// A local date and clock with its own offset from UTC, each part unknown until a page says it. Unknown month and day are 0,
// unknown clock parts are -1; a known part implies that the coarser ones are known too. Nothing is converted to UTC or to
// a local zone, so that output never depends on the machine.
struct Moment {
    int year = 0;   // 1 to 9999
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 31
    int hour = -1;  // 0 to 23
    int minute = -1;
    int second = -1;
    std::optional<int> offset_minutes;  // east of UTC

    [[nodiscard]] bool has_day() const { return day > 0; }
    [[nodiscard]] bool has_clock() const { return hour >= 0; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

// "2024", "2024-06", "2024-06-18", "2024-06-18T10:25", "…T10:25:03", with "+02:00" or "Z" where the offset is known.
[[nodiscard]] std::string to_iso(const Moment& moment);

// Reads what to_iso writes, and also a blank instead of T, fractions of a second (dropped) and offsets without colon.
// Nothing for anything else, for 31 February and for years outside 1 to 9999.
[[nodiscard]] std::optional<Moment> parse_iso(std::string_view text);

// The day, when the moment has one.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(const Moment& moment);
[[nodiscard]] Moment from_day(std::chrono::sys_days day);

// Monday is 0, Sunday 6.
[[nodiscard]] int weekday_of(std::chrono::sys_days day);

// True for a date that exists in the proleptic Gregorian calendar (month and day may be 0 for unknown).
[[nodiscard]] bool is_valid(const Moment& moment);

// Orders by what is known: parts that either side lacks are equal. Clocks are compared in UTC only when both have an offset.
[[nodiscard]] std::weak_ordering compare_known(const Moment& left, const Moment& right);

}  // namespace depesche
