#include "marks/time_resolver.h"

#include <algorithm>
#include <cmath>

#include "marks/time_resolving.h"

namespace depesche {
namespace resolving {

Resolved dated(Day day, std::string_view part) {
    Resolved out;
    out.type = part.empty() ? TimeType::date : TimeType::time;
    const Moment moment = from_day(day);
    if (!is_valid(moment)) return out;  // before the year 1 or behind 9999
    out.value = to_iso(moment).append(part);
    out.moment = moment;
    return out;
}

Resolved coarse(std::string value, int year, int month) {
    Resolved out;
    out.value = std::move(value);
    Moment moment;
    moment.year = year;
    moment.month = month;
    if (is_valid(moment)) out.moment = moment;
    return out;
}

Resolved unresolved(TimeType type) {
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

std::optional<TimeUnit> unit_in(const Fields& fields) { return fields.unit ? fields.unit : parse_unit(fields.text); }

Maybe from_context(std::optional<Day> base, long count, TimeUnit unit, std::string_view part) {
    Resolved out = unresolved(part.empty() ? TimeType::date : TimeType::time);
    if (base) {
        const auto day = add_units(*base, count, unit);
        if (day && unit == TimeUnit::day) out = dated(*day, part);
        if (day && unit != TimeUnit::day)
            out = coarse(value_of(*day, unit), year_of(*day), unit == TimeUnit::month || unit == TimeUnit::week ? month_of(*day) : 0);
    }
    out.relative = true;
    return out;
}

std::optional<Day> anchor(const Context& context) { return context.last_day ? context.last_day : context.published; }

std::optional<Moment> stretch_end(const Fields& fields, TimeUnit unit, int direction, const Context& context) {
    if (!context.published || fields.count < 0 || fields.half || std::floor(fields.count) != fields.count || unit < TimeUnit::day)
        return std::nullopt;
    const auto day = add_units(*context.published, direction * std::lround(fields.count), unit);
    if (!day) return std::nullopt;
    Moment moment = from_day(*day);
    if (unit >= TimeUnit::month) moment.day = 0;
    if (unit >= TimeUnit::year) moment.month = 0;
    return moment;
}

namespace {

struct Action {
    std::string_view name;
    Maybe (*resolve)(How, const Fields&, const Context&);
};

Maybe midnight(How /*how*/, const Fields& /*fields*/, const Context& context) { return clock_value(24, 0, context); }
Maybe noon(How /*how*/, const Fields& /*fields*/, const Context& context) { return clock_value(12, 0, context); }
Maybe past(How /*how*/, const Fields& /*fields*/, const Context& /*context*/) { return fixed(TimeType::date, "PAST_REF"); }
Maybe present(How /*how*/, const Fields& /*fields*/, const Context& /*context*/) { return fixed(TimeType::date, "PRESENT_REF"); }
Maybe future(How /*how*/, const Fields& /*fields*/, const Context& /*context*/) { return fixed(TimeType::date, "FUTURE_REF"); }
Maybe reference(How /*how*/, const Fields& fields, const Context& /*context*/) { return fixed(TimeType::date, std::string(fields.text)); }

constexpr Action actions[] = {
    {"date", date},
    {"year", plain_year},
    {"weekday", weekday},
    {"night-to", night_to},
    {"offset", offset},
    {"today", offset},
    {"context-day", context_day},
    {"later", later},
    {"clock", clock},
    {"midnight", midnight},
    {"noon", noon},
    {"part", part},
    {"unit", unit_date},
    {"weekend", weekend},
    {"season", season},
    {"feast", feast},
    {"ordinal-unit", ordinal_unit},
    {"ordinal-week", ordinal_week},
    {"decade", decade},
    {"century", century},
    {"duration", duration},
    {"ago", ago},
    {"set", repeated},
    {"reference", reference},
    {"past", past},
    {"present", present},
    {"future", future},
};

// Well before the story's own days: more than a year before the publication, or a bare year long gone.
bool is_background(const Resolved& found, const Context& context) {
    if (!found.moment) return found.background;
    if (!context.published) return found.background || found.moment->month == 0;
    return found.background || found.moment->year + 1 < year_of(*context.published);
}

}  // namespace
}  // namespace resolving

std::optional<Resolved> resolve_time(std::string_view action, const TimeFields& fields, const TimeContext& context) {
    const std::size_t colon = action.find(':');
    const std::string_view how = colon == std::string_view::npos ? std::string_view{} : action.substr(colon + 1);
    const auto* const known = std::ranges::find(resolving::actions, action.substr(0, colon), &resolving::Action::name);
    if (known == std::end(resolving::actions)) return std::nullopt;
    auto found = known->resolve(how, fields, context);
    if (found) found->background = resolving::is_background(*found, context);
    return found;
}

}  // namespace depesche
