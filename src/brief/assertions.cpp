#include "brief/assertions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/sort_distinct.h"
#include "base/utf8.h"
#include "brief/agreement.h"
#include "brief/outcomes.h"
#include "brief/slot_differences.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr float clause_share = 0.55F;   // of a word behind a comma
constexpr float distance_cost = 0.12F;  // a word, from the third on
constexpr float part_share = 0.5F;
constexpr int near_words = 2;

using TermIds = std::vector<std::uint32_t>;

// Terms that a unit stands for: concepts go for the words that have one.
struct UnitTerms {
    TermIds whole;
    TermIds parts;
    std::optional<std::uint32_t> state;
    std::optional<std::uint32_t> degree;
};

class Reader {
public:
    explicit Reader(const StoryText& text)
        : text_(text), first_concept_(static_cast<std::uint32_t>(text.vocabulary().stems() + text.names().groups().size())) {
        weigh();
    }

    std::vector<Assertion> run() const {
        std::vector<Assertion> found;
        for (const Line& line : text_.lines()) {
            if (line.kind == PassageKind::crosshead) continue;
            const std::span<const TextUnit> units = text_.units_of(line);
            std::vector<UnitTerms> terms;
            bool earlier = false;
            for (std::uint32_t u = 0; u < units.size(); ++u) {
                const std::string measure = measure_of(line, units[u]);
                if (measure.empty()) continue;
                if (terms.empty()) {
                    for (const TextUnit& unit : units) terms.push_back(terms_of(line, unit));
                    drop_turned_round(line, units, terms);
                    earlier = tells_of_earlier(text_, line);
                }
                Assertion made{line.report, &line, units[u].kind, units[u].id, measure, {}, {}, 0, {}, {}, earlier};
                describe(line, units, terms, u, made);
                found.push_back(std::move(made));
            }
        }
        return found;
    }

private:
    std::string measure_of(const Line& line, const TextUnit& unit) const {
        const Prepared& report = text_.reports()[line.report];
        if (unit.kind != UnitKind::figure && unit.kind != UnitKind::time) return {};
        if (quoted_share(report, unit.span) > 0) return {};
        if (unit.kind == UnitKind::figure) {
            const Figure& figure = report.marks.figures[unit.id];
            if (figure.update || tells_of_update(text_, line)) return {};
            return figure.unit.empty() || figure.unit == "person" ? "figure" : "figure " + figure.unit;
        }
        const Time& time = report.marks.times[unit.id];
        if (time.type == TimeType::set || time.value.empty()) return {};
        if (time.type == TimeType::duration && !is_point(time)) {
            const bool counts = minutes_of(time.value).has_value();
            return counts ? fmt::format("duration {}{}", time.value.find('T') != std::string::npos ? "T" : "", time.value.back()) : "";
        }
        if (!is_point(time)) return time.value.size() == 7 ? "date season" : "";
        return time.moment->has_clock() ? "date clock"
               : time.moment->has_day() ? "date day"
               : time.moment->month > 0 ? "date month"
                                        : "date year";
    }

    UnitTerms terms_of(const Line& line, const TextUnit& unit) const {
        UnitTerms terms;
        if (unit.kind == UnitKind::name) terms.whole.push_back(text_.term_of_group(unit.id));
        if (unit.kind != UnitKind::word) return terms;
        add_word(line, unit.span, unit.stem, unit.stop, terms);
        return terms;
    }

    // "Nicht gerettet" is another state.
    void drop_turned_round(const Line& line, std::span<const TextUnit> units, std::vector<UnitTerms>& terms) const {
        const std::string_view words = text_.reports()[line.report].text.text;
        for (std::size_t u = 1; u < units.size(); ++u) {
            const Span before = units[u - 1].span;
            if (terms[u].state && text_.words_of(line.report).negation.contains(to_lower(words.substr(before.begin, before.size()))))
                terms[u] = {};
        }
    }

    void add_word(const Line& line, Span span, std::uint32_t stem, bool stop, UnitTerms& terms) const {
        const Prepared& report = text_.reports()[line.report];
        const std::string lower = to_lower(report.text.text.substr(span.begin, span.size()));
        for (const Concept& known : text_.concepts().of(lower, *report.language)) {
            if (known.kind == ConceptKind::people || known.kind == ConceptKind::force || known.kind == ConceptKind::means) continue;
            if (known.kind == ConceptKind::state) terms.state = known.id;
            if (known.kind == ConceptKind::degree) terms.degree = known.id;
            else terms.whole.push_back(first_concept_ + known.id);
        }
        if (!terms.whole.empty() || stop || terms.degree) return;
        terms.whole.push_back(stem);
        terms.parts = text_.vocabulary().parts(stem);
    }

