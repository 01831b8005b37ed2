#include "stories/telling_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace depesche {
namespace {

constexpr std::size_t shortest_weekday = 5;     // bytes: "mo" and "so" are other words too
constexpr std::size_t shortest_participle = 6;  // bytes
constexpr std::size_t shortest_past = 5;

std::int8_t number_of(std::string_view digits) {
    std::int8_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

constexpr std::array<std::pair<std::string_view, TellingRole>, 3> role_rows = {
    {{"pluperfect", TellingRole::pluperfect}, {"coming", TellingRole::coming}, {"night-to", TellingRole::night_to}}};

}  // namespace

TellingWords::TellingWords(const Language& language) {
    const std::string folder = "languages/" + language.code + "/";
    for (const Row& row : data_rows(folder + "tense.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "past") roles_[row[1]] = TellingRole::past;
        if (row[0] == "future") roles_[row[1]] = TellingRole::future;
        if (row[0] == "not-past") roles_[row[1]] = TellingRole::none;
        if (row[0] == "past-ending") past_ends_.push_back(row[1]);
        if (row[0] == "participle-begin") begins_.push_back(row[1]);
        if (row[0] == "participle-inside") insides_.push_back(row[1]);
        if (row[0] == "participle-end") ends_.push_back(row[1]);
    }
    for (const Row& row : data_rows(folder + "calendar.tsv")) {
        if (row.size() > 2 && row[0] == "weekday" && row[1].size() >= shortest_weekday) weekdays_[row[1]] = number_of(row[2]);
    }
    for (const Row& row : data_rows(folder + "telling-words.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "day-part") day_parts_.insert(row[1]);
        if (row[0] == "day" && row.size() > 2) days_[row[1]] = number_of(row[2]);
        const auto* const role = std::ranges::find(role_rows, row[0], &std::pair<std::string_view, TellingRole>::first);
        if (role != role_rows.end()) roles_[row[1]] = role->second;
    }
}

std::int8_t TellingWords::weekday_of(std::string_view lower) const {
    if (const auto whole = weekdays_.find(lower); whole != weekdays_.end()) return whole->second;
    for (const auto& [name, day] : weekdays_) {
        if (lower.starts_with(name) && day_parts_.contains(lower.substr(name.size()))) return day;
    }
    return -1;
}

bool TellingWords::is_past(std::string_view lower) const {
    return lower.size() >= shortest_past && std::ranges::any_of(past_ends_, [&](std::string_view end) { return lower.ends_with(end); });
}

bool TellingWords::is_participle(std::string_view lower) const {
    const auto ends = [&](std::string_view end) { return lower.ends_with(end); };
    if (lower.size() < shortest_participle || !std::ranges::any_of(ends_, ends)) return false;
    if (begins_.empty()) return true;
    return std::ranges::any_of(begins_, [&](std::string_view begin) { return lower.starts_with(begin); }) ||
           std::ranges::any_of(insides_, [&](std::string_view inside) { return lower.find(inside, 2) != std::string_view::npos; });
}

TellingFacts TellingWords::of(std::string_view lower) const {
    TellingFacts facts;
    facts.weekday = weekday_of(lower);
    if (const auto day = days_.find(lower); day != days_.end()) facts.day_offset = day->second;
    if (const auto role = roles_.find(lower); role != roles_.end()) facts.role = role->second;
    else if (is_participle(lower)) facts.role = TellingRole::participle;
    else if (is_past(lower)) facts.role = TellingRole::past;
    return facts;
}

}  // namespace depesche
