#include "brief/assertion_differences.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/sort_distinct.h"
#include "brief/agreement.h"
#include "brief/assertions.h"
#include "brief/count_differences.h"
#include "brief/slot_differences.h"

namespace depesche {
namespace {

constexpr float least_of_agreeing = 0.12F;  // of the smaller context, for two that give one value
constexpr float least_of_differing = 0.3F;
constexpr float sure_of_agreeing = 0.5F;

struct Overlap {
    float shared = 0;
    std::uint32_t terms = 0;
    bool same_word = false;  // one of them in the same word, not only in one that is put for it
    float of_smaller = 0;
    float of_greater = 0;
};

Overlap overlap(const Assertion& left, const Assertion& right) {
    Overlap found;
    for (auto i = left.context.begin(), j = right.context.begin(); i != left.context.end() && j != right.context.end();) {
        if (i->id < j->id) ++i;
        else if (j->id < i->id) ++j;
        else {
            found.shared += std::min(i->weight, j->weight);
            found.terms += i->whole && j->whole ? 1U : 0U;
            found.same_word = found.same_word || (i->whole && j->whole && i->stem == j->stem);
            ++i;
            ++j;
        }
    }
    const auto [smaller, greater] = std::minmax(left.total, right.total);
    found.of_smaller = smaller > 0 ? std::min(1.0F, found.shared / smaller) : 0;
    found.of_greater = greater > 0 ? std::min(1.0F, found.shared / greater) : 0;
    return found;
}

const Figure& figure_of(const StoryText& text, const Assertion& a) { return text.reports()[a.report].marks.figures[a.mark]; }
const Time& time_of(const StoryText& text, const Assertion& a) { return text.reports()[a.report].marks.times[a.mark]; }

Agreement agree(const StoryText& text, const Assertion& left, const Assertion& right) {
    if (left.kind == UnitKind::figure) return compare_figures(figure_of(text, left), figure_of(text, right));
    return compare_times(time_of(text, left), time_of(text, right));
}

bool has_counted(const Assertion& left, const Assertion& right) {
    return std::ranges::any_of(left.counted, [&](std::uint32_t id) {
        const auto at = std::ranges::lower_bound(right.context, id, {}, &ContextTerm::id);
        return at != right.context.end() && at->id == id;
    });
}

// "16.000 Menschen", "18.000 Einwohner": the words around have to say that both are of one thing.
bool are_people_alone(const Assertion& left, const Assertion& right) {
    const bool counted = has_counted(left, right) || has_counted(right, left) || (left.state && left.state == right.state);
    return !counted && left.people && right.people && left.state == right.state;
}

bool is_comparable(const Assertion& left, const Assertion& right) {
    if (left.measure != right.measure || left.earlier != right.earlier) return false;
    if (left.kind != UnitKind::figure) return true;
    if (left.measure != "figure") return true;
    if (tell_of_other_states(left, right)) return false;
    return has_counted(left, right) || has_counted(right, left) || (left.state && left.state == right.state) ||
           are_people_alone(left, right);
}

struct Candidate {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Agreement agreement = Agreement::same;
    Overlap overlap;
};

// One pair of reports: their assertions and who goes with whom.
class Matching {
public:
    Matching(const StoryText& text, std::span<const Assertion> left, std::span<const Assertion> right)
        : text_(text), left_(left), right_(right), left_taken_(left.size()), right_taken_(right.size()) {}

    // Agreeing pairs first, then the likest; each assertion once.
    std::vector<Candidate> run() {
        for (std::uint32_t i = 0; i < left_.size(); ++i) {
            for (std::uint32_t j = 0; j < right_.size(); ++j) consider(i, j);
        }
        std::ranges::sort(candidates_, [](const Candidate& a, const Candidate& b) {
            const bool first = a.agreement != Agreement::different;
            const bool second = b.agreement != Agreement::different;
            if (first != second) return first;
            if (a.overlap.of_smaller != b.overlap.of_smaller) return a.overlap.of_smaller > b.overlap.of_smaller;
            return std::pair(a.left, a.right) < std::pair(b.left, b.right);
        });
        std::vector<Candidate> pairs;
        for (const Candidate& c : candidates_) {
            const bool free = !left_taken_[c.left] && !right_taken_[c.right];
            // One assertion may agree with several of the other report (headline and text); it is gone for others all the same.
            if (c.agreement == Agreement::different && !free) continue;
            left_taken_[c.left] = right_taken_[c.right] = true;
            pairs.push_back(c);
        }
        return pairs;
    }

private:
    void consider(std::uint32_t i, std::uint32_t j) {
        if (!is_comparable(left_[i], right_[j])) return;
        const Candidate made{i, j, agree(text_, left_[i], right_[j]), overlap(left_[i], right_[j])};
        const float least = made.agreement == Agreement::different ? least_of_differing : least_of_agreeing;
        if (made.overlap.of_smaller >= least) candidates_.push_back(made);
    }

