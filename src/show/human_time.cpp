#include "show/human_time.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/moment.h"

namespace depesche {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return std::string(digits);
}

std::string day_text(const Moment& moment, const Labels& labels) {
    const std::string year = std::to_string(moment.year);
    if (moment.month == 0) return year;
    const std::string_view month = labels[fmt::format("month.{}", moment.month)];
    if (moment.day == 0) return labels.with("date.month", {month, year});
    const std::string text = labels.with("date.day", {std::to_string(moment.day), month, year});
    const auto day = day_of(moment);
    return day ? labels.with("date.weekday", {labels[fmt::format("weekday.{}", weekday_of(*day))], text}) : text;
}

std::string clock_text(const Moment& moment, const Labels& labels, std::string day) {
    const std::string hour = labels.language() == OutputLanguage::german ? std::to_string(moment.hour) : fmt::format("{:02}", moment.hour);
    std::string text = labels.with("date.clock", {day, hour, fmt::format("{:02}", std::max(moment.minute, 0))});
    if (!moment.offset_minutes) return text;
    const int offset = *moment.offset_minutes;
    return labels.with("date.zone",
                       {text, fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60)});
}

// "2024-W25", "2024-SU", "2024-Q1", "2024-H2": what stands behind the year and the hyphen.
std::optional<std::string> part_of_year(std::string_view value, const Labels& labels) {
    if (value.size() < 7 || value[4] != '-' || !all_digits(value.substr(0, 4))) return std::nullopt;
    const std::string_view year = value.substr(0, 4);
    const std::string_view part = value.substr(5);
    if (part[0] == 'W' && part.size() == 3 && all_digits(part.substr(1)))
        return labels.with("date.week", {without_zeros(part.substr(1)), year});
    if (part[0] == 'Q' && part.size() == 2) return labels.with("date.quarter", {part.substr(1), year});
    if (part[0] == 'H' && part.size() == 2) return labels.with("date.half", {part.substr(1), year});
    const std::string season = fmt::format("date.season.{}", part);
    if (labels.has(season)) return labels.with(season, {year});
    return std::nullopt;
}

// "199" is a decade, "18" a century that begins in 1800.
std::optional<std::string> long_time(std::string_view value, const Labels& labels) {
    if (!all_digits(value)) return std::nullopt;
    if (value.size() == 3) return labels.with("date.decade", {std::string(value) + "0"});
    if (value.size() == 2) return labels.with("date.century", {std::to_string((value[0] - '0') * 10 + (value[1] - '0') + 1)});
    return std::nullopt;
}

// "2024-06-18TMO"
std::optional<std::string> part_of_day(std::string_view value, const Labels& labels) {
    const std::size_t t = value.find('T');
    if (t == std::string_view::npos) return std::nullopt;
    const std::string part = fmt::format("date.part.{}", value.substr(t + 1));
    const auto day = parse_iso(value.substr(0, t));
    if (!day || !labels.has(part)) return std::nullopt;
    return labels.with(part, {day_text(*day, labels)});
}

std::string one_time(std::string_view value, const Labels& labels) {
    if (const auto moment = parse_iso(value)) {
        const std::string day = day_text(*moment, labels);
        return moment->has_clock() ? clock_text(*moment, labels, day) : day;
    }
    if (auto text = part_of_year(value, labels)) return *text;
    if (auto text = long_time(value, labels)) return *text;
    if (auto text = part_of_day(value, labels)) return *text;
    return std::string(value);
}

}  // namespace

std::string human_time(std::string_view iso, const Labels& labels) {
    const std::size_t slash = iso.find('/');
    if (slash == std::string_view::npos) return one_time(iso, labels);
    return one_time(iso.substr(0, slash), labels) + " – " + one_time(iso.substr(slash + 1), labels);
}

std::string human_time_beside(std::string_view iso, std::string_view other, const Labels& labels) {
    const auto moment = parse_iso(iso);
    if (!moment || !moment->has_clock() || iso.substr(0, 10) != other.substr(0, 10)) return human_time(iso, labels);
    const std::string text = clock_text(*moment, labels, {});
    return text.substr(std::min<std::size_t>(2, text.size()));
}

}  // namespace depesche
