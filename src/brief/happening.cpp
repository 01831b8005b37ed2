#include "brief/happening.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "brief/agreement.h"
#include "brief/cite.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr std::uint32_t opening_sentences = 4;  // of the body
constexpr std::size_t most_places = 3;
constexpr std::size_t most_days = 3;
constexpr double unknown_cost = 0.3;  // of a headline's word that no other report has
constexpr double question_cost = 1.5;
constexpr double quoted_cost = 1.0;

// How many reports have each term.
std::vector<double> shares_of_reports(const StoryText& text) {
    std::vector<double> counts(text.vocabulary().stems() + text.names().groups().size(), 0);
    std::vector<std::uint32_t> last(counts.size(), 0);
    for (const Line& line : text.lines()) {
        for (const Term& term : text.wordings()[line.wording].terms) {
            if (std::exchange(last[term.id], line.report + 1) != line.report + 1) counts[term.id] += 1;
        }
    }
    for (double& count : counts) count /= static_cast<double>(text.reports().size());
    return counts;
}

double worth_of(const StoryText& text, std::size_t report, const Mention& title, const std::vector<double>& shares) {
    const Line* line = text.line_at(static_cast<std::uint32_t>(report), title.in_text.begin);
    double worth = 0;
    if (line != nullptr) {
        for (const Term& term : text.wordings()[line->wording].terms) worth += shares[term.id] >= 0.5 ? shares[term.id] : -unknown_cost;
    }
    if (title.shown.find('?') != std::string::npos) worth -= question_cost;
    for (const std::string_view mark : {"\"", "„", "“", "«", "»"}) {
        if (title.shown.find(mark) == std::string::npos) continue;
        return worth - quoted_cost;
    }
    return worth;
}

// The lines of each report's opening, in text order.
std::vector<const Line*> openings(const StoryText& text) {
    std::vector<const Line*> found;
    std::uint32_t report = 0;
    std::uint32_t body = 0;
    for (const Line& line : text.lines()) {
        if (line.report != report) body = 0;
        report = line.report;
        if (!is_statement(line.kind)) continue;
        if (line.kind == PassageKind::body && ++body > opening_sentences) continue;
        found.push_back(&line);
    }
    return found;
}

// A preposition of place before the name, with at most an article and a word between: "in Elm", "vor der Insel Elm".
bool is_located(const StoryText& text, const Line& line, std::size_t at) {
    constexpr std::size_t reach = 3;
    const std::span<const TextUnit> units = text.units_of(line);
    for (std::size_t back = 1; back <= std::min(reach, at); ++back) {
        const TextUnit& before = units[at - back];
        if (before.kind != UnitKind::word) return false;
        const std::string& word = text.vocabulary().form(before.id).folded;
        if (text.words_of(line.report).locative.contains(word)) return true;
        if (before.stop && !text.words_of(line.report).article.contains(word)) return false;
    }
    return false;
}

struct Votes {
    std::set<std::uint32_t> reports;
    std::size_t times = 0;
    std::vector<Mention> mentions;
};

template <class Key>
std::vector<std::pair<Key, Votes>> by_votes(std::map<Key, Votes> votes) {
    std::vector<std::pair<Key, Votes>> order(std::make_move_iterator(votes.begin()), std::make_move_iterator(votes.end()));
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) {
        return std::tuple(a.second.reports.size(), a.second.times) > std::tuple(b.second.reports.size(), b.second.times);
    });
    return order;
}

void vote(Votes& votes, const Prepared& report, std::uint32_t index, Span span) {
    ++votes.times;
    if (votes.reports.insert(index).second) votes.mentions.push_back(cite(report, span));
}

// The first value, then each one that has a report which none before it has.
template <class Key, class Name>
std::vector<DifferenceValue> cover(std::vector<std::pair<Key, Votes>> order, std::size_t most, const Name& name) {
    std::vector<DifferenceValue> out;
    std::set<std::uint32_t> covered;
    for (auto& [key, votes] : order) {
        if (out.size() == most || std::ranges::includes(covered, votes.reports)) continue;
        covered.insert(votes.reports.begin(), votes.reports.end());
        out.push_back({name(key), std::move(votes.mentions)});
    }
    return out;
}

}  // namespace

std::optional<std::size_t> choose_headline(const StoryText& text, const std::vector<Report>& reports) {
    const std::vector<double> shares = shares_of_reports(text);
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t r = 0; r < reports.size(); ++r) {
        if (!reports[r].title_at) continue;
        const double worth = worth_of(text, r, *reports[r].title_at, shares);
        if (best && worth <= most) continue;
        best = r;
        most = worth;
    }
    return best;
}

std::vector<DifferenceValue> find_when(const StoryText& text) {
    std::map<std::string, Votes> days;
    for (const Line* line : openings(text)) {
        const Prepared& report = text.reports()[line->report];
        for (const TextUnit& unit : text.units_of(*line)) {
            if (unit.kind != UnitKind::time) continue;
            const Time& time = report.marks.times[unit.id];
            const bool is_day = is_point(time) && time.type != TimeType::duration && time.moment->has_day() && !time.background;
            if (!is_day || quoted_share(report, unit.span) > 0) continue;
            Moment day = *time.moment;
            day.hour = day.minute = day.second = -1;
            day.offset_minutes.reset();
            vote(days[to_iso(day)], report, line->report, unit.span);
        }
    }
    return cover(by_votes(std::move(days)), most_days, [](const std::string& day) { return day; });
}

std::vector<DifferenceValue> find_where(const StoryText& text) {
    std::map<std::uint32_t, Votes> places;  // group -> votes
    for (const Line* line : openings(text)) {
        const Prepared& report = text.reports()[line->report];
        const std::span<const TextUnit> units = text.units_of(*line);
        for (std::size_t u = 0; u < units.size(); ++u) {
            if (units[u].kind != UnitKind::name || text.names().groups()[units[u].id].kind != NameKind::place) continue;
            if (!is_located(text, *line, u) || quoted_share(report, units[u].span) > 0) continue;
            vote(places[units[u].id], report, line->report, units[u].span);
        }
    }
    // A report that names the place anywhere agrees with those that set the happening there.
    auto order = by_votes(std::move(places));
    for (auto& [group, votes] : order) {
        const auto& naming = text.names().reports_of(group);
        votes.reports.insert(naming.begin(), naming.end());
    }
    return cover(std::move(order), most_places, [&](std::uint32_t group) { return text.names().groups()[group].name; });
}

}  // namespace depesche
