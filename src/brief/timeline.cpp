#include "brief/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/disjoint_sets.h"
#include "base/utf8.h"
#include "brief/agreement.h"
#include "brief/bending.h"
#include "brief/cite.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr float alike_of_both = 0.25F;   // of two sentences that give the same time
constexpr std::size_t most_lines = 200;  // of a timeline

// A sentence with one time it gives.
struct Dated {
    std::uint32_t line = 0;
    std::uint32_t time = 0;  // index into the report's Marks::times
    Moment moment;
    std::string when;
    bool background = false;
    bool alone = false;      // the sentence can be quoted alone
    Span part;               // of the sentence: all of it, or what stands around this time when it gives several
    bool attribute = false;  // of a noun: "die 1998 gebaute Fähre"; `part` is then that noun with its attribute
};

// The finest time of a sentence that means one day: "am Montag um 21 Uhr" is one happening, "von 1950 bis 1953" two.
bool refines(const Moment& coarse, const Moment& fine) { return compare_known(coarse, fine) == 0; }

// "Seit dreißig Jahren" tells how long, not what happened then.
bool lasts(const StoryText& text, const Line& line, const Time& time) {
    if (time.type != TimeType::duration) return false;
    const Prepared& report = text.reports()[line.report];
    const std::uint32_t at = report.text.tokens.word_at(time.span.begin);
    constexpr std::uint32_t reach = 2;  // words before: "seit", "seit über"
    for (std::uint32_t back = 1; back <= std::min(reach, at); ++back) {
        const Span before = report.text.tokens.words[at - back].span;
        if (text.words_of(line.report).since.contains(to_lower(report.text.text.substr(before.begin, before.size())))) return true;
    }
    return false;
}

// "Der seit dem 13. Mai laufende Streik endete um vier Uhr": the clock is not one of the day that something lasts since, unless it
// stands right behind it.
bool of_another_day(const StoryText& text, const Line& line, std::span<const Time> before, const Time& time) {
    constexpr std::uint32_t beside = 2;  // words between: "um", "gegen kurz nach"
    if (!time.moment->has_clock()) return false;
    const Prepared& report = text.reports()[line.report];
    const auto& tokens = report.text.tokens;
    return std::ranges::any_of(before, [&](const Time& day) {
        if (!day.moment || day.moment->has_clock() || !refines(*day.moment, *time.moment)) return false;
        const std::uint32_t first = tokens.word_at(day.span.begin);
        bool since = false;
        for (std::uint32_t back = 1; back <= std::min(2U, first); ++back) {
            const Span word = tokens.words[first - back].span;
            since = since || text.words_of(line.report).since.contains(to_lower(report.text.text.substr(word.begin, word.size())));
        }
        return since && tokens.word_at(time.span.begin) > tokens.word_at(day.span.end) + beside;
    });
}

// Where the words that lead to the time begin: "und zum 1. April".
std::uint32_t begin_of_phrase(const Prepared& report, Span time) {
    constexpr std::uint32_t reach = 3;  // words
    std::uint32_t begin = time.begin;
    const std::uint32_t at = report.text.tokens.word_at(time.begin);
    for (std::uint32_t back = 1; back <= std::min(reach, at); ++back) {
        const Word& word = report.text.tokens.words[at - back];
        const std::string lower = to_lower(report.text.text.substr(word.span.begin, word.span.size()));
        if (word.kind != WordKind::word || !report.language->stop_words.contains(lower)) break;
        begin = word.span.begin;
    }
    return begin;
}

// The sentence's stretch of the one before ends where the words that lead to the next time begin.
void part_at(const Prepared& report, Span time, Span next, Dated& before, Dated& behind) {
    behind.part.begin = std::max(begin_of_phrase(report, next), time.end);
    before.part.end = behind.part.begin;
    while (before.part.end > time.end && report.text.text[before.part.end - 1] == ' ') --before.part.end;
}

bool is_capital(const Prepared& report, const Word& word) {
    std::size_t letter = word.span.begin;
    return word.kind == WordKind::word && is_upper(next_code_point(report.text.text, letter));
}

// The noun whose attribute the year is, with what stands between and the names behind it: "2011 verstorbenen Vater Kim Jong Il".
// Behind the year stands one word in lower case that ends like an adjective, then the noun; before it an article, a possessive or a
// name. Empty for "2014 starben neun Menschen" and "die 2014 starben".
Span noun_with_year(const StoryText& text, const Line& line, const Time& time) {
    const Prepared& report = text.reports()[line.report];
    const std::string_view written = std::string_view(report.text.text).substr(time.span.begin, time.span.size());
    if (time.value.size() != 4 || !written.ends_with(time.value)) return {};
    const auto& words = report.text.tokens.words;
    const auto lower = [&](std::size_t w) { return to_lower(report.text.text.substr(words[w].span.begin, words[w].span.size())); };
    std::size_t first = report.text.tokens.word_at(time.span.begin);
    const std::size_t adjective = report.text.tokens.word_at(time.span.end);
    if (first == 0 || adjective + 1 >= words.size() || words[adjective + 1].span.end > line.span.end) return {};
    const Word& before = words[first - 1];
    const bool article = text.words_of(line.report).article.contains(lower(first - 1));
    const bool leads = before.span.begin >= line.span.begin && before.kind == WordKind::word &&
                       (article || is_capital(report, before) || report.language->stop_words.contains(lower(first - 1)));
    const std::string word = lower(adjective);
    const bool bends = Bending(*report.language).is_attribute(word);
    if (!leads || !bends || words[adjective].kind != WordKind::word || is_capital(report, words[adjective])) return {};
    std::size_t last = adjective + 1;
    if (!is_capital(report, words[last])) return {};
    while (last + 1 < words.size() && words[last + 1].span.end <= line.span.end && is_capital(report, words[last + 1])) ++last;
    return {article ? before.span.begin : time.span.begin, words[last].span.end};
}

