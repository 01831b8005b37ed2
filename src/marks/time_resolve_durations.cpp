// Durations and what is repeated.
#include "marks/time_resolving.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace depesche::resolving {

// ---- durations and sets ----

namespace {

std::string counted(const Fields& fields, TimeUnit unit) {
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

}  // namespace

Maybe duration(How how, const Fields& fields, const Context& context) {
    if (how == "quarter") return fixed(TimeType::duration, std::string(fields.text));
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    const bool vague = how.starts_with("vague");
    if (how == "one") return fixed(TimeType::duration, duration_value(1, *unit));
    if (how == "and-half" && fields.count >= 0) {
        constexpr double half = 0.5;
        return fixed(TimeType::duration, duration_value(fields.count + half, *unit));
    }
    Resolved out = fixed(TimeType::duration, vague ? duration_value(-1, *unit) : counted(fields, *unit));
    const int direction = how == "-" || how == "since" || fields.direction < 0 ? -1 : how == "+" ? 1 : 0;
    if (how == "-" || how == "since" || how == "+" || how == "vague-") {
        out.relative = true;
        if (!vague) out.moment = stretch_end(fields, *unit, direction, context);
        const bool days = !vague && (*unit == TimeUnit::day || *unit == TimeUnit::week) && fields.count >= 0 && !fields.half;
        if (days) out.days_from_publication = static_cast<int>(direction * std::lround(fields.count) * (*unit == TimeUnit::week ? 7 : 1));
        out.background = direction < 0 && *unit >= TimeUnit::year;
    }
    return out;
}

// English "three days ago": the day itself.
Maybe ago(How how, const Fields& fields, const Context& context) {
    const auto unit = unit_in(fields);
    if (!unit) return std::nullopt;
    const int direction = how == "+" ? 1 : -1;
    if (fields.count < 0 || fields.half || *unit < TimeUnit::day) return fixed(TimeType::date, direction < 0 ? "PAST_REF" : "FUTURE_REF");
    Maybe out = from_context(context.published, direction * std::lround(fields.count), *unit, {});
    if (*unit == TimeUnit::day || *unit == TimeUnit::week)
        out->days_from_publication = static_cast<int>(direction * std::lround(fields.count) * (*unit == TimeUnit::week ? 7 : 1));
    out->background = direction < 0 && *unit >= TimeUnit::year;
    if (!out->moment) out->moment = stretch_end(fields, *unit, direction, context);
    return out;
}

Maybe repeated(How how, const Fields& fields, const Context& /*context*/) {
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
    const int nth = fields.ordinal > 0 ? fields.ordinal : std::max(fields.direction, 1);  // "jeden zweiten Tag", "every other day"
    const double count = fields.count >= 0 ? fields.count : nth;
    if (unit) return fixed(TimeType::set, duration_value(count, *unit));
    if (fields.text.empty()) return std::nullopt;
    return fixed(TimeType::set, std::string(fields.text));
}

}  // namespace depesche::resolving
