#include "base/moment.h"

#include <fmt/format.h>

namespace depesche {
namespace {

// Takes exactly `digits` decimal digits off the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

// ".123" and the like: read over.
void skip_fraction(std::string_view& text) {
    if (!take(text, '.')) return;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
}

// "Z", "+02:00", "+0200", "+02"; nothing taken when there is no offset; false for a broken one.
bool take_offset(std::string_view& text, Moment& moment) {
    if (text.empty()) return true;
    if (take(text, 'Z')) {
        moment.offset_minutes = 0;
        return true;
    }
    const bool west = text.front() == '-';
    if (!take(text, '+') && !take(text, '-')) return false;
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 18) return false;
    int minutes = 0;
    if (!text.empty()) {
        take(text, ':');
        const auto read = take_digits(text, 2);
        if (!read || *read > 59) return false;
        minutes = *read;
    }
    const int total = *hours * 60 + minutes;
    moment.offset_minutes = west ? -total : total;
    return true;
}

bool take_clock(std::string_view& text, Moment& moment) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 24 || !take(text, ':')) return false;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return false;
    moment.hour = *hour % 24;
    moment.minute = *minute;
    if (take(text, ':')) {
        const auto second = take_digits(text, 2);
        if (!second || *second > 60) return false;
        moment.second = *second;
        skip_fraction(text);
    }
    return take_offset(text, moment);
}

}  // namespace

std::string to_iso(const Moment& moment) {
    if (moment.year == 0) return {};
    std::string out = fmt::format("{:04}", moment.year);
    if (moment.month > 0) out += fmt::format("-{:02}", moment.month);
    if (moment.month > 0 && moment.day > 0) out += fmt::format("-{:02}", moment.day);
    if (!moment.has_day() || !moment.has_clock()) return out;
    out += fmt::format("T{:02}:{:02}", moment.hour, moment.minute < 0 ? 0 : moment.minute);
    if (moment.second >= 0) out += fmt::format(":{:02}", moment.second);
    if (!moment.offset_minutes) return out;
    const int offset = *moment.offset_minutes;
    if (offset == 0) return out + "Z";
    const int size = offset < 0 ? -offset : offset;
    return out + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::optional<Moment> parse_iso(std::string_view text) {
    Moment moment;
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    moment.year = *year;
    if (take(text, '-')) {
        const auto month = take_digits(text, 2);
        if (!month) return std::nullopt;
        moment.month = *month;
        if (moment.month == 0) return std::nullopt;
        if (take(text, '-')) {
            const auto day = take_digits(text, 2);
            if (!day || *day == 0) return std::nullopt;
            moment.day = *day;
            if ((take(text, 'T') || take(text, ' ')) && !take_clock(text, moment)) return std::nullopt;
        }
    }
    if (!text.empty() || !is_valid(moment)) return std::nullopt;
    return moment;
}

bool is_valid(const Moment& moment) {
    if (moment.year < 1 || moment.year > 9999 || moment.month < 0 || moment.month > 12) return false;
    if (moment.day == 0) return true;
    if (moment.month == 0) return false;
    return day_of(moment).has_value();
}

std::optional<std::chrono::sys_days> day_of(const Moment& moment) {
    if (moment.year < 1 || moment.month < 1 || moment.day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{moment.year}, std::chrono::month{static_cast<unsigned>(moment.month)},
                                           std::chrono::day{static_cast<unsigned>(moment.day)}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date};
}

Moment from_day(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    Moment moment;
    moment.year = static_cast<int>(date.year());
    moment.month = static_cast<int>(static_cast<unsigned>(date.month()));
    moment.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return moment;
}

int weekday_of(std::chrono::sys_days day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1; }

std::weak_ordering compare_known(const Moment& left, const Moment& right) {
    if (left.year != right.year) return left.year <=> right.year;
    if (left.month == 0 || right.month == 0) return std::weak_ordering::equivalent;
    if (left.month != right.month && (left.day == 0 || right.day == 0)) return left.month <=> right.month;
    if (left.day == 0 || right.day == 0) return std::weak_ordering::equivalent;
    auto minutes = [](const Moment& m, bool with_clock, bool in_utc) {
        const auto day = day_of(m);
        long total = day ? static_cast<long>(day->time_since_epoch().count()) * 1440 : 0;
        if (with_clock) total += m.hour * 60 + (m.minute < 0 ? 0 : m.minute);
        return in_utc ? total - *m.offset_minutes : total;
    };
    const bool clocks = left.has_clock() && right.has_clock();
    const bool utc = clocks && left.offset_minutes && right.offset_minutes;
    return minutes(left, clocks, utc) <=> minutes(right, clocks, utc);
}

}  // namespace depesche