// "Gestern, am Samstag": the second says the first again.
bool says_again(const Prepared& report, const Time& first, const Time& second) {
    constexpr std::uint32_t between = 5;  // bytes: ", am "
    if (!first.days_from_publication || !second.weekday || second.span.begin < first.span.end) return false;
    const std::string_view gap = std::string_view(report.text.text).substr(first.span.end, second.span.begin - first.span.end);
    return gap.size() <= between && gap.starts_with(",");
}

// A day, month or year that was some four months or more before the report came out.
bool is_long_before(const Prepared& report, const Moment& moment) {
    constexpr int days = 120;
    const auto published = report.text.published;
    if (!published || moment.year <= 0) return false;
    const int now = published->year * 365 + std::max(1, published->month) * 30 + std::max(1, published->day);
    const int then = moment.year * 365 + (moment.month > 0 ? moment.month : 12) * 30 + (moment.has_day() ? moment.day : 30);
    return now - then > days;
}

// "In zwanzig Jahren kam es 46-mal vor": years counted so far ahead are mostly a length of time, and never a date that is set.
bool is_counted_far_ahead(const Prepared& report, const Time& time) {
    constexpr int years = 10;
    const auto published = report.text.published;
    return time.relative && published && time.moment->month <= 0 && time.moment->year >= published->year + years;
}

void add_times(const StoryText& text, std::uint32_t index, std::vector<Dated>& out) {
    const Line& line = text.lines()[index];
    const Prepared& report = text.reports()[line.report];
    std::vector<Dated> found;
    const auto& times = report.marks.times;
    const auto first = std::ranges::partition_point(times, [&](const Time& t) { return t.span.begin < line.span.begin; });
    for (auto at = first; at != times.end() && at->span.begin < line.span.end; ++at) {
        if (!is_point(*at) || is_counted_far_ahead(report, *at) || quoted_share(report, at->span) > 0.5 || lasts(text, line, *at)) continue;
        if (of_another_day(text, line, {first, at}, *at) || (at != first && says_again(report, at[-1], *at))) continue;
        Dated dated{index,
                    static_cast<std::uint32_t>(at - times.begin()),
                    *at->moment,
                    to_iso(*at->moment),
                    at->background || is_long_before(report, *at->moment),
                    stands_alone(text, line),
                    line.span};
        dated.attribute = !noun_with_year(text, line, *at).empty();
        dated.background = dated.background || dated.attribute;
        const auto known = std::ranges::find_if(found, [&](const Dated& d) { return refines(d.moment, dated.moment); });
        if (known == found.end()) found.push_back(dated);
        else if (dated.when.size() > known->when.size()) *known = dated;
    }
    std::ranges::sort(found, {}, &Dated::time);
    for (std::size_t i = 1; i < found.size(); ++i)
        part_at(report, times[found[i - 1].time].span, times[found[i].time].span, found[i - 1], found[i]);
    for (Dated& dated : found) {
        if (dated.attribute) dated.part = noun_with_year(text, line, times[dated.time]);
    }
    out.insert(out.end(), found.begin(), found.end());
}

// "Um 18.20 Uhr" here and there is one time, also when one report leaves open on which day.
bool same_time(const StoryText& text, const Dated& a, const Dated& b) {
    const auto time_of = [&](const Dated& d) -> const Time& { return text.reports()[text.lines()[d.line].report].marks.times[d.time]; };
    return a.attribute == b.attribute && a.moment.has_day() == b.moment.has_day() &&
           compare_times(time_of(a), time_of(b)) != Agreement::different;
}

void join_alike(const StoryText& text, std::span<const Likeness> likenesses, const std::vector<Dated>& all, DisjointSets& joiner) {
    std::vector<std::vector<std::uint32_t>> of_wording(text.wordings().size());
    for (std::uint32_t d = 0; d < all.size(); ++d) of_wording[text.lines()[all[d].line].wording].push_back(d);
    const auto join_all = [&](const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
        for (const std::uint32_t a : left) {
            const auto same = std::ranges::find_if(right, [&](std::uint32_t b) { return a != b && same_time(text, all[a], all[b]); });
            if (same != right.end()) joiner.join(a, *same);
        }
    };
    for (const std::vector<std::uint32_t>& entries : of_wording) join_all(entries, entries);
    for (const Likeness& l : likenesses) {
        if (l.of_both >= alike_of_both && l.terms >= 2) join_all(of_wording[l.left], of_wording[l.right]);
    }
}

