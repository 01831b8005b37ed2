#include "brief/keypoints.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "brief/cite.h"
#include "brief/same_matter.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

// How like two sentences must be for one to support the other, and how like for the two to be too much alike to stand side by side.
constexpr float support_of_both = 0.45F;
constexpr float support_of_greater = 0.3F;
constexpr std::uint32_t support_terms = 3;
constexpr float plain_of_both = 0.5F;  // either of these where no more than `support_terms` words are shared
constexpr float plain_of_greater = 0.4F;
constexpr float twin_of_both = 0.33F;
constexpr float twin_of_smaller = 0.6F;
constexpr std::uint32_t twin_terms = 2;
constexpr double most_quoted = 0.6;        // of a supporting sentence
constexpr std::uint32_t easy_units = 24;   // words, names and figures of a sentence
constexpr std::size_t fewest = 3;          // key points that even a short story has, if it has the sentences
constexpr std::size_t sentences_each = 4;  // of a story's wordings, for one key point

bool figures_differ(const StoryText& text, const Likeness& likeness) {
    const std::vector<Counterpart> counterparts = find_counterparts(text, likeness);
    return std::ranges::any_of(counterparts, [](const Counterpart& c) {
        return c.kind == UnitKind::figure && c.agreement == Agreement::different && c.trust != Trust::none;
    });
}

std::size_t negations(const StoryText& text, const Line& line) {
    const Prepared& report = text.reports()[line.report];
    const auto words = lower_words(report.text.text, report.text.tokens.words_of(report.text.tokens.sentences[line.sentence]));
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const std::string& word) { return text.words_of(line.report).negation.contains(word); }));
}

// "Schließt einen Defekt aus" does not support "schließt einen Defekt nicht aus".
bool negations_differ(const StoryText& text, const Likeness& l) {
    return negations(text, text.first_line(text.wordings()[l.left])) != negations(text, text.first_line(text.wordings()[l.right]));
}

bool is_support(const StoryText& text, const Likeness& l) {
    if (l.of_both < support_of_both || l.of_greater < support_of_greater || l.terms < support_terms) return false;
    const bool is_plain = l.terms > support_terms || l.of_both >= plain_of_both || l.of_greater >= plain_of_greater;
    return is_plain && !negations_differ(text, l) && !figures_differ(text, l);
}

bool is_twin(const Likeness& l) { return l.terms >= twin_terms && (l.of_both >= twin_of_both || l.of_smaller >= twin_of_smaller); }

// What is known of one wording as a possible key point.
struct Candidate {
    std::uint32_t line = 0;                            // the one whose text is shown
    std::map<std::uint32_t, std::uint32_t> by_report;  // report -> its line that says this
    std::size_t origins = 0;
    double salience = 0;
};

// A line that may support: said by the report, not by somebody it quotes.
bool may_support(const StoryText& text, const Line& line) {
    return is_statement(line.kind) && quoted_share(text.reports()[line.report], line.span) <= most_quoted;
}

void add_lines(const StoryText& text, std::uint32_t wording, Candidate& candidate) {
    for (const std::uint32_t line : text.wordings()[wording].lines) {
        if (may_support(text, text.lines()[line])) candidate.by_report.emplace(text.lines()[line].report, line);
    }
}

// Early sentences and those with words that many sentences of the story have tell most of it; what is very long is hard to take in.
double salience_of(const Line& line, const std::vector<double>& centrality) {
    const double early = 1.0 / (1.0 + 0.35 * line.place);
    const std::uint32_t units = line.last_unit - line.first_unit;
    const double tiring = units > easy_units ? 0.02 * (units - easy_units) : 0;
    return early + centrality[line.wording] - tiring;
}

std::vector<double> find_centrality(const StoryText& text, std::span<const Likeness> likenesses) {
    std::vector<double> centrality(text.wordings().size(), 0);
    double most = 0;
    for (const Likeness& l : likenesses) {
        for (const std::uint32_t side : {l.left, l.right}) most = std::max(most, centrality[side] += l.of_both);
    }
    for (double& value : centrality) value = most > 0 ? value / most : 0;
    return centrality;
}

