#include "brief/count_differences.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "brief/agreement.h"
#include "brief/likeness.h"
#include "brief/outcomes.h"
#include "brief/slot_differences.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr std::size_t most_reports = 40;  // of one counted thing that are compared pair by pair

struct Count {
    std::uint32_t report = 0;
    const Line* line = nullptr;
    const Figure* figure = nullptr;
    std::optional<Outcome> outcome;
};

using Key = std::pair<std::string, std::string>;  // what is counted, unit

bool is_usable(const StoryText& text, const Line& line, const Figure& figure) {
    const Prepared& report = text.reports()[line.report];
    return !figure.of.empty() && !figure.update && quoted_share(report, figure.span) == 0;
}

constexpr std::string_view by_outcome = "outcome ";  // begin of a key that no word has

std::string key_of(const Outcome& outcome) {
    return fmt::format("{}{} {}", by_outcome, outcome.state, outcome.degree ? std::to_string(*outcome.degree) : "");
}

std::map<Key, std::vector<Count>> counts_in(const StoryText& text) {
    std::map<Key, std::vector<Count>> counts;
    for (std::uint32_t r = 0; r < text.reports().size(); ++r) {
        for (const Figure& figure : text.reports()[r].marks.figures) {
            const Line* line = text.line_at(r, figure.span.begin);
            if (line == nullptr || !is_usable(text, *line, figure)) continue;
            const Count count{r, line, &figure, outcome_of(text, *line, figure)};
            if (!text.words_of(r).broad.contains(figure.of)) counts[{fold(figure.of), figure.unit}].push_back(count);
            if (count.outcome && !tells_of_update(text, *line) && !tells_of_earlier(text, *line))
                counts[{key_of(*count.outcome), "person"}].push_back(count);
        }
    }
    return counts;
}

// The report's one figure of the thing; nothing when it has several that do not agree. A story's own count goes before an earlier one's.
std::vector<Count> one_each(const StoryText& text, const std::vector<Count>& counts) {
    std::vector<Count> out;
    for (auto begin = counts.begin(); begin != counts.end();) {
        const auto end = std::find_if(begin, counts.end(), [&](const Count& c) { return c.report != begin->report; });
        const bool agree =
            std::all_of(begin, end, [&](const Count& c) { return compare_figures(*c.figure, *begin->figure) != Agreement::different; });
        const bool earlier =
            std::any_of(begin, end, [&](const Count& c) { return tells_of_earlier(text, *c.line) || tells_of_update(text, *c.line); });
        if (agree && !earlier) out.push_back(*begin);
        begin = end;
    }
    return out;
}

std::vector<const TextUnit*> settings(const StoryText& text, const Line& line, UnitKind kind) {
    std::vector<const TextUnit*> found;
    for (const TextUnit& unit : text.units_of(line)) {
        const bool is_place = unit.kind == UnitKind::name && text.names().groups()[unit.id].kind == NameKind::place;
        if (unit.kind == kind && (kind != UnitKind::name || is_place)) found.push_back(&unit);
    }
    return found;
}

// "Am Vormittag", "am Abend", "um 8.15 Uhr" in both sentences, and none in common: the count may have grown in between.
bool names_other_hours(const StoryText& text, const Line& left, const Line& right) {
    const auto hours = [&](const Line& line) {
        std::vector<std::string_view> found;
        for (const TextUnit& unit : text.units_of(line)) {
            if (unit.kind != UnitKind::time) continue;
            const std::string_view value = text.reports()[line.report].marks.times[unit.id].value;
            if (const std::size_t clock = value.find('T'); clock != std::string_view::npos && clock > 0)
                found.push_back(value.substr(clock));
        }
        return found;
    };
    const std::vector<std::string_view> a = hours(left);
    const std::vector<std::string_view> b = hours(right);
    if (a.empty() || b.empty()) return false;
    return std::ranges::none_of(a, [&](std::string_view x) { return std::ranges::find(b, x) != b.end(); });
}

template <class Agree>
bool none_in_common(const StoryText& text, const Line& left, const Line& right, UnitKind kind, const Agree& agree) {
    const std::vector<const TextUnit*> a = settings(text, left, kind);
    const std::vector<const TextUnit*> b = settings(text, right, kind);
    if (a.empty() || b.empty()) return false;
    return std::ranges::none_of(
        a, [&](const TextUnit* x) { return std::ranges::any_of(b, [&](const TextUnit* y) { return agree(*x, *y); }); });
}

