#include "brief/outcomes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t behind_figure = 3;  // words behind a figure that may say of whom it is a part: "vier von ihnen"

bool is_clause_mark(std::string_view mark) {
    constexpr std::string_view marks[] = {",", ";", ":", "–", "—", "(", ")", "!", "?", "."};
    return std::ranges::find(marks, mark) != std::end(marks);
}

// The words of one sentence around one of its figures.
class Around {
public:
    Around(const StoryText& text, const Line& line, const Figure& figure)
        : text_(text), line_(line), figure_(figure), report_(text.reports()[line.report]), words_(text.words_of(line.report)) {
        const auto& tokens = report_.text.tokens;
        for (const Word& word : tokens.words_of(tokens.sentences[line.sentence])) tokens_.push_back(word);
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].span.begin < figure.span.begin) begin_ = end_ = i + 1;
            if (tokens_[i].span.begin < figure.span.end) end_ = i + 1;
        }
    }

    bool is_of_a_rest() const { return words_.rest.within(lower(0, tokens_.size())); }

    bool is_of_a_part() const {
        const std::size_t behind = std::min(end_ + behind_figure, clause_end());
        return words_.part.within(lower(clause_begin(), begin_)) || words_.part.within(lower(end_, behind));
    }

    bool is_of_people() const { return !kinds_of(figure_.of, ConceptKind::people).empty(); }

    std::optional<Outcome> outcome() const {
        const std::size_t from = std::max(first_behind_the_figure_before(), clause_begin());
        const std::size_t to = std::min(first_of_the_figure_behind(), clause_end());
        const std::vector<std::uint32_t> own = kinds_of(figure_.of, ConceptKind::state);
        if (!own.empty()) return own.size() == 1 ? std::optional(make(own.front(), figure_.of_span, from, to)) : std::nullopt;
        const std::vector<std::uint32_t> force = kinds_of(figure_.of, ConceptKind::force);
        if (!force.empty()) return make(force.front(), {}, from, from);
        if (!is_of_people()) return std::nullopt;
        const std::vector<std::string> around = lower(from, to);
        if (words_.negation.within(around)) return std::nullopt;
        return state_among(from, to, around);
    }

private:
    std::optional<Outcome> state_among(std::size_t from, std::size_t to, std::span<const std::string> around) const {
        std::vector<std::uint32_t> states;
        Span told;
        for (std::size_t i = from; i < to; ++i) {
            if (tokens_[i].kind == WordKind::mark) continue;
            for (const std::uint32_t state : kinds_of(written(i), ConceptKind::state)) {
                if (std::ranges::find(states, state) == states.end()) states.push_back(state);
                told = tokens_[i].span;
            }
        }
        for (const Concept& known : text_.concepts().of_phrases(around, *report_.language)) {
            if (known.kind == ConceptKind::state && std::ranges::find(states, known.id) == states.end()) {
                states.push_back(known.id);
                told = {};
            }
        }
        return states.size() == 1 ? std::optional(make(states.front(), told, from, to)) : std::nullopt;
    }

    std::optional<std::uint32_t> degree_in(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const std::vector<std::uint32_t> degrees = kinds_of(written(i), ConceptKind::degree);
            if (!degrees.empty()) return degrees.front();
        }
        return std::nullopt;
    }

    Outcome make(std::uint32_t state, Span told, std::size_t from, std::size_t to) const {
        const std::vector<std::string> all = lower(0, tokens_.size());
        const bool means = std::ranges::any_of(all, [&](const std::string& word) { return !kinds_of(word, ConceptKind::means).empty(); });
        return {state, degree_in(from, to), told, words_.whole.within(all) || leads(), means};
    }

    // True when the headline, the standfirst or the first sentence of the body counts as many people.
    bool leads() const {
        if (is_lead(line_)) return true;
        return std::ranges::any_of(report_.marks.figures, [&](const Figure& other) {
            if (other.value != figure_.value || other.unit != figure_.unit || kinds_of(other.of, ConceptKind::people).empty()) return false;
            const Line* line = text_.line_at(line_.report, other.span.begin);
            return line != nullptr && is_lead(*line);
        });
    }

    bool is_lead(const Line& line) const {
        if (line.kind == PassageKind::headline || line.kind == PassageKind::standfirst) return true;
        if (line.kind != PassageKind::body) return false;
        for (const Line* before = &line; before != text_.lines().data(); --before) {
            if (before[-1].report != line.report) break;
            if (before[-1].kind == PassageKind::body) return false;
        }
        return true;
    }

    std::vector<std::uint32_t> kinds_of(std::string_view word, ConceptKind kind) const {
        std::vector<std::uint32_t> ids;
        for (const Concept& known : text_.concepts().of(to_lower(word), *report_.language)) {
            if (known.kind == kind) ids.push_back(known.id);
        }
        return ids;
    }

    std::string_view written(std::size_t i) const { return report_.text.text.substr(tokens_[i].span.begin, tokens_[i].span.size()); }
    std::vector<std::string> lower(std::size_t from, std::size_t to) const {
        return from < to ? lower_words(report_.text.text, std::span(tokens_).subspan(from, to - from)) : std::vector<std::string>();
    }
    bool ends_clause(std::size_t i) const { return tokens_[i].kind == WordKind::mark && is_clause_mark(written(i)); }
    std::size_t clause_begin() const {
        std::size_t i = begin_;
        while (i > 0 && !ends_clause(i - 1)) --i;
        return i;
    }
    std::size_t clause_end() const {
        std::size_t i = end_;
        while (i < tokens_.size() && !ends_clause(i)) ++i;
        return i;
    }
    bool is_in_figure(std::size_t i) const {
        const auto at =
            std::ranges::partition_point(report_.marks.figures, [&](const Figure& f) { return f.span.end <= tokens_[i].span.begin; });
        return at != report_.marks.figures.end() && at->span.overlaps(tokens_[i].span);
    }
    std::size_t first_behind_the_figure_before() const {
        std::size_t i = begin_;
        while (i > 0 && !is_in_figure(i - 1)) --i;
        return i;
    }
    std::size_t first_of_the_figure_behind() const {
        std::size_t i = end_;
        while (i < tokens_.size() && !is_in_figure(i)) ++i;
        return i;
    }

    const StoryText& text_;
    const Line& line_;
    const Figure& figure_;
    const Prepared& report_;
    const BriefWords& words_;
    std::vector<Word> tokens_;
    std::size_t begin_ = 0;  // of the figure, in tokens_
    std::size_t end_ = 0;
};

// By its unit; a figure that counts nothing counts nobody.
bool may_count_people(const Figure& figure) { return !figure.of.empty() && (figure.unit == "person" || figure.unit.empty()); }

}  // namespace

std::optional<Outcome> outcome_of(const StoryText& text, const Line& line, const Figure& figure) {
    if (!may_count_people(figure)) return std::nullopt;
    const Around around(text, line, figure);
    if (around.is_of_a_rest()) return std::nullopt;
    std::optional<Outcome> outcome = around.outcome();
    // "Vier von ihnen schwer" are all of those who are badly hurt.
    if (outcome && !outcome->degree && around.is_of_a_part()) outcome.reset();
    return outcome;
}

bool counts_all_people(const StoryText& text, const Line& line, const Figure& figure) {
    if (!may_count_people(figure)) return false;
    const Around around(text, line, figure);
    return around.is_of_people() && !around.is_of_a_rest() && !around.is_of_a_part();
}

}  // namespace depesche
