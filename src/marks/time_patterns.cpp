#include "marks/time_patterns.h"

#include <algorithm>

namespace depesche {
namespace {

// Calls `use` with each piece of `text` between separators; empty pieces are left out.
template <class Use>
void split(std::string_view text, char separator, Use use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

TimeElement read_element(std::string_view word, TimeLexicon& lexicon) {
    TimeElement element;
    if (word.size() > 1 && word.back() == '?') {
        element.optional = true;
        word.remove_suffix(1);
    }
    while (word.size() > 1 && (word.front() == '~' || word.front() == '^' || word.front() == '!')) {
        if (word.front() == '~') element.touching = true;
        if (word.front() == '^') element.capital = true;
        if (word.front() == '!') element.negative = true;
        word.remove_prefix(1);
    }
    split(word, '|', [&](std::string_view name) {
        element.any.push_back(name.starts_with('=') && name.size() > 1 ? lexicon.literal(name.substr(1)) : lexicon.class_of(name));
    });
    return element;
}

constexpr ClassId none = 0xFFFF;

ClassId kind_of(const TimeElement& wanted, const TimeItem& item) {
    if (wanted.capital && !item.capital) return none;
    for (const ClassId kind : wanted.any) {
        if (item.is(kind)) return kind;
    }
    return none;
}

// False when the pattern surely does not match: its first two elements must be there, and the item behind `at` is not the second. Most
// patterns that begin with a common word fail here.
bool second_fits(const TimePattern& pattern, std::span<const TimeItem> items, std::uint32_t at) {
    if (pattern.elements.size() < 2 || pattern.elements[0].optional) return true;
    const TimeElement& second = pattern.elements[1];
    if (second.optional || second.negative) return true;
    return at + 1 < items.size() && !items[at + 1].line_begin && kind_of(second, items[at + 1]) != none;
}

// Tries one pattern from one item on. At most a dozen elements and a handful of optional ones: the steps are bounded by the
// pattern, not by the text.
class Attempt {
public:
    Attempt(const TimePattern& pattern, std::span<const TimeItem> items, std::vector<Taken>& taken)
        : pattern_(pattern), items_(items), taken_(taken) {
        taken_.clear();
    }

    bool from(std::size_t element, std::uint32_t item) {
        if (element == pattern_.elements.size()) return true;
        const TimeElement& wanted = pattern_.elements[element];
        const ClassId kind = accepts(wanted, item);
        if (wanted.negative) return kind == none && from(element + 1, item);
        if (kind != none) {
            taken_.push_back({item, kind, wanted.group});
            if (from(element + 1, item + 1)) return true;
            taken_.pop_back();
        }
        return wanted.optional && from(element + 1, item);
    }

private:
    ClassId accepts(const TimeElement& wanted, std::uint32_t at) const {
        if (at >= items_.size()) return none;
        const TimeItem& item = items_[at];
        if (!taken_.empty() && (item.line_begin || (wanted.touching && !item.touching))) return none;
        return kind_of(wanted, item);
    }

    const TimePattern& pattern_;
    std::span<const TimeItem> items_;
    std::vector<Taken>& taken_;
};

}  // namespace

TimePatterns::TimePatterns(const Language& language, TimeLexicon& lexicon) {
    for (const Row& row : data_rows("languages/" + language.code + "/time-patterns.tsv")) {
        if (row.size() >= 2) compile(row, lexicon);
    }
    lexicon.finish();
}

void TimePatterns::compile(const Row& row, TimeLexicon& lexicon) {
    TimePattern pattern;
    split(row[0], ' ', [&](std::string_view action) { pattern.actions.push_back(action); });
    std::int8_t group = -1;
    bool inside = false;
    split(row[1], ' ', [&](std::string_view word) {
        if (word == "[") {
            inside = true;
            ++group;
        } else if (word == "]") {
            inside = false;
        } else {
            pattern.elements.push_back(read_element(word, lexicon));
            pattern.elements.back().group = inside ? group : std::int8_t{-1};
        }
    });
    if (pattern.actions.size() != static_cast<std::size_t>(group + 1)) return;  // a row that is no pattern; a test reads all rows
    const auto index = static_cast<std::uint32_t>(patterns_.size());
    for (std::size_t e = 0; e < pattern.elements.size(); ++e) {
        for (const ClassId kind : pattern.elements[e].any) {
            if (kind >= by_first_.size()) by_first_.resize(kind + 1U);
            by_first_[kind].push_back({index, behind(pattern, e)});
        }
        if (!pattern.elements[e].optional) break;
    }
    patterns_.push_back(std::move(pattern));
}

// What the item behind that of an element may be: of the next element, or of a later one when those between may be missing.
std::uint64_t TimePatterns::behind(const TimePattern& pattern, std::size_t element) {
    std::uint64_t glance = 0;
    for (std::size_t e = element + 1; e < pattern.elements.size(); ++e) {
        if (pattern.elements[e].negative) break;
        for (const ClassId kind : pattern.elements[e].any) glance |= glance_of(kind);
        if (!pattern.elements[e].optional) return glance;
    }
    return glance | glance_at_nothing;
}

void TimePatterns::match(std::span<const TimeItem> items, std::uint32_t at, PatternMatch& match) const {
    match.pattern = nullptr;
    match.end = 0;
    std::uint32_t best = static_cast<std::uint32_t>(patterns_.size());
    const bool last = at + 1 >= items.size() || items[at + 1].line_begin;
    const std::uint64_t next = glance_at_nothing | (last ? 0 : items[at + 1].glance);
    auto attempt = [&](ClassId kind) {
        if (kind >= by_first_.size()) return;
        for (const auto& [index, behind] : by_first_[kind]) {
            if ((behind & next) == 0) continue;
            if (!second_fits(patterns_[index], items, at)) continue;
            if (!Attempt(patterns_[index], items, match.tried).from(0, at)) continue;
            std::uint32_t end = 0;
            for (const Taken& taken : match.tried) {
                if (taken.group >= 0) end = taken.item + 1;
            }
            if (end > match.end || (end == match.end && index < best)) {
                match.pattern = &patterns_[index];
                match.taken.swap(match.tried);
                match.end = end;
                best = index;
            }
        }
    };
    const TimeItem& item = items[at];
    if (item.number >= 0) {
        for (ClassId kind = time_class::day; kind <= time_class::integer; ++kind) {
            if (item.is(kind)) attempt(kind);
        }
    }
    for (const Sense& sense : item.senses) attempt(sense.kind);
    if (item.adjective) attempt(time_class::adjective);
}

}  // namespace depesche
