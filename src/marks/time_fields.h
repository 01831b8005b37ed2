// Time fields: what the words of one expression say, before it is set against a calendar.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "marks/time_calendar.h"
#include "marks/time_patterns.h"

namespace depesche {

struct TimeFields {
    int year = 0, month = 0, day = 0;  // 0 when not said
    int hour = -1, minute = -1;
    int weekday = -1;
    std::string_view part;  // "TEV"
    std::optional<TimeUnit> unit, second_unit;
    double count = -1, second_count = -1;
    std::optional<double> half;
    std::optional<int> shift;  // -1 last, 0 this, 1 next
    std::string_view season;   // "SU"
    std::string_view feast;    // "easter+1"
    int ordinal = 0;
    int decade = -1;  // 90; four digits when the century is said
    int number = -1;  // of a century: 19
    std::string_view mod;
    std::string_view text;  // value that stands in the table: "PAST_REF", "P1D"
    int offset = 0;
    bool afternoon = false;  // "pm", "abends"
    bool morning = false;
    int direction = 0;  // the number of any other word: "später" 1, "zuvor" -1
};

// From the items that a pattern's group took, context items too where they carry a value (shift, direction).
[[nodiscard]] TimeFields fields_of(std::span<const TimeItem> items, const PatternMatch& match, int group);

// What the first of two joined expressions leaves to the second and the other way round: "5. bis 22. November", "June 5 to 7",
// "Mittwoch vor einer Woche".
void inherit(TimeFields& fields, TimeFields& later);

}  // namespace depesche
