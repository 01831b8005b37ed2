// What the resolver's actions are made of. Only for src/marks/time_resolve*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "marks/time_resolver.h"

namespace depesche::resolving {

using Fields = TimeFields;
using Context = TimeContext;
using How = std::string_view;  // what stands behind the colon of an action
using Maybe = std::optional<Resolved>;

// A day (with part: a TIME on it); a coarser date; one that waits for a publication date; a value that needs no calendar.
[[nodiscard]] Resolved dated(Day day, std::string_view part = {});
[[nodiscard]] Resolved coarse(std::string value, int year, int month = 0);
[[nodiscard]] Resolved unresolved(TimeType type = TimeType::date);
[[nodiscard]] Resolved fixed(TimeType type, std::string value);

[[nodiscard]] std::optional<TimeUnit> unit_in(const Fields& fields);

// The day that "then" means: the one told of before, else the publication's.
[[nodiscard]] std::optional<Day> anchor(const Context& context);
// `count` units away from `base`, as coarse as the unit.
[[nodiscard]] Maybe from_context(std::optional<Day> base, long count, TimeUnit unit, std::string_view part);
// The moment that a counted stretch before (-1) or after (1) the publication reaches, as coarse as its unit.
[[nodiscard]] std::optional<Moment> stretch_end(const Fields& fields, TimeUnit unit, int direction, const Context& context);

// One function an action (doc/adding-a-language.md): nothing when the fields make no such expression.
[[nodiscard]] Maybe date(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe plain_year(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe weekday(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe night_to(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe offset(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe context_day(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe later(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe clock(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe part(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe unit_date(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe weekend(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe season(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe feast(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe ordinal_unit(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe ordinal_week(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe decade(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe century(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe duration(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe ago(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe repeated(How how, const Fields& fields, const Context& context);
[[nodiscard]] Maybe clock_value(int hour, int minute, const Context& context);

}  // namespace depesche::resolving