const Assertion* told(const StoryText& text, std::span<const Assertion> assertions, const Count& count) {
    const auto mark = static_cast<std::uint32_t>(count.figure - text.reports()[count.report].marks.figures.data());
    return assertion_of(assertions, count.report, UnitKind::figure, mark);
}

Trust trust_in(const StoryText& text, std::span<const Assertion> assertions, const Count& left, const Count& right) {
    const Assertion* a = told(text, assertions, left);
    const Assertion* b = told(text, assertions, right);
    if (a != nullptr && b != nullptr && tell_of_other_states(*a, *b)) return Trust::none;
    if (compare_figures(*left.figure, *right.figure) != Agreement::different || names_other_places(text, *left.line, *right.line) ||
        names_other_days(text, *left.line, *right.line))
        return Trust::none;
    for (const std::uint32_t report : {left.report, right.report}) {
        if (is_replaced(text, report, *left.figure) || is_replaced(text, report, *right.figure)) return Trust::none;
    }
    const auto [low, high] = std::minmax(left.figure->value, right.figure->value);
    if (is_transposed(low, high)) return Trust::sure;
    if (low <= 0 || high > low * most_ratio) return Trust::none;
    if (left.outcome && right.outcome) {
        if (left.outcome->state != right.outcome->state || left.outcome->degree != right.outcome->degree ||
            names_other_hours(text, *left.line, *right.line))
            return Trust::none;
        if (left.outcome->whole && right.outcome->whole)
            return left.outcome->by_means == right.outcome->by_means ? Trust::sure : Trust::unsure;
    }
    const bool one_word = fold(left.figure->of) == fold(right.figure->of);
    if (one_word && text.words_of(left.report).toll.contains(left.figure->of)) return Trust::sure;
    const Likeness likeness = compare(text, left.line->wording, right.line->wording);
    if (likeness.terms >= 2) return Trust::sure;
    const bool one_whole = left.outcome && right.outcome && (left.outcome->whole || right.outcome->whole);
    return one_word || one_whole || likeness.terms == 1 ? Trust::unsure : Trust::none;
}

// What is counted as the left report has it, with the word for what became of them.
std::string about_of(const StoryText& text, const Count& count, bool with_outcome) {
    const std::string_view words = text.reports()[count.report].text.text;
    const auto at = [&](Span span) { return std::string(words.substr(span.begin, span.size())); };
    std::string about = at(count.figure->of_span);
    const bool more = with_outcome && count.outcome && !count.outcome->told.empty() && !count.outcome->told.overlaps(count.figure->of_span);
    if (more) about += (about.empty() ? "" : " … ") + at(count.outcome->told);
    return about;
}

}  // namespace

bool is_transposed(double a, double b) {
    if (a == b || a > 1e9 || b > 1e9) return false;
    std::string left = fmt::format("{}", a);
    std::string right = fmt::format("{}", b);
    if (left.size() < 2) return false;
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

bool names_other_places(const StoryText& text, const Line& left, const Line& right) {
    return none_in_common(text, left, right, UnitKind::name, [](const TextUnit& x, const TextUnit& y) { return x.id == y.id; });
}

bool names_other_days(const StoryText& text, const Line& left, const Line& right) {
    const Marks& left_marks = text.reports()[left.report].marks;
    const Marks& right_marks = text.reports()[right.report].marks;
    return none_in_common(text, left, right, UnitKind::time, [&](const TextUnit& x, const TextUnit& y) {
        return compare_times(left_marks.times[x.id], right_marks.times[y.id]) != Agreement::different;
    });
}

void add_count_differences(const StoryText& text, std::span<const Assertion> assertions, ClaimBook& book) {
    for (const auto& [key, all] : counts_in(text)) {
        std::vector<Count> counts = one_each(text, all);
        if (counts.size() > most_reports) counts.resize(most_reports);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            for (std::size_t j = i + 1; j < counts.size(); ++j) {
                const Claim left = claim_of_figure(text, counts[i].report, *counts[i].figure);
                const Claim right = claim_of_figure(text, counts[j].report, *counts[j].figure);
                const Trust trust = trust_in(text, assertions, counts[i], counts[j]);
                if (trust != Trust::none)
                    book.add_difference(left, right, trust, about_of(text, counts[i], key.first.starts_with(by_outcome)));
                else if (compare_figures(*counts[i].figure, *counts[j].figure) == Agreement::same) book.add_agreement(left, right);
            }
        }
    }
}

}  // namespace depesche
