// Time resolver: from what an expression says to its TIMEX3 value, given the publication and the dates said before.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "marks/marks.h"
#include "marks/time_fields.h"
#include "marks/time_tense.h"

namespace depesche {

// What the text around an expression says about it.
struct TimeContext {
    std::optional<Day> published;
    std::optional<Day> last_day;       // of the nearest expression before it that names a day, in this or the two sentences before
    std::optional<Day> same_sentence;  // of the nearest one in the same sentence
    std::optional<int> last_year;      // year that was said in this or the two sentences before, alone or in a date
    std::optional<int> dated_year;     // the same, of a month or day ("im März 1992"): a bare year is no stretch of narrative
    std::string_view part;             // of the day, when it was said just before: "am Abend um acht"
    Tense tense = Tense::unknown;
};

struct Resolved {
    TimeType type = TimeType::date;
    std::string value;
    std::optional<Moment> moment;
    std::optional<int> weekday;
    std::optional<int> days_from_publication;
    bool relative = false;
    bool background = false;
};

// `action` is what the pattern asks for ("weekday:near"). Nothing when the fields make no such expression. A day that does not
// exist (31 February) is no expression with a value: it comes back with an empty value and no moment.
[[nodiscard]] std::optional<Resolved> resolve_time(std::string_view action, const TimeFields& fields, const TimeContext& context);

}  // namespace depesche
