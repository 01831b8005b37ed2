#include "brief/agreement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace depesche {
namespace {

constexpr double about_slack = 0.12;  // "rund", "etwa": how far off the number may be
constexpr double bound_slack = 0.35;  // "über", "fast": how far on the other side of the bound it may be
constexpr double equal_slack = 1e-9;
constexpr double calendar_slack = 0.03;  // half a year and six months

bool is_close(double a, double b, double slack) { return std::abs(a - b) <= slack * std::max(std::abs(a), std::abs(b)); }

// 190 for 187 with one digit less: true when `round` has trailing zeros and `exact` rounds to it at that place.
bool rounds_to(double exact, double round) {
    if (round < 10 || round != std::floor(round)) {  // 17 for 17.4
        return exact != std::floor(exact) && std::round(exact) == round;
    }
    double unit = 1;
    while (std::fmod(round, unit * 10) == 0) unit *= 10;
    return (unit > 1 || exact != std::floor(exact)) && std::abs(exact - round) <= unit / 2;
}

struct Range {
    double low = 0;
    double high = 0;
};

Range range_of(const Figure& figure) {
    const double v = figure.value;
    switch (figure.kind) {
        case FigureKind::exact:
            return {v, v};
        case FigureKind::about:
            return {v - std::abs(v) * about_slack, v + std::abs(v) * about_slack};
        case FigureKind::at_least:
            return {v, v + std::abs(v) * bound_slack};
        case FigureKind::at_most:
            return {v - std::abs(v) * bound_slack, v};
        case FigureKind::range:
            return {v, figure.upper.value_or(v)};
    }
    return {v, v};
}

// "2027-SP", "2026-WI".
bool is_season(std::string_view value) {
    constexpr std::array<std::string_view, 4> seasons = {"-SP", "-SU", "-FA", "-WI"};
    return value.size() == 7 && std::ranges::find(seasons, value.substr(4)) != seasons.end();
}

// The night to Wednesday is told as Tuesday's (TIMEX3); what happened in it happened on one of the two days.
bool is_night_to(const Time& night, const Time& other) {
    if (!night.value.ends_with("TNI") || other.moment->has_clock()) return false;
    const auto day = day_of(*night.moment);
    return day && day_of(*other.moment) == *day + std::chrono::days{1};
}

Agreement compare_durations(const Time& left, const Time& right) {
    const auto a = minutes_of(left.value);
    const auto b = minutes_of(right.value);
    if (!a || !b) return Agreement::compatible;
    const double slack = left.value.back() == right.value.back() ? equal_slack : calendar_slack;
    return is_close(*a, *b, slack) ? Agreement::same : Agreement::different;
}

}  // namespace

Agreement compare_figures(const Figure& left, const Figure& right) {
    if (is_close(left.value, right.value, equal_slack) && left.upper == right.upper)
        return left.kind == right.kind ? Agreement::same : Agreement::compatible;
    if (left.kind == FigureKind::at_least && right.kind == FigureKind::at_least) return Agreement::compatible;
    const Range a = range_of(left);
    const Range b = range_of(right);
    if (a.low <= b.high && b.low <= a.high) return Agreement::compatible;
    const bool both_exact = left.kind == FigureKind::exact && right.kind == FigureKind::exact;
    if (both_exact && (rounds_to(left.value, right.value) || rounds_to(right.value, left.value))) return Agreement::compatible;
    return Agreement::different;
}

std::optional<double> minutes_of(std::string_view duration) {
    if (duration.empty() || duration.front() != 'P') return std::nullopt;
    double minutes = 0;
    bool clock = false;
    bool any = false;
    for (std::size_t at = 1; at < duration.size();) {
        if (duration[at] == 'T') {
            clock = true;
            ++at;
            continue;
        }
        double number = 0;
        const auto [end, error] = std::from_chars(duration.data() + at, duration.data() + duration.size(), number);
        at = static_cast<std::size_t>(end - duration.data());
        if (error != std::errc() || at >= duration.size()) return std::nullopt;
        switch (duration[at++]) {
            case 'Y':
                minutes += number * 365 * 24 * 60;
                break;
            case 'M':
                minutes += clock ? number : number * 30 * 24 * 60;
                break;
            case 'W':
                minutes += number * 7 * 24 * 60;
                break;
            case 'D':
                minutes += number * 24 * 60;
                break;
            case 'H':
                minutes += number * 60;
                break;
            case 'S':
                minutes += number / 60;
                break;
            default:
                return std::nullopt;
        }
        any = true;
    }
    return any ? std::optional(minutes) : std::nullopt;
}

bool is_point(const Time& time) {
    if (time.type == TimeType::set || !time.moment || time.moment->year <= 0) return false;
    if (time.type == TimeType::duration) return true;
    return std::ranges::all_of(std::string_view(time.value).substr(0, 10), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

Agreement compare_times(const Time& left, const Time& right) {
    if (!is_point(left) && !is_point(right) && left.type == TimeType::duration && right.type == TimeType::duration)
        return compare_durations(left, right);
    if (is_season(left.value) && is_season(right.value)) return left.value == right.value ? Agreement::same : Agreement::different;
    if (!is_point(left) || !is_point(right)) return Agreement::compatible;
    if (*left.moment == *right.moment) return Agreement::same;
    if (compare_known(*left.moment, *right.moment) == 0) return Agreement::compatible;
    if (is_night_to(left, right) || is_night_to(right, left)) return Agreement::compatible;
    const auto borrows_day = [](const Time& t) { return t.relative && t.moment->has_clock() && !t.weekday && !t.days_from_publication; };
    const bool same_clock = left.moment->hour == right.moment->hour && left.moment->minute == right.moment->minute;
    return same_clock && (borrows_day(left) || borrows_day(right)) ? Agreement::compatible : Agreement::different;
}

}  // namespace depesche
