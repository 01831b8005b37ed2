// Whether two figures, or two times, say the same.
#pragma once

#include <optional>
#include <string_view>

#include "marks/marks.h"

namespace depesche {

enum class Agreement : unsigned char {
    same,
    compatible,  // one rounds, bounds or is coarser than the other, or too little is known
    different,
};

// By value and kind alone; unit and what is counted are for the caller to compare. "187" and "fast 190", "112" and "über hundert",
// "17,4" and "rund 17" are compatible. Round numbers without a hedge count as rounded when the other rounds to them: "190" and "187".
[[nodiscard]] Agreement compare_figures(const Figure& left, const Figure& right);

// Dates and clocks by what both know, durations by their length, "am Mittwoch" and "7. Oktober" by the day they mean, seasons by their
// name. Unresolved times and those of different type are compatible, and so are equal clocks without a day of their own: which day is a
// guess there.
[[nodiscard]] Agreement compare_times(const Time& left, const Time& right);

// True when the words mean a year, month, day or clock that is known: "am 7. Mai", "vor zwei Jahren"; not "im Winter" or "zwei Stunden".
[[nodiscard]] bool is_point(const Time& time);

// Minutes of a TIMEX3 duration ("PT20M", "P3D", "P2W"), nothing for one without numbers. A month has 30 days and a year 365.
[[nodiscard]] std::optional<double> minutes_of(std::string_view duration);

}  // namespace depesche
