// Calendar arithmetic for time expressions: weeks, months, movable feasts. Proleptic Gregorian calendar.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/moment.h"

namespace depesche {

using Day = std::chrono::sys_days;

// The granularity of a span of time, in TIMEX3's letters.
enum class TimeUnit : unsigned char { second, minute, hour, day, week, weekend, month, quarter, half_year, year, decade, century, night };

// Reads "D", "W", "Y", "TH", "WE" and so on, as the tables write units.
[[nodiscard]] std::optional<TimeUnit> parse_unit(std::string_view text);

// "P3D", "PT6H", "P1.5Y"; a negative count gives "PXD" ("some days").
[[nodiscard]] std::string duration_value(double count, TimeUnit unit);

// The day `count` units away. Days of the month that do not exist are cut to the month's last ("one month after 31 January").
// Nothing when the result is outside the years 1 to 9999.
[[nodiscard]] std::optional<Day> add_units(Day day, long count, TimeUnit unit);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);

// TIMEX3 value of the stretch of granularity `unit` that holds `day`: "2024-W25", "2024-W25-WE", "2024-06", "202".
[[nodiscard]] std::string value_of(Day day, TimeUnit unit);
[[nodiscard]] std::string day_value(Day day);

// Western Easter Sunday (Meeus, Jones and Butcher); years 1583 to 9999.
[[nodiscard]] std::optional<Day> easter(int year);

// A feast as the tables write it: "12-25" or "easter+39"; nothing when the year has no such day.
[[nodiscard]] std::optional<Day> feast_day(std::string_view feast, int year);

// The day that exists, or nothing ("31 February", month 0).
[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);

}  // namespace depesche
