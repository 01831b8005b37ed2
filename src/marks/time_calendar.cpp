#include "marks/time_calendar.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace depesche {
namespace {

struct UnitName {
    std::string_view name;
    TimeUnit unit;
};

constexpr UnitName unit_names[] = {
    {"TS", TimeUnit::second},  {"TM", TimeUnit::minute},  {"TH", TimeUnit::hour},   {"D", TimeUnit::day},       {"W", TimeUnit::week},
    {"WE", TimeUnit::weekend}, {"M", TimeUnit::month},    {"Q", TimeUnit::quarter}, {"H", TimeUnit::half_year}, {"Y", TimeUnit::year},
    {"DE", TimeUnit::decade},  {"CE", TimeUnit::century}, {"TNI", TimeUnit::night},
};

// The Monday of the ISO week, and the week's own year.
struct IsoWeek {
    int year = 0;
    int week = 0;
};

IsoWeek iso_week(Day day) {
    const Day thursday = day + std::chrono::days{3 - weekday_of(day)};
    const int year = year_of(thursday);
    const auto first = make_day(year, 1, 1);
    const auto passed = first ? (thursday - *first).count() : 0;
    return {year, static_cast<int>(passed / 7) + 1};
}

std::optional<Day> add_months(Day day, long count) {
    const std::chrono::year_month_day date{day};
    const long months = static_cast<int>(date.year()) * 12L + static_cast<long>(static_cast<unsigned>(date.month())) - 1 + count;
    if (months < 12 || months >= 120000) return std::nullopt;
    const std::chrono::year_month month{std::chrono::year{static_cast<int>(months / 12)},
                                        std::chrono::month{static_cast<unsigned>(months % 12 + 1)}};
    const std::chrono::year_month_day_last last = month / std::chrono::last;
    return Day{month / std::min(date.day(), last.day())};
}

std::optional<Day> add_days(Day day, long count) {
    if (count > 4000000 || count < -4000000) return std::nullopt;
    const Day moved = day + std::chrono::days{count};
    const int year = year_of(moved);
    if (year < 1 || year > 9999) return std::nullopt;
    return moved;
}

}  // namespace

std::optional<TimeUnit> parse_unit(std::string_view text) {
    for (const UnitName& entry : unit_names) {
        if (entry.name == text) return entry.unit;
    }
    return std::nullopt;
}

std::string duration_value(double count, TimeUnit unit) {
    std::string_view name;
    for (const UnitName& entry : unit_names) {
        if (entry.unit == unit) name = entry.name;
    }
    const bool clock = name.starts_with('T');
    if (clock) name.remove_prefix(1);
    std::string number = "X";
    if (count >= 0) number = std::floor(count) == count ? fmt::format("{:.0f}", count) : fmt::format("{:g}", count);
    return fmt::format("P{}{}{}", clock ? "T" : "", number, name);
}

std::optional<Day> add_units(Day day, long count, TimeUnit unit) {
    if (count > 100000 || count < -100000) return std::nullopt;
    switch (unit) {
        case TimeUnit::second:
        case TimeUnit::minute:
        case TimeUnit::hour:
            return day;
        case TimeUnit::day:
        case TimeUnit::night:
            return add_days(day, count);
        case TimeUnit::week:
        case TimeUnit::weekend:
            return add_days(day, count * 7);
        case TimeUnit::month:
            return add_months(day, count);
        case TimeUnit::quarter:
            return add_months(day, count * 3);
        case TimeUnit::half_year:
            return add_months(day, count * 6);
        case TimeUnit::year:
            return add_months(day, count * 12);
        case TimeUnit::decade:
            return add_months(day, count * 120);
        case TimeUnit::century:
            return add_months(day, count * 1200);
    }
    return std::nullopt;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.month())); }

std::string day_value(Day day) { return to_iso(from_day(day)); }

std::string value_of(Day day, TimeUnit unit) {
    const int year = year_of(day);
    switch (unit) {
        case TimeUnit::second:
        case TimeUnit::minute:
        case TimeUnit::hour:
        case TimeUnit::day:
            return day_value(day);
        case TimeUnit::night:
            return day_value(day) + "TNI";
        case TimeUnit::week:
        case TimeUnit::weekend: {
            const IsoWeek week = iso_week(day);
            return fmt::format("{:04}-W{:02}{}", week.year, week.week, unit == TimeUnit::weekend ? "-WE" : "");
        }
        case TimeUnit::month:
            return fmt::format("{:04}-{:02}", year, month_of(day));
        case TimeUnit::quarter:
            return fmt::format("{:04}-Q{}", year, (month_of(day) + 2) / 3);
        case TimeUnit::half_year:
            return fmt::format("{:04}-H{}", year, (month_of(day) + 5) / 6);
        case TimeUnit::year:
            return fmt::format("{:04}", year);
        case TimeUnit::decade:
            return fmt::format("{:03}", year / 10);
        case TimeUnit::century:
            return fmt::format("{:02}", year / 100);
    }
    return {};
}

std::optional<Day> easter(int year) {
    if (year < 1583 || year > 9999) return std::nullopt;
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return make_day(year, sum / 31, sum % 31 + 1);
}

namespace {

int number_in(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The first Sunday of Advent: the fourth before Christmas, so the first one from 27 November on.
std::optional<Day> advent(int year) {
    const auto from = make_day(year, 11, 27);
    if (!from) return std::nullopt;
    return *from + std::chrono::days{(6 - weekday_of(*from) + 7) % 7};
}

// "05:2:6": the second Sunday of May; "05:-1:0": the last Monday.
std::optional<Day> counted_weekday(std::string_view feast, int year) {
    const std::size_t second = feast.find(':', 3);
    if (second == std::string_view::npos) return std::nullopt;
    const int month = number_in(feast.substr(0, 2)), count = number_in(feast.substr(3, second - 3));
    const int weekday = number_in(feast.substr(second + 1));
    const auto first = make_day(year, month, 1);
    if (!first || count == 0) return std::nullopt;
    if (count > 0) return *first + std::chrono::days{(weekday - weekday_of(*first) + 7) % 7 + 7 * (count - 1)};
    const auto last = add_units(*first, 1, TimeUnit::month);
    if (!last) return std::nullopt;
    const Day end = *last - std::chrono::days{1};
    return end - std::chrono::days{(weekday_of(end) - weekday + 7) % 7 + 7 * (-count - 1)};
}

}  // namespace

std::optional<Day> feast_day(std::string_view feast, int year) {
    constexpr std::string_view spring = "easter", winter = "advent";
    if (feast.starts_with(spring) || feast.starts_with(winter)) {
        const auto sunday = feast.starts_with(spring) ? easter(year) : advent(year);
        if (!sunday) return std::nullopt;
        return *sunday + std::chrono::days{number_in(feast.substr(spring.size()))};
    }
    if (feast.size() > 5 && feast[2] == ':') return counted_weekday(feast, year);
    if (feast.size() != 5) return std::nullopt;
    return make_day(year, number_in(feast.substr(0, 2)), number_in(feast.substr(3)));
}

std::optional<Day> make_day(int year, int month, int day) {
    Moment moment;
    moment.year = year;
    moment.month = month;
    moment.day = day;
    return day_of(moment);
}

}  // namespace depesche
