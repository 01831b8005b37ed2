// Days: of the calendar, by weekday, counted from another day.
#include "marks/time_resolving.h"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace depesche::resolving {

// ---- days of the calendar ----

namespace {

// The year of a day or month that is named without one: the publication's own, or its neighbour when that is nearer by far,
// unless the tense speaks against it and it is more than two months off. "Am 21. Dezember" in June: the last one with a past verb, the next
// one with a coming one. A year said just before wins with a past verb ("Im März 1992 … am 5. März").
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
    if (!context.published) return context.tense == Tense::past ? context.dated_year : std::nullopt;
    const int year = year_of(*context.published);
    if (!fields.shift) return year_near(fields.month, fields.day, *context.published, context);
    const int month = month_of(*context.published);
    if (*fields.shift < 0) return fields.month < month ? year + *fields.shift + 1 : year + *fields.shift;
    if (*fields.shift > 0) return fields.month > month ? year + *fields.shift - 1 : year + *fields.shift;
    return year;
}

}  // namespace

Maybe date(How /*how*/, const Fields& fields, const Context& context) {
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
    // Without a publication the year stays open, as TimeML writes it.
    constexpr int leap_year = 2000;
    const bool open = !year && !fields.shift && (fields.day == 0 || make_day(leap_year, fields.month, fields.day));
    if (open)
        out.value = fields.day > 0 ? fmt::format("XXXX-{:02}-{:02}", fields.month, fields.day) : fmt::format("XXXX-{:02}", fields.month);
    if (open && fields.day > 0 && !fields.part.empty()) out.type = TimeType::time, out.value += fields.part;
    if (fields.weekday >= 0) out.weekday = fields.weekday;
    out.relative = fields.year == 0;
    return out;
}

Maybe plain_year(How /*how*/, const Fields& fields, const Context& /*context*/) {
    if (fields.year == 0) return std::nullopt;
    return coarse(fmt::format("{:04}", fields.year), fields.year);
}

// ---- weekdays ----

namespace {

// The day of that weekday: with a past verb the last one up to the publication's day, else the next one from it on.
Day near_weekday(int weekday, Day published, Tense tense) {
    const int ahead = (weekday - weekday_of(published) + 7) % 7;
    if (tense != Tense::past) return published + std::chrono::days{ahead};
    return published - std::chrono::days{(7 - ahead) % 7};
}

std::optional<Day> weekday_day(std::string_view how, const Fields& fields, const Context& context) {
    const Day published = *context.published;
    const std::chrono::days week{7};
    if (how == "until" && context.same_sentence) return near_weekday(fields.weekday, *context.same_sentence, Tense::future);
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
    if (*fields.shift > 0)
        return near_weekday(fields.weekday, published + std::chrono::days{1}, Tense::future) + week * (*fields.shift - 1);
    return near_weekday(fields.weekday, published - std::chrono::days{1}, Tense::past) + week * (*fields.shift + 1);
}

}  // namespace

Maybe weekday(How how, const Fields& fields, const Context& context) {
    if (fields.weekday < 0) return std::nullopt;
    if (fields.day > 0) return date({}, fields, context);
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
Maybe night_to(How /*how*/, const Fields& fields, const Context& context) {
    const Maybe day = fields.day > 0 ? date({}, fields, context) : weekday({}, fields, context);
    if (!day) return std::nullopt;
    Resolved out = unresolved(TimeType::time);
    if (day->moment && day_of(*day->moment)) out = dated(*day_of(*day->moment) - std::chrono::days{1}, "TNI");
    if (day->weekday) out.weekday = (*day->weekday + 6) % 7;
    out.relative = true;
    return out;
}

// ---- days counted from the publication or from another day ----

// `how` may add a part of the day and go one day back: "tonight" is "TNI", "last night" "-TNI"; or count the days where the words are
// several: "the day before yesterday" is "-2".
Maybe offset(How how, const Fields& fields, const Context& context) {
    const bool back = how.starts_with('-'), ahead = how.starts_with('+');
    if (back || ahead) how.remove_prefix(1);
    const bool counts = !how.empty() && how.front() >= '1' && how.front() <= '9';
    const std::string_view part = how.starts_with('T') ? how : fields.part;
    const int days = counts ? (how.front() - '0') * (back ? -1 : 1) : back ? -1 : fields.offset;
    Resolved out = unresolved(part.empty() ? TimeType::date : TimeType::time);
    if (context.published) {
        const auto day = add_units(*context.published, days, TimeUnit::day);
        if (day) out = dated(*day, part);
    }
    out.days_from_publication = days;
    out.relative = true;
    return out;
}

Maybe context_day(How /*how*/, const Fields& fields, const Context& context) {
    const int direction = fields.direction != 0 ? fields.direction : 1;
    return from_context(anchor(context), direction, unit_in(fields).value_or(TimeUnit::day), fields.part);
}

// "Drei Tage später": from the day said before; years from a year said before.
Maybe later(How /*how*/, const Fields& fields, const Context& context) {
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    if (fields.count < 0 || *unit < TimeUnit::day) return fixed(TimeType::duration, duration_value(fields.count, *unit));
    const long count = std::lround(fields.count) * (fields.direction < 0 ? -1 : 1);
    if (*unit == TimeUnit::year && context.last_year) {
        const long year = *context.last_year + count;
        if (year >= 1 && year <= 9999) return coarse(fmt::format("{:04}", year), static_cast<int>(year));
    }
    return from_context(anchor(context), count, *unit, {});
}

}  // namespace depesche::resolving
