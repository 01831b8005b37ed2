#include "marks/time_resolver.h"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace depesche {
namespace {

using Fields = TimeFields;
using Context = TimeContext;
using Maybe = std::optional<Resolved>;

Resolved dated(Day day, std::string_view part = {}) {
    Resolved out;
    out.type = part.empty() ? TimeType::date : TimeType::time;
    out.value = day_value(day) + std::string(part);
    out.moment = from_day(day);
    return out;
}

Resolved coarse(std::string value, int year, int month = 0) {
    Resolved out;
    out.value = std::move(value);
    Moment moment;
    moment.year = year;
    moment.month = month;
    if (is_valid(moment)) out.moment = moment;
    return out;
}

Resolved unresolved(TimeType type = TimeType::date) {
    Resolved out;
    out.type = type;
    out.relative = true;
    return out;
}

Resolved fixed(TimeType type, std::string value) {
    Resolved out;
    out.type = type;
    out.value = std::move(value);
    return out;
}

std::optional<Unit> unit_in(const Fields& fields) { return fields.unit ? fields.unit : parse_unit(fields.text); }

// ---- days of the calendar ----

// The year of a day or month that is named without one: the publication's own, or its neighbour when that is nearer by far,
// unless the tense speaks against it and it is more than two months off. "Am 21. Dezember" in June: the last one with a past verb, the next one with a coming one.
// A year said just before wins with a past verb ("Im März 1992 … am 5. März").
int year_near(int month, int day, Day published, const Context& context) {
    const int year = year_of(published);
    if (context.dated_year && *context.dated_year < year && context.tense == Tense::past) return *context.dated_year;
    auto distance = [&](int candidate) {
        const auto found = make_day(candidate, month, day > 0 ? day : 15);
        return found ? (*found - published).count() : 100000;
    };
    constexpr int close = 60, far = 200;
    int best = year;
    if (distance(year) > far) best = year - 1;
    if (distance(year) < -far) best = year + 1;
    if (context.tense == Tense::past && distance(best) > close) --best;
    if (context.tense == Tense::future && distance(best) < -close) ++best;
    return best;
}

std::optional<int> year_for(const Fields& fields, const Context& context) {
    if (fields.year > 0) return fields.year;
    if (!context.published) return context.last_year;
    const int year = year_of(*context.published);
    if (!fields.shift) return year_near(fields.month, fields.day, *context.published, context);
    const int month = month_of(*context.published);
    if (*fields.shift < 0) return fields.month < month ? year + *fields.shift + 1 : year + *fields.shift;
    if (*fields.shift > 0) return fields.month > month ? year + *fields.shift - 1 : year + *fields.shift;
    return year;
}

Maybe date(const Fields& fields, const Context& context) {
    if (fields.month == 0 && fields.year == 0 && fields.number > 0) return coarse(fmt::format("{:04}", fields.number), fields.number);
    if (fields.month == 0 && fields.year == 0) return std::nullopt;
    if (fields.month == 0) return coarse(fmt::format("{:04}", fields.year), fields.year);
    const auto year = year_for(fields, context);
    Resolved out = unresolved();
    if (year && fields.day > 0) {
        const auto day = make_day(*year, fields.month, fields.day);
        if (day) out = dated(*day, fields.part);
    } else if (year) {
        out = coarse(fmt::format("{:04}-{:02}", *year, fields.month), *year, fields.month);
    }
    if (fields.weekday >= 0) out.weekday = fields.weekday;
    out.relative = fields.year == 0;
    return out;
}

Maybe plain_year(const Fields& fields, const Context& /*context*/) {
    if (fields.year == 0) return std::nullopt;
    return coarse(fmt::format("{:04}", fields.year), fields.year);
}

// ---- weekdays ----

// The day of that weekday: with a past verb the last one up to the publication's day, else the next one from it on.
Day near_weekday(int weekday, Day published, Tense tense) {
    const int ahead = (weekday - weekday_of(published) + 7) % 7;
    if (tense != Tense::past) return published + std::chrono::days{ahead};
    return published - std::chrono::days{(7 - ahead) % 7};
}

std::optional<Day> weekday_day(std::string_view how, const Fields& fields, const Context& context) {
    const Day published = *context.published;
    const std::chrono::days week{7};
    if (how == "near") return published + std::chrono::days{fields.direction};
    if (how == "ago" && fields.unit && fields.count >= 0) {  // "Mittwoch vor einer Woche"
        const auto base = add_units(published, -std::lround(fields.count), *fields.unit);
        if (!base) return std::nullopt;
        return *base + std::chrono::days{fields.weekday - weekday_of(*base)};
    }
    if (how == "nextweek" && fields.shift) {
        const Day monday = published - std::chrono::days{weekday_of(published)};
        return monday + week * *fields.shift + std::chrono::days{fields.weekday};
    }
    if (!fields.shift) return near_weekday(fields.weekday, published, context.tense);
    if (*fields.shift == 0) return near_weekday(fields.weekday, published, context.tense == Tense::past ? Tense::past : Tense::future);
    if (*fields.shift > 0) return near_weekday(fields.weekday, published + std::chrono::days{1}, Tense::future) + week * (*fields.shift - 1);
    return near_weekday(fields.weekday, published - std::chrono::days{1}, Tense::past) + week * (*fields.shift + 1);
}

Maybe weekday(std::string_view how, const Fields& fields, const Context& context) {
    if (fields.weekday < 0) return std::nullopt;
    if (fields.day > 0) return date(fields, context);
    Resolved out = unresolved(fields.part.empty() ? TimeType::date : TimeType::time);
    if (context.published) {
        const auto day = weekday_day(how, fields, context);
        if (day) out = dated(*day, fields.part);
    }
    out.weekday = fields.weekday;
    out.relative = true;
    return out;
}

// "Nacht zum Sonntag": the night that began on the day before.
Maybe night_to(const Fields& fields, const Context& context) {
    const Maybe day = fields.day > 0 ? date(fields, context) : weekday({}, fields, context);
    if (!day) return std::nullopt;
    Resolved out = unresolved(TimeType::time);
    if (day->moment && day_of(*day->moment)) out = dated(*day_of(*day->moment) - std::chrono::days{1}, "TNI");
    if (day->weekday) out.weekday = (*day->weekday + 6) % 7;
    out.relative = true;
    return out;
}

// ---- days counted from the publication or from another day ----

// `how` may add a part of the day and go one day back: "tonight" is "TNI", "last night" "-TNI".
Maybe offset(std::string_view how, const Fields& fields, const Context& context) {
    const bool back = how.starts_with('-');
    if (back) how.remove_prefix(1);
    const std::string_view part = how.starts_with('T') ? how : fields.part;
    const int days = back ? -1 : fields.offset;
    Resolved out = unresolved(part.empty() ? TimeType::date : TimeType::time);
    if (context.published) {
        const auto day = add_units(*context.published, days, Unit::day);
        if (day) out = dated(*day, part);
    }
    out.days_from_publication = days;
    out.relative = true;
    return out;
}

Maybe from_context(std::optional<Day> base, long count, Unit unit, std::string_view part) {
    Resolved out = unresolved(part.empty() ? TimeType::date : TimeType::time);
    if (base) {
        const auto day = add_units(*base, count, unit);
        if (day && unit == Unit::day) out = dated(*day, part);
        if (day && unit != Unit::day) out = coarse(value_of(*day, unit), year_of(*day), unit == Unit::month || unit == Unit::week ? month_of(*day) : 0);
    }
    out.relative = true;
    return out;
}

std::optional<Day> anchor(const Context& context) { return context.last_day ? context.last_day : context.published; }

Maybe context_day(const Fields& fields, const Context& context) {
    const int direction = fields.direction != 0 ? fields.direction : 1;
    return from_context(anchor(context), direction, unit_in(fields).value_or(Unit::day), fields.part);
}

// "Drei Tage später": from the day said before; years from a year said before.
Maybe later(const Fields& fields, const Context& context) {
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    if (fields.count < 0 || *unit < Unit::day) return fixed(TimeType::duration, duration_value(fields.count, *unit));
    const long count = std::lround(fields.count) * (fields.direction < 0 ? -1 : 1);
    if (*unit == Unit::year && context.last_year) {
        const long year = *context.last_year + count;
        if (year >= 1 && year <= 9999) return coarse(fmt::format("{:04}", year), static_cast<int>(year));
    }
    return from_context(anchor(context), count, *unit, {});
}

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

Maybe clock(std::string_view how, const Fields& fields, const Context& context) {
    int hour = fields.hour;
    if (hour < 0 && fields.count >= 0 && fields.count <= 24 && std::floor(fields.count) == fields.count) hour = static_cast<int>(fields.count);
    if (hour < 0) return std::nullopt;
    int minute = fields.minute;
    if (minute < 0 && fields.hour >= 0 && fields.count >= 0) minute = static_cast<int>(fields.count);
    if (how == "half") --hour, minute = 30;
    if (how == "quarter-before") --hour, minute = 45;
    if (how == "quarter-after") minute = 15;
    if (how == "half-after") minute = 30;
    const bool afternoon = fields.afternoon || fields.direction == 12;
    if (afternoon && hour < 12) hour += 12;
    if (fields.morning && hour == 12) hour = 0;
    return clock_value(hour, minute, context);
}

Maybe part(const Fields& fields, const Context& context) {
    const std::string_view word = fields.part.empty() ? fields.text : fields.part;
    Resolved out = unresolved(TimeType::time);
    const auto day = context.same_sentence ? context.same_sentence : anchor(context);
    if (day) out = dated(*day, word);
    out.relative = true;
    return out;
}

// ---- weeks, months, seasons, years ----

Maybe unit_date(std::string_view how, const Fields& fields, const Context& context) {
    const std::optional<Unit> unit = how == "year" ? Unit::year : unit_in(fields);
    if (!unit) return std::nullopt;
    Resolved out = unresolved();
    const int shift = how == "-" ? -1 : fields.shift.value_or(0);
    const auto day = context.published ? add_units(*context.published, shift, *unit) : std::nullopt;
    if (day) {
        out = coarse(value_of(*day, *unit), year_of(*day), *unit == Unit::month ? month_of(*day) : 0);
        if (*unit == Unit::day) out = dated(*day);
        if (*unit >= Unit::decade) out.moment.reset();
    }
    if (*unit == Unit::day) out.days_from_publication = shift;
    out.relative = true;
    return out;
}

// The weekend before the publication with a past verb, else the one of its week.
Maybe weekend(const Fields& fields, const Context& context) {
    Resolved out = unresolved();
    if (context.published) {
        Day day = *context.published;
        const bool past = fields.shift ? *fields.shift < 0 : context.tense != Tense::future && weekday_of(day) < 5;
        if (past) day -= std::chrono::days{7};
        if (fields.shift && *fields.shift > 0 && weekday_of(day) >= 5) day += std::chrono::days{7};
        out = coarse(value_of(day, Unit::weekend), year_of(day), month_of(day));
    }
    out.relative = true;
    return out;
}

int first_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

Maybe season(const Fields& fields, const Context& context) {
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
    out.relative = fields.year == 0;
    return out;
}

Maybe feast(const Fields& fields, const Context& context) {
    if (fields.feast.empty()) return std::nullopt;
    std::optional<int> year;
    if (fields.year > 0) year = fields.year;
    if (!year && context.published) {
        year = year_of(*context.published);
        const auto day = feast_day(fields.feast, *year);
        const auto ahead = day ? (*day - *context.published).count() : 0;
        const bool past = fields.shift ? *fields.shift < 0 : context.tense == Tense::past;
        const bool coming = fields.shift ? *fields.shift > 0 : context.tense == Tense::future;
        if (past && ahead > 20) --*year;
        if (coming && ahead < -20) ++*year;
    }
    const auto day = year ? feast_day(fields.feast, *year) : std::nullopt;
    Resolved out = day ? dated(*day) : unresolved();
    out.relative = fields.year == 0;
    return out;
}

Maybe ordinal_unit(std::string_view how, const Fields& fields, const Context& context) {
    const int ordinal = fields.ordinal > 0 ? fields.ordinal : fields.day > 0 ? fields.day : fields.direction;
    const bool half = how == "H";
    if (ordinal < 1 || ordinal > (half ? 2 : 4)) return std::nullopt;
    std::optional<int> year;
    if (fields.year > 0) year = fields.year;
    if (!year && context.published) year = year_of(*context.published);
    Resolved out = year ? coarse(fmt::format("{:04}-{}{}", *year, half ? 'H' : 'Q', ordinal), *year) : unresolved();
    out.relative = fields.year == 0;
    return out;
}

// "In der dritten Woche": weeks counted from the one of the day said before.
Maybe ordinal_week(const Fields& fields, const Context& context) {
    const int ordinal = fields.ordinal > 0 ? fields.ordinal : fields.day;
    if (ordinal < 1 || !context.last_day) return unresolved();
    return from_context(context.last_day, ordinal - 1, Unit::week, {});
}

Maybe decade(const Fields& fields, const Context& /*context*/) {
    int year = fields.decade >= 0 ? fields.decade : fields.number >= 0 ? fields.number : fields.year;
    if (year < 0 || year % 10 != 0) return std::nullopt;
    if (year < 100) year += year < 20 ? 2000 : 1900;
    if (year < 1000) return std::nullopt;
    return coarse(fmt::format("{}", year / 10), year);
}

Maybe century(const Fields& fields, const Context& /*context*/) {
    const int number = fields.number >= 0 ? fields.number : fields.ordinal;
    if (number < 1 || number > 30) return std::nullopt;
    Resolved out = fixed(TimeType::date, fmt::format("{:02}", number - 1));
    out.background = number < 21;
    return out;
}

// ---- durations and sets ----

std::string counted(const Fields& fields, Unit unit) {
    double count = fields.count;
    if (fields.half) count = count < 0 ? *fields.half : count * *fields.half;
    std::string value = duration_value(count, unit);
    if (fields.second_unit) {
        const std::string second = duration_value(fields.second_count, *fields.second_unit);
        const bool clock = second.starts_with("PT"), begun = value.starts_with("PT");
        value += second.substr(clock && begun ? 2 : 1);
    } else if (fields.second_count >= 0) {
        value = duration_value(fields.second_count, unit);
    }
    return value;
}

// The moment that a counted stretch before (or after) the publication reaches, as coarse as its unit.
std::optional<Moment> stretch_end(const Fields& fields, Unit unit, int direction, const Context& context) {
    if (!context.published || fields.count < 0 || fields.half || std::floor(fields.count) != fields.count || unit < Unit::day) return std::nullopt;
    const auto day = add_units(*context.published, direction * std::lround(fields.count), unit);
    if (!day) return std::nullopt;
    Moment moment = from_day(*day);
    if (unit >= Unit::month) moment.day = 0;
    if (unit >= Unit::year) moment.month = 0;
    return moment;
}

Maybe duration(std::string_view how, const Fields& fields, const Context& context) {
    if (how == "quarter") return fixed(TimeType::duration, std::string(fields.text));
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    const bool vague = how.starts_with("vague");
    if (how == "one") return fixed(TimeType::duration, duration_value(1, *unit));
    Resolved out = fixed(TimeType::duration, vague ? duration_value(-1, *unit) : counted(fields, *unit));
    const int direction = how == "-" || how == "since" || fields.direction < 0 ? -1 : how == "+" ? 1 : 0;
    if (how == "-" || how == "since" || how == "+" || how == "vague-") {
        out.relative = true;
        if (!vague) out.moment = stretch_end(fields, *unit, direction, context);
        const bool days = !vague && (*unit == Unit::day || *unit == Unit::week) && fields.count >= 0 && !fields.half;
        if (days) out.days_from_publication = static_cast<int>(direction * std::lround(fields.count) * (*unit == Unit::week ? 7 : 1));
        out.background = direction < 0 && *unit >= Unit::year;
    }
    return out;
}

// English "three days ago": the day itself.
Maybe ago(std::string_view how, const Fields& fields, const Context& context) {
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    const int direction = how == "+" ? 1 : -1;
    if (fields.count < 0 || fields.half || *unit < Unit::day) return fixed(TimeType::date, direction < 0 ? "PAST_REF" : "FUTURE_REF");
    Maybe out = from_context(context.published, direction * std::lround(fields.count), *unit, {});
    if (*unit == Unit::day || *unit == Unit::week) out->days_from_publication = static_cast<int>(direction * std::lround(fields.count) * (*unit == Unit::week ? 7 : 1));
    out->background = direction < 0 && *unit >= Unit::year;
    if (!out->moment) out->moment = stretch_end(fields, *unit, direction, context);
    return out;
}

Maybe repeated(std::string_view how, const Fields& fields, const Context& /*context*/) {
    if (how == "weekday") {
        const int day = fields.weekday >= 0 ? fields.weekday : std::atoi(std::string(fields.text).c_str());
        return fixed(TimeType::set, fmt::format("XXXX-WXX-{}{}", day + 1, fields.part));
    }
    if (how == "year") return fixed(TimeType::set, "P1Y");
    if (how == "day") return fixed(TimeType::set, "P1D");
    if (how == "month") return fixed(TimeType::set, "P1M");
    if (how == "clock") return fixed(TimeType::set, "PT24H");
    if (how == "night") return fixed(TimeType::set, "PTNI");
    const auto unit = fields.unit;
    const double count = fields.count >= 0 ? fields.count : fields.ordinal > 0 ? fields.ordinal : 1;  // "jeden zweiten Tag"
    if (unit) return fixed(TimeType::set, duration_value(count, *unit));
    if (fields.text.empty()) return std::nullopt;
    return fixed(TimeType::set, std::string(fields.text));
}

Maybe vague(std::string_view action, const Fields& fields) {
    if (action == "past") return fixed(TimeType::date, "PAST_REF");
    if (action == "present") return fixed(TimeType::date, "PRESENT_REF");
    if (action == "future") return fixed(TimeType::date, "FUTURE_REF");
    if (action == "reference") return fixed(TimeType::date, std::string(fields.text));
    return std::nullopt;
}

Maybe by_action(std::string_view action, std::string_view how, const Fields& fields, const Context& context) {
    if (action == "date") return date(fields, context);
    if (action == "year") return plain_year(fields, context);
    if (action == "weekday") return weekday(how, fields, context);
    if (action == "night-to") return night_to(fields, context);
    if (action == "offset" || action == "today") return offset(how, fields, context);
    if (action == "context-day") return context_day(fields, context);
    if (action == "later") return later(fields, context);
    if (action == "clock") return clock(how, fields, context);
    if (action == "midnight") return clock_value(24, 0, context);
    if (action == "noon") return clock_value(12, 0, context);
    if (action == "part") return part(fields, context);
    if (action == "unit") return unit_date(how, fields, context);
    if (action == "weekend") return weekend(fields, context);
    if (action == "season") return season(fields, context);
    if (action == "feast") return feast(fields, context);
    if (action == "ordinal-unit") return ordinal_unit(how, fields, context);
    if (action == "ordinal-week") return ordinal_week(fields, context);
    if (action == "decade") return decade(fields, context);
    if (action == "century") return century(fields, context);
    if (action == "duration") return duration(how, fields, context);
    if (action == "ago") return ago(how, fields, context);
    if (action == "set") return repeated(how, fields, context);
    return vague(action, fields);
}

// Well before the story's own days: more than a year before the publication, or a bare year long gone.
bool is_background(const Resolved& found, const Context& context) {
    if (!found.moment) return found.background;
    if (!context.published) return found.background || found.moment->month == 0;
    return found.background || found.moment->year + 1 < year_of(*context.published);
}

}  // namespace

std::optional<Resolved> resolve_time(std::string_view action, const TimeFields& fields, const TimeContext& context) {
    const std::size_t colon = action.find(':');
    const std::string_view how = colon == std::string_view::npos ? std::string_view{} : action.substr(colon + 1);
    Maybe found = by_action(action.substr(0, colon), how, fields, context);
    if (found) found->background = is_background(*found, context);
    return found;
}

}  // namespace depesche
