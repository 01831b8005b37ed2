#include "origins/credits.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t together = 16;  // bytes between two names of one credit

std::string_view line_around(std::string_view text, Span span) {
    const std::size_t before = span.begin == 0 ? std::string_view::npos : text.rfind('\n', span.begin - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', span.end), text.size());
    return text.substr(begin, end - begin);
}

// The bracket that the credit stands in, without its marks; empty when it stands in none.
std::string_view bracket_around(std::string_view text, Span span) {
    const std::string_view before = text.substr(0, span.begin);
    const std::size_t open = before.find_last_of("([\n");
    const std::size_t close = text.find_first_of(")]\n", span.end);
    if (open == std::string_view::npos || close == std::string_view::npos || text[open] == '\n' || text[close] == '\n') return {};
    return text.substr(open + 1, close - open - 1);
}

// True when a desk's initials stand before or after an agency in a bracket: two to four small letters, parted by a slash, that
// are none of the agencies. A service of the agency ("dpa/lno") stands behind it at the head of a text, initials do not.
bool desk_signed(const OriginText& report, const Credit& credit, bool at_head) {
    std::string_view rest = bracket_around(report.text, credit.span);
    if (rest.empty() || at_head) return false;
    bool initials = false;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find_first_of("/,"), rest.size());
        const std::string_view name = trim(rest.substr(0, slash));
        rest.remove_prefix(std::min(rest.size(), slash + 1));
        const bool small = !name.empty() && name.size() <= 4 && std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
        const bool agency = std::ranges::any_of(report.agency_spans, [&](Span s) {
            const std::string_view written = report.text.substr(s.begin, s.size());
            return fold(written) == fold(name);
        });
        initials = initials || (small && !agency);
    }
    return initials;
}

// "Mit Material von AFP": the credit's line says that the agency gave a part.
bool only_in_part(const OriginText& report, const Credit& credit, std::span<const std::string_view> words) {
    const std::string_view whole = line_around(report.text, credit.span);
    const std::string_view bracket = bracket_around(report.text, credit.span);
    const std::string line = to_lower(bracket.empty() ? whole.substr(0, 200) : bracket);
    return std::ranges::any_of(words, [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

std::vector<Credit> joined_names(const OriginText& report) {
    std::vector<std::pair<Span, std::string>> names;
    for (std::size_t i = 0; i < report.agencies.size() && i < report.agency_spans.size(); ++i)
        names.emplace_back(report.agency_spans[i], report.agencies[i]);
    std::ranges::sort(names);
    std::vector<Credit> credits;
    for (const auto& [span, name] : names) {
        const bool joins = !credits.empty() && span.begin <= credits.back().span.end + together && !span.empty();
        if (!joins) credits.push_back({{}, span, CreditReach::all, {}});
        credits.back().span.end = std::max(credits.back().span.end, span.end);
        credits.back().names.push_back(name);
    }
    return credits;
}

// The passages of the entry that the credit closes: back to a heading.
std::vector<Span> entry_before(const OriginText& report, Span credit) {
    std::vector<Span> covered;
    const std::vector<Span> body = body_of(report);
    for (std::size_t i = body.size(); i-- > 0;) {
        if (body[i].begin >= credit.end) continue;
        const std::uint32_t from = body[i].end;
        const std::uint32_t to = covered.empty() ? credit.begin : covered.back().begin;
        const bool heading_between = std::ranges::any_of(report.headings, [&](Span h) { return h.begin >= from && h.end <= to; });
        if (heading_between) break;
        covered.push_back(body[i]);
    }
    std::ranges::reverse(covered);
    return covered;
}

}  // namespace

std::vector<Span> body_of(const OriginText& report) {
    if (report.passages.empty()) return {{0, static_cast<std::uint32_t>(report.text.size())}};
    std::vector<Span> body;
    std::ranges::copy_if(report.passages, std::back_inserter(body),
                         [&](Span p) { return std::ranges::find(report.headings, p) == report.headings.end(); });
    return body;
}

std::vector<Credit> read_credits(const OriginText& report, std::span<const std::string_view> part_words) {
    std::vector<Credit> credits = joined_names(report);
    const std::vector<Span> body = body_of(report);
    if (body.empty()) return credits;
    for (Credit& credit : credits) {
        const bool at_head = credit.span.end <= body.front().begin || (credit.span.begin < body.front().begin + 80);
        const bool later = body.back().begin >= credit.span.end;
        if (only_in_part(report, credit, part_words) || desk_signed(report, credit, at_head)) {
            credit.reach = CreditReach::some;
        } else if (at_head) {
            credit.reach = report.has_author ? CreditReach::some : CreditReach::all;
            if (credit.reach == CreditReach::all)
                std::ranges::copy_if(body, std::back_inserter(credit.covered), [&](Span p) { return p.end > credit.span.begin; });
        } else if (later) {
            credit.reach = CreditReach::passage;
            credit.covered = entry_before(report, credit.span);
        } else if (report.has_author) {
            credit.reach = CreditReach::some;
        } else {
            credit.covered = body;
        }
    }
    return credits;
}

}  // namespace depesche