class KeyPointFinder {
public:
    KeyPointFinder(const StoryText& text, std::span<const Likeness> likenesses, const OriginFinder& origins)
        : text_(text), origins_(origins), neighbours_(text.wordings().size()) {
        for (const Likeness& l : likenesses) {
            neighbours_[l.left].push_back(&l);
            neighbours_[l.right].push_back(&l);
        }
        const std::vector<double> centrality = find_centrality(text, likenesses);
        for (std::uint32_t w = 0; w < text.wordings().size(); ++w) consider(w, centrality);
        std::ranges::stable_sort(candidates_, [](const Candidate& a, const Candidate& b) {
            if (a.origins != b.origins) return a.origins > b.origins;
            if (a.by_report.size() != b.by_report.size()) return a.by_report.size() > b.by_report.size();
            if (a.salience != b.salience) return a.salience > b.salience;
            return a.line < b.line;
        });
    }

    std::vector<KeyPoint> pick() const {
        const std::size_t most = std::min(most_keypoints, std::max(fewest, text_.wordings().size() / sentences_each));
        std::vector<KeyPoint> points;
        std::set<std::uint32_t> taken;  // wordings that a picked one supports or is too much like
        for (const Candidate& candidate : candidates_) {
            if (points.size() == most) break;
            const std::uint32_t wording = text_.lines()[candidate.line].wording;
            if (!taken.insert(wording).second) continue;
            for (const Likeness* l : neighbours_[wording]) {
                if (is_twin(*l)) taken.insert(l->left == wording ? l->right : l->left);
            }
            points.push_back(make_point(candidate));
        }
        return points;
    }

private:
    void consider(std::uint32_t wording, const std::vector<double>& centrality) {
        const auto& lines = text_.wordings()[wording].lines;
        const auto shown = std::ranges::find_if(lines, [&](std::uint32_t l) { return stands_alone(text_, text_.lines()[l]); });
        if (shown == lines.end()) return;
        Candidate candidate;
        candidate.line = *shown;
        candidate.by_report.emplace(text_.lines()[*shown].report, *shown);
        add_lines(text_, wording, candidate);
        for (const Likeness* l : neighbours_[wording]) {
            if (is_support(text_, *l)) add_lines(text_, l->left == wording ? l->right : l->left, candidate);
        }
        candidate.origins = origins_in(candidate).size();
        candidate.salience = salience_of(text_.lines()[*shown], centrality);
        candidates_.push_back(std::move(candidate));
    }

    std::set<std::uint32_t> origins_in(const Candidate& candidate) const {
        std::set<std::uint32_t> found;
        for (const auto& [report, line] : candidate.by_report) found.insert(origins_.origin_of(report, text_.lines()[line].span));
        return found;
    }

    // Without the sign that a list of key points sets before each.
    Mention cite_line(const Line& line) const {
        const Prepared& report = text_.reports()[line.report];
        Span span = line.span;
        if (line.kind == PassageKind::keypoint && line.first_unit != line.last_unit) {
            const std::uint32_t first = text_.units_of(line).front().span.begin;
            const std::string_view before = report.text.text.substr(span.begin, first - span.begin);
            const std::size_t blank = before.rfind(' ');
            if (blank != std::string_view::npos) span.begin += static_cast<std::uint32_t>(blank) + 1;
        }
        return cite(report, span);
    }

    KeyPoint make_point(const Candidate& candidate) const {
        KeyPoint point;
        const Line& shown = text_.lines()[candidate.line];
        point.support.push_back(cite_line(shown));
        point.text = point.support.front().shown;
        for (const auto& [report, line] : candidate.by_report) {
            if (report != shown.report) point.support.push_back(cite_line(text_.lines()[line]));
        }
        point.origins = static_cast<std::uint32_t>(candidate.origins);
        for (const std::uint32_t origin : origins_in(candidate)) {
            if (std::string name = origins_.name_of(origin); !name.empty()) point.origin_names.push_back(std::move(name));
        }
        return point;
    }

    const StoryText& text_;
    const OriginFinder& origins_;
    std::vector<std::vector<const Likeness*>> neighbours_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<KeyPoint> find_keypoints(const StoryText& text, std::span<const Likeness> likenesses, const OriginFinder& origins) {
    return KeyPointFinder(text, likenesses, origins).pick();
}

}  // namespace depesche