    // How much each term tells, by how many wordings have it.
    void weigh() {
        weights_.assign(first_concept_ + text_.concepts().size(), 0);
        for (const StoryWording& wording : text_.wordings()) {
            TermIds seen;
            const Line& line = text_.first_line(wording);
            for (const TextUnit& unit : text_.units_of(line)) {
                for (const std::uint32_t id : terms_of(line, unit).whole) seen.push_back(id);
            }
            sort_distinct(seen);
            for (const std::uint32_t id : seen) weights_[id] += 1;
        }
        const auto count = static_cast<float>(text_.wordings().size()) + 1;
        for (float& weight : weights_) weight = std::max(0.1F, std::log(count / (std::max(weight, 1.0F) + 0.5F)));
    }

    bool is_clause_mark(const Line& line, Span before, Span behind) const {
        if (behind.begin <= before.end) return false;
        const std::string_view between = text_.reports()[line.report].text.text.substr(before.end, behind.begin - before.end);
        return between.find_first_of(",;:(") != std::string_view::npos || between.find("–") != std::string_view::npos;
    }

    void describe(const Line& line, std::span<const TextUnit> units, std::span<const UnitTerms> terms, std::uint32_t at,
                  Assertion& made) const {
        std::map<std::uint32_t, ContextTerm> context;
        float nearest_state = 0;
        const auto put = [&](std::uint32_t id, float nearness, bool whole, const TextUnit& unit) {
            ContextTerm& term = context.try_emplace(id, ContextTerm{id, 0, false, unit.stem, unit.span}).first->second;
            const float weight = weights_[id] * nearness * (whole ? 1 : part_share);
            if (weight > term.weight) {
                term.span = unit.span;
                term.stem = unit.stem;
            }
            term.weight = std::max(term.weight, weight);
            term.whole = term.whole || whole;
        };
        const auto walk = [&](int step) {
            int words = 0;
            float clause = 1;
            for (int i = static_cast<int>(at) + step, last = static_cast<int>(at); i >= 0 && i < static_cast<int>(units.size());
                 last = i, i += step) {
                const auto [first, second] = std::minmax(i, last);
                if (is_clause_mark(line, units[static_cast<std::size_t>(first)].span, units[static_cast<std::size_t>(second)].span))
                    clause *= clause_share;
                const UnitTerms& here = terms[static_cast<std::size_t>(i)];
                const float nearness = clause / (1 + distance_cost * static_cast<float>(std::max(0, words - near_words)));
                for (const std::uint32_t id : here.whole) put(id, nearness, true, units[static_cast<std::size_t>(i)]);
                for (const std::uint32_t id : here.parts) put(id, nearness, false, units[static_cast<std::size_t>(i)]);
                if (here.state && nearness > nearest_state) {
                    nearest_state = nearness;
                    made.state = here.state;
                }
                if (here.degree && clause == 1) made.degree = here.degree;
                words += here.whole.empty() ? 0 : 1;
            }
        };
        walk(-1);
        walk(1);
        take_counted(line, units[at], made, put);
        for (const auto& [id, term] : context) {
            made.context.push_back(term);
            made.total += term.whole ? term.weight : 0;
        }
    }

    template <class Put>
    void take_counted(const Line& line, const TextUnit& unit, Assertion& made, const Put& put) const {
        if (unit.kind != UnitKind::figure) return;
        const Figure& figure = text_.reports()[line.report].marks.figures[unit.id];
        if (figure.of_span.empty()) return;
        for (const TextUnit& other : text_.units_of(line)) {
            if (other.kind != UnitKind::word || !other.span.overlaps(figure.of_span)) continue;
            UnitTerms terms;
            add_word(line, other.span, other.stem, false, terms);
            if (terms.state) made.state = terms.state;
            if (terms.degree) made.degree = terms.degree;
            const bool broad = text_.words_of(line.report).broad.contains(figure.of);
            for (const std::uint32_t id : terms.whole) put(id, 1, true, other);
            if (broad) continue;
            made.counted.insert(made.counted.end(), terms.whole.begin(), terms.whole.end());
            made.counted.insert(made.counted.end(), terms.parts.begin(), terms.parts.end());
        }
        std::ranges::sort(made.counted);
        made.people = counts_all_people(text_, line, figure);
    }

    const StoryText& text_;
    std::uint32_t first_concept_;
    std::vector<float> weights_;
};

}  // namespace

std::vector<Assertion> find_assertions(const StoryText& text) { return Reader(text).run(); }

bool tell_of_other_states(const Assertion& left, const Assertion& right) {
    if (left.measure != "figure") return false;
    return (left.state && right.state && left.state != right.state) || left.degree != right.degree;
}

const Assertion* assertion_of(std::span<const Assertion> assertions, std::uint32_t report, UnitKind kind, std::uint32_t mark) {
    const auto end = std::ranges::upper_bound(assertions, report, {}, &Assertion::report);
    const auto at = std::find_if(std::ranges::lower_bound(assertions, report, {}, &Assertion::report), end,
                                 [&](const Assertion& a) { return a.kind == kind && a.mark == mark; });
    return at == end ? nullptr : &*at;
}

}  // namespace depesche
