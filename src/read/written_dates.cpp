#include "read/written_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace depesche {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

int month_named(std::string_view word) {
    std::string start{word[0], word[1], word[2]};
    for (char& c : start) c = static_cast<char>(c | 0x20);
    const auto it = std::ranges::find(months, start);
    return it == months.end() ? 0 : static_cast<int>(it - months.begin()) + 1;
}

struct Written {
    int year = -1;
    int month = 0;
    int day = 0;
    std::string clock;
    std::string zone;
};

// "+0100", "GMT+0100", "GMT", "Z".
bool take_zone(std::string_view word, Written& date) {
    for (const std::string_view name : {std::string_view("GMT"), std::string_view("UTC"), std::string_view("UT"), std::string_view("Z")}) {
        if (!word.starts_with(name)) continue;
        word.remove_prefix(name.size());
        if (word.empty()) date.zone.assign(1, 'Z');
        break;
    }
    if (word.size() == 6 && word[3] == ':' && (word[0] == '+' || word[0] == '-')) {
        date.zone = word;
    } else if (word.size() == 5 && (word[0] == '+' || word[0] == '-') && all_digits(word.substr(1))) {
        date.zone = fmt::format("{}:{}", word.substr(0, 3), word.substr(3));
    }
    return !date.zone.empty();
}

bool is_clock(std::string_view word) {
    if (word.size() != 5 && word.size() != 8) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i % 3 == 2 ? word[i] != ':' : word[i] < '0' || word[i] > '9') return false;
    }
    return word.substr(0, 2) < "24" && word.substr(3, 2) < "60";
}

void take_word(std::string_view word, Written& date) {
    while (word.ends_with(',')) word.remove_suffix(1);
    if (is_clock(word)) {
        if (date.clock.empty()) date.clock = word;
    } else if (all_digits(word)) {
        if (word.size() == 4 && date.year < 0) date.year = number(word);
        else if (word.size() <= 2 && date.day == 0) date.day = number(word);
    } else if (!date.clock.empty() && date.zone.empty() && take_zone(word, date)) {
        return;
    } else if (date.month == 0 && word.size() >= 3) {
        date.month = month_named(word);
    }
}

bool is_iso(std::string_view text) {
    return text.size() >= 10 && all_digits(text.substr(0, 4)) && text[4] == '-' && all_digits(text.substr(5, 2)) && text[7] == '-' &&
           all_digits(text.substr(8, 2));
}

}  // namespace

std::string iso_of_written_date(std::string_view text) {
    text = text.substr(0, 200);
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    if (is_iso(text)) return std::string(text);
    Written date;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
        if (end > 0) take_word(text.substr(0, end), date);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (date.year < 0 || date.month == 0 || date.day < 1 || date.day > 31) return {};
    std::string iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    if (!date.clock.empty()) iso = fmt::format("{}T{}{}", iso, date.clock, date.zone);
    return iso;
}

std::string iso_of_stamp(std::string_view digits) {
    if (digits.size() != 14 || !all_digits(digits) || digits.substr(4, 2) > "12" || digits.substr(8, 2) > "23") return {};
    return fmt::format("{}-{}-{}T{}:{}:{}Z", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2), digits.substr(8, 2),
                       digits.substr(10, 2), digits.substr(12, 2));
}

}  // namespace depesche