    const StoryText& text_;
    std::span<const Assertion> left_;
    std::span<const Assertion> right_;
    std::vector<bool> left_taken_;
    std::vector<bool> right_taken_;
    std::vector<Candidate> candidates_;
};

// How sure the words are that both tell of one thing.
Trust trust_in_words(const Assertion& left, const Assertion& right, const Overlap& o) {
    const bool one_state = left.state && left.state == right.state;
    if (o.terms >= 2 && o.of_smaller >= 0.35F && (one_state || o.of_greater >= 0.2F)) return Trust::sure;
    if (o.terms == 1 && o.same_word && o.of_smaller >= 0.5F && o.of_greater >= 0.28F) return Trust::sure;
    return o.of_smaller >= 0.4F && o.of_greater >= 0.25F ? Trust::unsure : Trust::none;
}

// A part is easily counted against a whole: figures far apart need more.
bool is_far_apart(const StoryText& text, const Assertion& left, const Assertion& right) {
    double a = 0;
    double b = 0;
    if (left.kind == UnitKind::figure) {
        a = figure_of(text, left).value;
        b = figure_of(text, right).value;
    } else if (left.measure.starts_with("duration")) {
        a = minutes_of(time_of(text, left).value).value_or(0);
        b = minutes_of(time_of(text, right).value).value_or(0);
    } else {
        return false;
    }
    const auto [low, high] = std::minmax(a, b);
    return low <= 0 || high > low * most_ratio;
}

bool is_replaced_count(const StoryText& text, const Assertion& left, const Assertion& right) {
    if (left.kind != UnitKind::figure) return false;
    return std::ranges::any_of(std::array{left.report, right.report}, [&](std::uint32_t report) {
        return is_replaced(text, report, figure_of(text, left)) || is_replaced(text, report, figure_of(text, right));
    });
}

Trust trust_in(const StoryText& text, const Assertion& left, const Assertion& right, const Overlap& o) {
    if (names_other_places(text, *left.line, *right.line) || is_replaced_count(text, left, right)) return Trust::none;
    if (left.kind == UnitKind::figure && names_other_days(text, *left.line, *right.line)) return Trust::none;
    if (left.kind == UnitKind::figure && left.measure != "figure" && o.terms > 0 && o.of_smaller >= least_of_differing &&
        is_transposed(figure_of(text, left).value, figure_of(text, right).value))
        return Trust::sure;
    if (is_far_apart(text, left, right) && (o.terms < 2 || o.of_smaller < 0.7F)) return Trust::none;
    const Trust trust = trust_in_words(left, right, o);
    const bool needs_more = left.measure == "figure" && are_people_alone(left, right) && o.terms < 2;
    return needs_more ? Trust::none : trust;
}

Claim claim_of(const StoryText& text, const Assertion& a) {
    return a.kind == UnitKind::figure ? claim_of_figure(text, a.report, figure_of(text, a))
                                      : claim_of_time(text, a.report, time_of(text, a));
}

// What both say it is of, in the words of the left one.
std::string about_of(const StoryText& text, const Assertion& left, const Assertion& right) {
    const std::string_view words = text.reports()[left.report].text.text;
    if (left.kind == UnitKind::figure) {
        const Span of = figure_of(text, left).of_span;
        if (!of.empty()) return std::string(words.substr(of.begin, of.size()));
    }
    std::vector<Span> shared;
    for (const ContextTerm& term : left.context) {
        const auto other = std::ranges::lower_bound(right.context, term.id, {}, &ContextTerm::id);
        if (other != right.context.end() && other->id == term.id) shared.push_back(term.span);
    }
    sort_distinct(shared);
    std::string about;
    for (const Span span : shared) {
        if (!about.empty()) about += " … ";
        about += words.substr(span.begin, span.size());
    }
    return about;
}

void add(const StoryText& text, const Assertion& left, const Assertion& right, const Candidate& c, ClaimBook& book) {
    if (c.agreement == Agreement::same && c.overlap.terms >= 2 && c.overlap.of_smaller >= sure_of_agreeing)
        book.add_agreement(claim_of(text, left), claim_of(text, right));
    if (c.agreement != Agreement::different) return;
    const Trust trust = trust_in(text, left, right, c.overlap);
    if (trust != Trust::none) book.add_difference(claim_of(text, left), claim_of(text, right), trust, about_of(text, left, right));
}

}  // namespace

void add_assertion_differences(const StoryText& text, std::span<const Assertion> all, const AssertionBooks& books) {
    std::vector<std::span<const Assertion>> of_report(std::min(text.reports().size(), most_compared));
    for (std::size_t r = 0; r < of_report.size(); ++r) {
        const auto report_of = [](const Assertion& a) { return std::size_t{a.report}; };
        of_report[r] = {std::ranges::lower_bound(all, r, {}, report_of), std::ranges::upper_bound(all, r, {}, report_of)};
    }
    for (std::size_t i = 0; i < of_report.size(); ++i) {
        for (std::size_t j = i + 1; j < of_report.size(); ++j) {
            for (const Candidate& c : Matching(text, of_report[i], of_report[j]).run()) {
                const Assertion& left = of_report[i][c.left];
                const Assertion& right = of_report[j][c.right];
                const bool figure = left.kind == UnitKind::figure || left.measure.starts_with("duration");
                add(text, left, right, c, figure ? books.figures : books.dates);
            }
        }
    }
}

}  // namespace depesche
