// Weeks, months, seasons, years.
#include "marks/time_resolving.h"

#include <fmt/format.h>

namespace depesche::resolving {

// ---- weeks, months, seasons, years ----

Maybe unit_date(How how, const Fields& fields, const Context& context) {
    const std::optional<TimeUnit> unit = how == "year" ? TimeUnit::year : unit_in(fields);
    if (!unit) return std::nullopt;
    Resolved out = unresolved();
    const int shift = how == "-" ? -1 : fields.shift.value_or(0);
    const auto day = context.published ? add_units(*context.published, shift, *unit) : std::nullopt;
    if (day) {
        out = coarse(value_of(*day, *unit), year_of(*day), *unit == TimeUnit::month ? month_of(*day) : 0);
        if (*unit == TimeUnit::day) out = dated(*day);
        if (*unit >= TimeUnit::decade) out.moment.reset();
    }
    if (*unit == TimeUnit::day) out.days_from_publication = shift;
    out.relative = true;
    return out;
}

// The weekend before the publication with a past verb, else the one of its week.
Maybe weekend(How /*how*/, const Fields& fields, const Context& context) {
    Resolved out = unresolved();
    if (context.published) {
        Day day = *context.published;
        const bool past = fields.shift ? *fields.shift < 0 : context.tense != Tense::future && weekday_of(day) < 5;
        if (past) day -= std::chrono::days{7};
        if (fields.shift && *fields.shift > 0 && weekday_of(day) >= 5) day += std::chrono::days{7};
        out = coarse(value_of(day, TimeUnit::weekend), year_of(day), month_of(day));
    }
    out.relative = true;
    return out;
}

namespace {

int first_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

}  // namespace

Maybe season(How /*how*/, const Fields& fields, const Context& context) {
    if (fields.season.empty()) return std::nullopt;
    std::optional<int> year;
    if (fields.year > 0) {
        year = fields.year;
    } else if (context.published) {
        year = year_of(*context.published);
        const int month = month_of(*context.published), begin = first_month(fields.season);
        if (fields.shift && *fields.shift < 0 && begin + 2 >= month) --*year;
        if (fields.shift && *fields.shift > 0 && begin <= month) ++*year;
        if (!fields.shift && context.tense == Tense::past && begin > month) --*year;
        if (!fields.shift && context.tense == Tense::future && begin + 2 < month) ++*year;
    }
    Resolved out = year ? coarse(fmt::format("{:04}-{}", *year, fields.season), *year) : unresolved();
    if (!year && !fields.shift) out.value = fmt::format("XXXX-{}", fields.season);
    out.relative = fields.year == 0;
    return out;
}

// `how` may be the feast itself, where its name has several words ("easter-2"), or "by7": so many days for each ordinal above the first
// ("der dritte Advent").
Maybe feast(How how, const Fields& fields, const Context& context) {
    const bool counted = how.starts_with("by");
    const std::string_view name = how.empty() || counted ? fields.feast : how;
    if (name.empty()) return std::nullopt;
    const int ordinal = fields.ordinal > 0 ? fields.ordinal : fields.day;
    const std::chrono::days behind{counted && ordinal > 1 ? (ordinal - 1) * (how[2] - '0') : 0};
    std::optional<int> year;
    if (fields.year > 0) year = fields.year;
    if (!year && context.published) {
        year = year_of(*context.published);
        const auto day = feast_day(name, *year);
        const auto ahead = day ? (*day - *context.published).count() : 0;
        const bool past = fields.shift ? *fields.shift < 0 : context.tense == Tense::past;
        const bool coming = fields.shift ? *fields.shift > 0 : context.tense == Tense::future;
        if (past && ahead > 20) --*year;
        if (coming && ahead < -20) ++*year;
    }
    const auto day = year ? feast_day(name, *year) : std::nullopt;
    Resolved out = day ? dated(*day + behind) : unresolved();
    out.relative = fields.year == 0;
    return out;
}

// Without a year the publication's; the one before when the verb is past and that quarter has not begun, the one behind when it is to
// come and over.
Maybe ordinal_unit(How how, const Fields& fields, const Context& context) {
    const int ordinal = fields.ordinal > 0 ? fields.ordinal : fields.day > 0 ? fields.day : fields.direction;
    const bool half = how == "H";
    if (ordinal < 1 || ordinal > (half ? 2 : 4)) return std::nullopt;
    std::optional<int> year;
    if (fields.year > 0) year = fields.year;
    if (!year && context.published) {
        const int months = half ? 6 : 3, month = month_of(*context.published);
        year = year_of(*context.published);
        if (context.tense == Tense::past && (ordinal - 1) * months + 1 > month) --*year;
        if (context.tense == Tense::future && ordinal * months < month) ++*year;
    }
    Resolved out = year ? coarse(fmt::format("{:04}-{}{}", *year, half ? 'H' : 'Q', ordinal), *year) : unresolved();
    out.relative = fields.year == 0;
    return out;
}

// "In der dritten Woche": weeks counted from the one of the day said before.
Maybe ordinal_week(How /*how*/, const Fields& fields, const Context& context) {
    const int ordinal = fields.ordinal > 0 ? fields.ordinal : fields.day;
    if (ordinal < 1 || !context.last_day) return unresolved();
    return from_context(context.last_day, ordinal - 1, TimeUnit::week, {});
}

Maybe decade(How /*how*/, const Fields& fields, const Context& /*context*/) {
    int year = fields.decade >= 0 ? fields.decade : fields.number >= 0 ? fields.number : fields.year;
    if (year < 0 || year % 10 != 0) return std::nullopt;
    if (year < 100) year += year < 20 ? 2000 : 1900;
    if (year < 1000) return std::nullopt;
    return coarse(fmt::format("{}", year / 10), year);
}

Maybe century(How /*how*/, const Fields& fields, const Context& /*context*/) {
    const int number = fields.number >= 0 ? fields.number : fields.ordinal;
    if (number < 1 || number > 30) return std::nullopt;
    Resolved out = fixed(TimeType::date, fmt::format("{:02}", number - 1));
    out.background = number < 21;
    return out;
}

}  // namespace depesche::resolving
