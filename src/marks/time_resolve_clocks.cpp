// Clocks and parts of the day.
#include "marks/time_resolving.h"

#include <cmath>

#include <fmt/format.h>

namespace depesche::resolving {

// ---- clocks and parts of the day ----

// A clock belongs to the day of its sentence; else to the day just told of, when that is past (a report goes on), else to
// the publication's day (a programme lists what is on).
Maybe clock_value(int hour, int minute, const Context& context) {
    if (hour < 0 || hour > 24 || minute > 59) return std::nullopt;
    Resolved out = unresolved(TimeType::time);
    const bool past = context.last_day && context.published && *context.last_day <= *context.published;
    const auto day = context.same_sentence ? context.same_sentence : past || !context.published ? context.last_day : context.published;
    if (!day) return out;
    out = dated(*day);
    out.type = TimeType::time;
    out.value += fmt::format("T{:02}:{:02}", hour, minute < 0 ? 0 : minute);
    if (hour < 24) {
        out.moment->hour = hour;
        out.moment->minute = minute < 0 ? 0 : minute;
    }
    out.relative = true;
    return out;
}

namespace {

// "Gestern Nachmittag um halb vier", "am Abend um acht Uhr": the part of the day just said decides.
bool is_of_afternoon(int hour, std::string_view part) {
    constexpr int first_of_evening = 5, first_of_night = 9, last_of_afternoon = 7;
    if (part == "TAF") return hour >= 1 && hour <= last_of_afternoon;
    if (part == "TEV") return hour >= first_of_evening && hour < 12;
    return part == "TNI" && hour >= first_of_night && hour < 12;
}

}  // namespace

Maybe clock(How how, const Fields& fields, const Context& context) {
    int hour = fields.hour;
    if (hour < 0 && fields.count >= 0 && fields.count <= 24 && std::floor(fields.count) == fields.count)
        hour = static_cast<int>(fields.count);
    const bool military = how == "military";  // "0630 GMT"
    if (military && fields.number >= 0) hour = fields.number / 100;
    if (hour < 0) return std::nullopt;
    int minute = military ? fields.number % 100 : fields.minute;
    if (minute < 0 && fields.hour >= 0 && fields.count >= 0) minute = static_cast<int>(fields.count);
    if (how == "half") --hour, minute = 30;
    if (how == "quarter-before") --hour, minute = 45;
    if (how == "quarter-after") minute = 15;
    if (how == "quarter-of") --hour, minute = 15;
    if (how == "half-after") minute = 30;
    if (how == "past" || how == "to") {  // "zehn nach acht", "five to twelve"
        minute = static_cast<int>(fields.count);
        hour = static_cast<int>(fields.second_count) - (how == "to" ? 1 : 0);
        if (minute < 1 || minute > 30 || fields.second_count > 12) return std::nullopt;
        if (how == "to") minute = 60 - minute;
    }
    const bool told = fields.afternoon || fields.morning || fields.direction == 12 || military || hour == 0;
    const bool afternoon = fields.afternoon || fields.direction == 12 || (!told && is_of_afternoon(hour, context.part));
    if (afternoon && hour < 12) hour += 12;
    if (fields.morning && hour == 12) hour = 0;
    return clock_value(hour, minute, context);
}

Maybe part(How /*how*/, const Fields& fields, const Context& context) {
    const std::string_view word = fields.part.empty() ? fields.text : fields.part;
    Resolved out = unresolved(TimeType::time);
    const auto day = context.same_sentence ? context.same_sentence : anchor(context);
    if (day) out = dated(*day, word);
    out.relative = true;
    return out;
}

}  // namespace depesche::resolving
