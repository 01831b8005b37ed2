#include "page/declared_dates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace depesche {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit_byte); }

// "20250512", "20250512101500".
std::optional<Moment> compact(std::string_view value) {
    if ((value.size() != 8 && value.size() != 12 && value.size() != 14) || !all_digits(value)) return std::nullopt;
    Moment moment;
    moment.year = number(value.substr(0, 4));
    moment.month = number(value.substr(4, 2));
    moment.day = number(value.substr(6, 2));
    if (value.size() > 8) {
        moment.hour = number(value.substr(8, 2));
        moment.minute = number(value.substr(10, 2));
        if (value.size() > 12) moment.second = number(value.substr(12, 2));
        if (moment.hour > 23 || moment.minute > 59 || moment.second > 59) return std::nullopt;
    }
    if (moment.year < 1900 || moment.year > 2099 || moment.month == 0 || moment.day == 0 || !is_valid(moment)) return std::nullopt;
    return moment;
}

std::vector<std::string_view> words(std::string_view value) {
    std::vector<std::string_view> found;
    while (!(value = trim(value)).empty()) {
        const std::size_t end = std::min(value.find_first_of(" \t\n"), value.size());
        found.push_back(value.substr(0, end));
        value.remove_prefix(end);
    }
    return found;
}

// "Mon May 12 10:04:00 CEST 2025" with the year put where other forms have it: "May 12 2025 10:04:00".
std::string year_before_clock(std::string_view value) {
    const std::vector<std::string_view> parts = words(value);
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        const bool clock = parts[i].find(':') != std::string_view::npos;
        if (!clock || !all_digits(parts[i - 1]) || parts[i - 1].size() > 2) continue;
        const std::string_view last = parts.back();
        if (last.size() != 4 || !all_digits(last) || i < 2) continue;
        return std::string(parts[i - 2]) + " " + std::string(parts[i - 1]) + ", " + std::string(last) + " " + std::string(parts[i]);
    }
    return std::string(value);
}

// Seconds and offset of the clock in `value` that says the moment's hour and minute: ":03 +0200".
void add_seconds_and_offset(std::string_view value, Moment& moment) {
    for (std::size_t at = value.find(':'); at != std::string_view::npos; at = value.find(':', at + 1)) {
        if (at < 1 || !is_digit_byte(value[at - 1]) || at + 2 >= value.size() || !all_digits(value.substr(at + 1, 2))) continue;
        if (number(value.substr(at + 1, 2)) != moment.minute) continue;
        std::string_view rest = value.substr(at + 3);
        if (rest.size() >= 3 && rest[0] == ':' && all_digits(rest.substr(1, 2)) && number(rest.substr(1, 2)) < 60) {
            moment.second = number(rest.substr(1, 2));
            rest.remove_prefix(3);
            if (!rest.empty() && rest[0] == '.') {
                rest.remove_prefix(1);
                while (!rest.empty() && is_digit_byte(rest[0])) rest.remove_prefix(1);
            }
        }
        rest = trim(rest);
        if (rest == "Z" || rest.starts_with("GMT") || rest.starts_with("UTC")) {
            moment.offset_minutes = 0;
            return;
        }
        // As ISO 8601 has it: a made-up day before it lends the parser.
        const auto zone =
            rest.empty() || (rest[0] != '+' && rest[0] != '-') ? std::nullopt : parse_iso("2000-01-01T00:00" + std::string(rest));
        if (zone && zone->offset_minutes) moment.offset_minutes = zone->offset_minutes;
        return;
    }
}

}  // namespace

std::optional<Moment> parse_declared_date(std::string_view value, const DateReader& reader, const DateHints& hints) {
    value = trim(value);
    if (value.empty() || value.size() > 80) return std::nullopt;
    if (const auto iso = parse_iso(value); iso) return iso->has_day() && iso->year >= 1900 ? iso : std::nullopt;
    if (const auto digits = compact(value)) return digits;
    const std::string mended = year_before_clock(value);
    for (const LineDate& date : reader.read(mended, hints)) {
        if (!date.value.has_day()) continue;
        Moment moment = date.value;
        if (moment.has_clock()) add_seconds_and_offset(mended, moment);
        return moment;
    }
    return std::nullopt;
}

namespace {

// The digits at the begin of `text`, at most `most`; empty when more follow.
std::string_view digits_at(std::string_view text, std::size_t most) {
    std::size_t size = 0;
    while (size < text.size() && size <= most && is_digit_byte(text[size])) ++size;
    return size > most ? std::string_view{} : text.substr(0, size);
}

// "29-10-2021", "22.04.2020": day first, as only pages in Europe write it; its length in bytes, 0 for none.
std::size_t european_day_at(std::string_view rest, Moment& day) {
    if (rest.size() < 10 || rest[2] != rest[5] || (rest[2] != '-' && rest[2] != '.')) return 0;
    if (!all_digits(rest.substr(3, 2)) || !all_digits(rest.substr(6, 4)) || (rest.size() > 10 && is_digit_byte(rest[10]))) return 0;
    day.day = number(rest.substr(0, 2));
    day.month = number(rest.substr(3, 2));
    day.year = number(rest.substr(6, 4));
    return day.day > 0 && day.month > 0 && is_valid(day) ? 10 : 0;
}

// A date at the begin of `rest`, which stands behind a slash; its length in bytes, 0 for none.
std::size_t day_at(std::string_view rest, Moment& day) {
    const std::string_view first = digits_at(rest, 8);
    if (first.size() == 8) {
        const auto date = compact(first);
        if (!date) return 0;
        day = *date;
        return 8;
    }
    if (first.size() == 2) return european_day_at(rest, day);
    if (first.size() != 4 || rest.size() < 8) return 0;
    const char mark = rest[4];
    if (mark != '/' && mark != '-') return 0;
    const std::string_view month = digits_at(rest.substr(5), 2);
    if (month.empty()) return 0;
    const std::size_t after = 5 + month.size();
    if (after >= rest.size() || (rest[after] != '/' && rest[after] != '-')) return 0;
    const std::string_view date = digits_at(rest.substr(after + 1), 2);
    if (date.empty()) return 0;
    const std::size_t size = after + 1 + date.size();
    day.year = number(first);
    day.month = number(month);
    day.day = number(date);
    const bool ends =
        size == rest.size() || rest[size] == '/' || rest[size] == '-' || rest[size] == '?' || rest[size] == '_' || rest[size] == '.';
    return ends && day.month > 0 && day.day > 0 && is_valid(day) ? size : 0;
}

}  // namespace

std::optional<AddressDate> date_in_address(std::string_view address) {
    const std::size_t host = address.find("://");
    std::size_t at = address.find('/', host == std::string_view::npos ? 0 : host + 3);
    const std::size_t end = std::min(address.find_first_of("?#"), address.size());
    for (; at < end; at = address.find('/', at + 1)) {
        AddressDate found;
        const std::size_t size = day_at(address.substr(0, end).substr(at + 1), found.day);
        if (size == 0 || found.day.year < 1990 || found.day.year > 2099) continue;
        found.place = {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + 1 + size)};
        return found;
    }
    return std::nullopt;
}

}  // namespace depesche
