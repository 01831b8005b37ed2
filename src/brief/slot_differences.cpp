#include "brief/slot_differences.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "brief/same_matter.h"
#include "brief/stands_alone.h"
#include "marks/name_places.h"

namespace depesche {
namespace {

constexpr std::size_t longest_frame = 160;  // bytes

std::string shown(const StoryText& text, std::uint32_t report, Span span) {
    std::string words(text.reports()[report].text.text.substr(span.begin, span.size()));
    std::ranges::replace(words, '\n', ' ');
    return words;
}

// The figure with what it counts, when that stands close by.
Span with_counted(const Figure& figure) {
    constexpr std::uint32_t close = 40;  // bytes
    if (figure.of_span.empty()) return figure.span;
    const Span whole{std::min(figure.span.begin, figure.of_span.begin), std::max(figure.span.end, figure.of_span.end)};
    return whole.size() <= figure.span.size() + figure.of_span.size() + close ? whole : figure.span;
}

const Line& line_of(const StoryText& text, const MarkPlace& place) { return text.lines()[place.line]; }
const TextUnit& unit_of(const StoryText& text, const MarkPlace& place) { return text.units_of(line_of(text, place))[place.unit]; }
const Marks& marks_of(const StoryText& text, const MarkPlace& place) { return text.reports()[line_of(text, place).report].marks; }

std::string number_text(double value) { return fmt::format("{}", value); }

Claim claim_at(const StoryText& text, const MarkPlace& place) {
    const std::uint32_t report = line_of(text, place).report;
    const TextUnit& unit = unit_of(text, place);
    if (unit.kind == UnitKind::figure) return claim_of_figure(text, report, marks_of(text, place).figures[unit.id]);
    if (unit.kind == UnitKind::time) return claim_of_time(text, report, marks_of(text, place).times[unit.id]);
    return {report, unit.span, fmt::format("{}", unit.id), text.names().groups()[unit.id].name};
}

// The places of one slot in all lines of its wording.
std::vector<MarkPlace> copies_of(const StoryText& text, const MarkPlace& place) {
    std::vector<MarkPlace> places;
    const TextUnit& unit = unit_of(text, place);
    for (const std::uint32_t l : text.wordings()[line_of(text, place).wording].lines) {
        const std::span<const TextUnit> units = text.units_of(text.lines()[l]);
        if (place.unit >= units.size() || units[place.unit].kind != unit.kind) continue;
        if (unit.kind == UnitKind::time && compare_times(marks_of(text, {l, place.unit}).times[units[place.unit].id],
                                                         marks_of(text, place).times[unit.id]) != Agreement::same)
            continue;
        places.push_back({l, place.unit});
    }
    return places;
}

bool is_in_quote(const StoryText& text, const MarkPlace& place) {
    return quoted_share(text.reports()[line_of(text, place).report], unit_of(text, place).span) > 0;
}

bool names_speaker(const StoryText& text, const MarkPlace& place) {
    const Span span = unit_of(text, place).span;
    return std::ranges::any_of(marks_of(text, place).quotes, [&](const Quote& quote) {
        return std::ranges::any_of(quote.speaker, [&](Span at) { return at.overlaps(span); });
    });
}

// The report gives the same value for the same kind of thing somewhere.
bool report_has(const StoryText& text, std::uint32_t report, const Figure& wanted) {
    return std::ranges::any_of(text.reports()[report].marks.figures, [&](const Figure& f) {
        return f.unit == wanted.unit && f.of == wanted.of && compare_figures(f, wanted) != Agreement::different;
    });
}

bool line_has_time(const StoryText& text, const Line& line, const Time& wanted) {
    const Marks& marks = text.reports()[line.report].marks;
    return std::ranges::any_of(text.units_of(line), [&](const TextUnit& u) {
        return u.kind == UnitKind::time && compare_times(marks.times[u.id], wanted) == Agreement::same;
    });
}

bool report_names(const StoryText& text, std::uint32_t report, std::uint32_t group) {
    return std::ranges::binary_search(text.names().reports_of(group), report);
}

bool counts_other_states(const StoryText& text, std::span<const Assertion> assertions, const Counterpart& c) {
    const auto told = [&](const MarkPlace& place) {
        return assertion_of(assertions, line_of(text, place).report, UnitKind::figure, unit_of(text, place).id);
    };
    const Assertion* left = told(c.left);
    const Assertion* right = told(c.right);
    return left != nullptr && right != nullptr && tell_of_other_states(*left, *right);
}

Trust trust_in_figures(const StoryText& text, std::span<const Assertion> assertions, const Counterpart& c) {
    if (counts_other_states(text, assertions, c)) return Trust::none;
    const Figure& left = marks_of(text, c.left).figures[unit_of(text, c.left).id];
    const Figure& right = marks_of(text, c.right).figures[unit_of(text, c.right).id];
    if (left.update || right.update || tells_of_update(text, line_of(text, c.left)) || tells_of_update(text, line_of(text, c.right)))
        return Trust::none;
    for (const std::uint32_t report : {line_of(text, c.left).report, line_of(text, c.right).report}) {
        if (is_replaced(text, report, left) || is_replaced(text, report, right)) return Trust::none;
    }
    if (!left.of.empty() && report_has(text, line_of(text, c.right).report, left)) return Trust::none;
    if (!right.of.empty() && report_has(text, line_of(text, c.left).report, right)) return Trust::none;
    if (!left.of.empty() && !right.of.empty() && left.of != right.of) return std::min(c.trust, Trust::unsure);
    return c.trust;
}

Trust trust_in_times(const StoryText& text, const Counterpart& c) {
    const Time& left = marks_of(text, c.left).times[unit_of(text, c.left).id];
    const Time& right = marks_of(text, c.right).times[unit_of(text, c.right).id];
    if (line_has_time(text, line_of(text, c.right), left) || line_has_time(text, line_of(text, c.left), right)) return Trust::none;
    return left.background == right.background ? c.trust : Trust::none;
}

// "Regine Ahlfeld" and "Gesine Ahlfeld". Names that share nothing may be one name in two scripts' transcriptions, or two people.
bool share_a_part(const std::string& left, const std::string& right) {
    const auto parts_of = [](std::string_view name) {
        std::vector<std::string> parts;
        for (std::size_t begin = 0; begin < name.size();) {
            const std::size_t end = std::min(name.find(' ', begin), name.size());
            if (end > begin) parts.push_back(fold(name.substr(begin, end - begin)));
            begin = end + 1;
        }
        return parts;
    };
    const std::vector<std::string> others = parts_of(right);
    const std::vector<std::string> parts = parts_of(left);
    return std::ranges::any_of(parts, [&](const std::string& part) { return std::ranges::find(others, part) != others.end(); });
}

// One may lie in the other: a town and a landscape, a landscape and a country, as far as the gazetteer does not set them apart.
bool may_lie_in(const std::string& left, const std::string& right) {
    const bool wide = is_wide_place(left);
    if (wide != is_wide_place(right)) return true;
    if (!wide) return false;
    const auto a = find_place(left);
    const auto b = find_place(right);
    return !a || !b || a->country == b->country;
}

Trust trust_in_names(const StoryText& text, const Counterpart& c) {
    const std::uint32_t left = unit_of(text, c.left).id;
    const std::uint32_t right = unit_of(text, c.right).id;
    const NameKind kind = text.names().groups()[left].kind;
    if (kind == NameKind::organisation || names_speaker(text, c.left) || names_speaker(text, c.right)) return Trust::none;
    const bool left_knows = report_names(text, line_of(text, c.left).report, right);
    const bool right_knows = report_names(text, line_of(text, c.right).report, left);
    if (kind == NameKind::person) {
        if (left_knows || right_knows) return Trust::none;
        return share_a_part(text.names().groups()[left].name, text.names().groups()[right].name) ? c.trust
                                                                                                 : std::min(c.trust, Trust::unsure);
    }
    if (c.trust != Trust::sure) return Trust::none;  // sentences name so many places that a likely slot is none
    if (may_lie_in(text.names().groups()[left].name, text.names().groups()[right].name)) return Trust::none;
    return left_knows && right_knows ? Trust::unsure : Trust::sure;
}

Trust trust_in(const StoryText& text, std::span<const Assertion> assertions, const Counterpart& c) {
    if (line_of(text, c.left).report == line_of(text, c.right).report) return Trust::none;
    if (is_in_quote(text, c.left) || is_in_quote(text, c.right)) return Trust::none;
    if (c.kind == UnitKind::time) return trust_in_times(text, c);
    if (tells_of_earlier(text, line_of(text, c.left)) != tells_of_earlier(text, line_of(text, c.right))) return Trust::none;
    return c.kind == UnitKind::figure ? trust_in_figures(text, assertions, c) : trust_in_names(text, c);
}

// Words that both sentences have, in order: what the difference is about.
std::string about_of(const StoryText& text, const Counterpart& c) {
    const std::uint32_t report = line_of(text, c.left).report;
    if (c.kind == UnitKind::figure) {
        const Figure& figure = marks_of(text, c.left).figures[unit_of(text, c.left).id];
        if (!figure.of_span.empty()) return shown(text, report, figure.of_span);
    }
    std::string about;
    std::uint32_t end = 0;
    for (const Span span : c.frame) {
        if (about.size() + span.size() > longest_frame) break;
        if (!about.empty()) about += trim(text.reports()[report].text.text.substr(end, span.begin - end)).empty() ? " " : " … ";
        about += shown(text, report, span);
        end = span.end;
    }
    return about;
}

ClaimBook& book_for(const StoryText& text, const Counterpart& c, const ClaimBooks& books) {
    if (c.kind == UnitKind::figure) return books.figures;
    if (c.kind == UnitKind::time) return is_point(marks_of(text, c.left).times[unit_of(text, c.left).id]) ? books.dates : books.figures;
    return text.names().groups()[unit_of(text, c.left).id].kind == NameKind::place ? books.places : books.names;
}

void add(const StoryText& text, std::span<const Assertion> assertions, const Counterpart& c, const ClaimBooks& books) {
    ClaimBook& book = book_for(text, c, books);
    if (c.agreement == Agreement::same && c.trust == Trust::sure) {
        for (const MarkPlace& right : copies_of(text, c.right)) book.add_agreement(claim_at(text, c.left), claim_at(text, right));
    }
    if (c.agreement != Agreement::different) return;
    const Trust trust = trust_in(text, assertions, c);
    if (trust == Trust::none) return;
    const std::string about = about_of(text, c);
    for (const MarkPlace& left : copies_of(text, c.left)) book.add_difference(claim_at(text, left), claim_at(text, c.right), trust, about);
    for (const MarkPlace& right : copies_of(text, c.right))
        book.add_difference(claim_at(text, c.left), claim_at(text, right), trust, about);
}

}  // namespace

Claim claim_of_figure(const StoryText& text, std::uint32_t report, const Figure& figure) {
    std::string key = number_text(figure.value);
    if (figure.upper) key.append(1, '-').append(number_text(*figure.upper));
    const Span span = with_counted(figure);
    return {report, span, key, shown(text, report, figure.span)};
}

Claim claim_of_time(const StoryText& text, std::uint32_t report, const Time& time) {
    Claim claim{report, time.span, time.value, shown(text, report, time.span)};
    if (is_point(time)) claim.key = claim.label = to_iso(*time.moment);
    return claim;
}

bool tells_of_earlier(const StoryText& text, const Line& line) {
    const Prepared& report = text.reports()[line.report];
    for (const TextUnit& unit : text.units_of(line)) {
        if (unit.kind == UnitKind::time && report.marks.times[unit.id].background) return true;
    }
    const auto words = lower_words(report.text.text, report.text.tokens.words_of(report.text.tokens.sentences[line.sentence]));
    return text.words_of(line.report).earlier.within(words);
}

bool tells_of_update(const StoryText& text, const Line& line) {
    const Prepared& report = text.reports()[line.report];
    const auto words = lower_words(report.text.text, report.text.tokens.words_of(report.text.tokens.sentences[line.sentence]));
    return text.words_of(line.report).update.within(words);
}

bool is_replaced(const StoryText& text, std::uint32_t report, const Figure& wanted) {
    return std::ranges::any_of(text.reports()[report].marks.figures, [&](const Figure& f) {
        if (compare_figures(f, wanted) != Agreement::same) return false;
        const Line* line = text.line_at(report, f.span.begin);
        return f.update || (line != nullptr && tells_of_update(text, *line));
    });
}

void add_slot_differences(const StoryText& text, std::span<const Likeness> likenesses, std::span<const Assertion> assertions,
                          const ClaimBooks& books) {
    for (const Likeness& likeness : likenesses) {
        for (const Counterpart& counterpart : find_counterparts(text, likeness)) add(text, assertions, counterpart, books);
    }
}

}  // namespace depesche
