#include "marks/time_lexicon.h"

#include <algorithm>
#include <cstdlib>

namespace depesche {
namespace {

// In the order of time_class::Known.
constexpr std::string_view known_names[] = {
    "day",         "month-number", "year",      "short-year",    "hour",      "minute",       "count",           "integer",
    "month",       "month-short",  "weekday",   "weekday-short", "adjective", "capital-word", "lower-word",      "weekday-part",
    "part",        "unit",         "units",     "unit-mod",      "shift",     "season",       "feast",           "ordinal",
    "decade",      "mod",          "reference", "offset",        "today",     "meridiem",     "dotted-meridiem", "vague",
    "number-unit", "half",
};
static_assert(std::size(known_names) == time_class::first_free);

// A short form is the beginning of a longer name of the same month or day: "jan", "mo".
bool is_short(const WordMap<int>& names, std::string_view name, int number) {
    return std::ranges::any_of(names, [&](const auto& other) {
        return other.second == number && other.first.size() > name.size() && other.first.starts_with(name);
    });
}

}  // namespace

TimeLexicon::TimeLexicon(const Language& language) : numbers_(language), names_(std::begin(known_names), std::end(known_names)) {
    read_calendar(language);
    read_words(language);
}

void TimeLexicon::read_calendar(const Language& language) {
    for (const auto& [name, number] : language.months) {
        add(name, {is_short(language.months, name, number) ? time_class::month_short : time_class::month, static_cast<double>(number), {}});
    }
    for (const auto& [name, number] : language.weekdays) {
        add(name,
            {is_short(language.weekdays, name, number) ? time_class::weekday_short : time_class::weekday, static_cast<double>(number), {}});
    }
    for (const Row& row : data_rows("languages/" + language.code + "/calendar.tsv")) {
        if (row.size() >= 2 && row[0] == "zone") add(row[1], {class_of("zone"), 0, {}});
    }
}

void TimeLexicon::read_words(const Language& language) {
    for (const Row& row : data_rows("languages/" + language.code + "/times.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "cross") {
            cross(row);
        } else if (row[0] == "adjective-ending") {
            adjective_endings_.push_back(row[1]);
        } else {
            const std::string_view value = row.size() > 2 ? row[2] : std::string_view{};
            add(row[1], {class_of(row[0]), std::strtod(std::string(value).c_str(), nullptr), value});
        }
    }
}

void TimeLexicon::cross(const Row& row) {
    if (row.size() < 4) return;
    const ClassId left = class_of(row[1]), right = class_of(row[2]), made = class_of(row[3]);
    std::vector<Entry> first, second;
    for (const Entry& entry : entries_) {
        if (entry.sense.kind == left) first.push_back(entry);
        if (entry.sense.kind == right) second.push_back(entry);
    }
    for (const Entry& l : first) {
        for (const Entry& r : second) {
            made_.push_back(std::make_unique<std::string>(std::string(l.word).append(r.word)));
            add(*made_.back(), {made, l.sense.number, r.sense.text});
        }
    }
}

ClassId TimeLexicon::class_of(std::string_view name) {
    const auto it = std::ranges::find(names_, name);
    if (it != names_.end()) return static_cast<ClassId>(it - names_.begin());
    names_.emplace_back(name);
    return static_cast<ClassId>(names_.size() - 1);
}

ClassId TimeLexicon::literal(std::string_view word) {
    std::string name(1, '=');
    name += word;
    const bool known = std::ranges::find(names_, name) != names_.end();
    const ClassId id = class_of(name);
    if (!known) add(word, {id, 0, {}});
    return id;
}

void TimeLexicon::finish() {
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
        return std::tie(a.word, a.sense.kind, a.sense.number, a.sense.text) < std::tie(b.word, b.sense.kind, b.sense.number, b.sense.text);
    });
    for (const Entry& entry : entries_) {
        auto& place = words_.try_emplace(entry.word, static_cast<std::uint32_t>(senses_.size()), 0U).first->second;
        senses_.push_back(entry.sense);
        filter_.add(entry.word);
        ++place.second;
    }
    entries_.clear();
}

std::span<const Sense> TimeLexicon::senses(std::string_view lower) const {
    if (!filter_.may_have(lower)) return {};
    const auto it = words_.find(lower);
    if (it == words_.end()) return {};
    return std::span(senses_).subspan(it->second.first, it->second.second);
}

bool TimeLexicon::is_adjective(std::string_view lower) const {
    return std::ranges::any_of(adjective_endings_,
                               [&](std::string_view ending) { return lower.size() > ending.size() + 1 && lower.ends_with(ending); });
}

}  // namespace depesche