// The sentence that is shown: one that stands alone, with the finest time, early.
bool shows_better(const StoryText& text, const Dated& a, const Dated& b) {
    const auto key = [&](const Dated& d) {
        const Line& line = text.lines()[d.line];
        return std::tuple(!d.alone, line.kind == PassageKind::headline || line.kind == PassageKind::crosshead,
                          -static_cast<long>(d.when.size()), line.report, line.place);
    };
    return key(a) < key(b);
}

// A line of the timeline and what it is sorted by: the time as far as it is known, a part of the day as its usual clock. A day alone comes
// before the clocks of that day, "am Abend" behind those of its afternoon.
struct Placed {
    std::string key;
    TimelineEntry entry;
};

std::string key_of(const std::string& when, const Time& time) {
    constexpr std::size_t day = 10;  // "2026-03-10"
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> parts = {
        {{"TMO", "T06:00"}, {"TMI", "T12:00"}, {"TAF", "T14:00"}, {"TEV", "T19:00"}}};
    if (when.size() != day) return when;
    for (const auto& [part, clock] : parts) {
        if (time.value.ends_with(part)) return when + std::string(clock);
    }
    // A night that a weekday names follows that day; "in der Nacht" may be the one before.
    return time.value.ends_with("TNI") && time.weekday ? when + "T22:00" : when;
}

Placed make_entry(const StoryText& text, const std::vector<Dated>& all, std::vector<std::uint32_t> members) {
    std::ranges::stable_sort(members, [&](std::uint32_t a, std::uint32_t b) { return shows_better(text, all[a], all[b]); });
    TimelineEntry entry;
    const Dated& shown = all[members.front()];
    entry.when = shown.when;
    for (const std::uint32_t m : members) {
        if (all[m].when.size() > entry.when.size() && all[m].when.starts_with(entry.when)) entry.when = all[m].when;
    }
    entry.background = std::ranges::all_of(members, [&](std::uint32_t m) { return all[m].background; });
    std::sort(members.begin() + 1, members.end());
    for (const std::uint32_t m : members) {
        const Prepared& report = text.reports()[text.lines()[all[m].line].report];
        entry.mentions.push_back(cite(report, all[m].part));
        entry.times.push_back(cite(report, report.marks.times[all[m].time].span));
    }
    const Line& line = text.lines()[all[members.front()].line];
    entry.text = cite(text.reports()[line.report], shown.attribute ? shown.part : line.span).shown;
    std::string key = key_of(entry.when, text.reports()[text.lines()[shown.line].report].marks.times[shown.time]);
    return {std::move(key), std::move(entry)};
}

// What leans on the sentence before ("Das teilte die Polizei in der Nacht mit") says little in a timeline: it stands only where the
// day has nothing better, or several reports have it.
void drop_leaning(const std::vector<Dated>& all, std::map<std::uint32_t, std::vector<std::uint32_t>>& groups) {
    const auto is_alone = [&](const auto& group) {
        return std::ranges::any_of(group.second, [&](std::uint32_t m) { return all[m].alone; });
    };
    std::set<std::string> told;  // days
    for (const auto& group : groups) {
        if (is_alone(group)) told.insert(all[group.second.front()].when.substr(0, 10));
    }
    std::erase_if(groups, [&](const auto& group) {
        return group.second.size() == 1 && !is_alone(group) && told.contains(all[group.second.front()].when.substr(0, 10));
    });
}

std::vector<Placed> make_all(const StoryText& text, std::span<const Likeness> likenesses) {
    std::vector<Dated> all;
    for (std::uint32_t l = 0; l < text.lines().size(); ++l) {
        if (is_statement(text.lines()[l].kind)) add_times(text, l, all);
    }
    DisjointSets joiner(all.size());
    join_alike(text, likenesses, all, joiner);
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t d = 0; d < all.size(); ++d) groups[joiner.find(d)].push_back(d);
    drop_leaning(all, groups);
    std::vector<Placed> entries;
    for (auto& [key, members] : groups) entries.push_back(make_entry(text, all, std::move(members)));
    return entries;
}

}  // namespace

std::vector<TimelineEntry> make_timeline(const StoryText& text, std::span<const Likeness> likenesses) {
    std::vector<Placed> placed = make_all(text, likenesses);
    std::ranges::stable_sort(placed, {}, &Placed::key);
    if (placed.size() > most_lines) {  // a story of very many reports: the happenings that most of them mention
        std::ranges::stable_sort(placed,
                                 [](const Placed& a, const Placed& b) { return a.entry.mentions.size() > b.entry.mentions.size(); });
        placed.resize(most_lines);
        std::ranges::stable_sort(placed, {}, &Placed::key);
    }
    std::vector<TimelineEntry> entries;
    for (Placed& p : placed) entries.push_back(std::move(p.entry));
    return entries;
}

}  // namespace depesche
