#include "page/zone_parts.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t longest_dateline = 90;
constexpr std::size_t longest_end_credit = 60;

// A part of `whole` without the white space and separators at its ends; nothing when nothing is left.
void add_part(std::vector<Zone>& out, const Zone& whole, std::string_view line, Span part, ZoneKind kind) {
    std::string_view text = trim(line.substr(part.begin, part.size()));
    while (!text.empty() &&
           (text.front() == '|' || text.front() == ',' || text.starts_with("•") || text.starts_with("–") || text.starts_with("- "))) {
        std::size_t skip = 0;
        (void)next_code_point(text, skip);
        text = trim(text.substr(skip));
    }
    if (text.empty()) return;
    const auto begin = whole.span.begin + static_cast<std::uint32_t>(text.data() - line.data());
    out.push_back({kind, {begin, begin + static_cast<std::uint32_t>(text.size())}, whole.confidence});
}

std::vector<Zone> two_parts(const Zone& whole, std::string_view line, std::uint32_t cut, ZoneKind first, ZoneKind second) {
    std::vector<Zone> out;
    add_part(out, whole, line, {0, cut}, first);
    add_part(out, whole, line, {cut, static_cast<std::uint32_t>(line.size())}, second);
    return out;
}

// People and dates of one line, each a zone: what reaches from the first to the last date is the date.
std::vector<Zone> byline_and_date(const Zone& whole, std::string_view line, const LineLook& look) {
    const Span date{look.dates.front().span.begin, look.dates.back().span.end};
    const auto size = static_cast<std::uint32_t>(line.size());
    const auto names = [&](Span part) {
        const auto inside = [&](const LineName& name) { return part.contains(name.span); };
        return std::ranges::any_of(look.byline.people, inside) || std::ranges::any_of(look.byline.agencies, inside);
    };
    std::vector<Zone> out;
    if (names({0, date.begin})) {
        add_part(out, whole, line, {0, date.begin}, ZoneKind::byline);
        add_part(out, whole, line, {date.begin, size}, ZoneKind::date);
    } else if (names({date.end, size})) {
        add_part(out, whole, line, {0, date.end}, ZoneKind::date);
        add_part(out, whole, line, {date.end, size}, ZoneKind::byline);
    }
    return out;
}

}  // namespace

Span dateline_in(std::string_view paragraph, const BylineReader& bylines) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    const std::size_t open = head.find('(');
    const std::size_t close = head.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open || open > 40) return {};
    if (!bylines.is_wire_credit(head.substr(open, close + 1 - open))) return {};
    std::size_t at = close + 1;
    bool dash = false;
    while (at < head.size()) {
        std::size_t next = at;
        const char32_t c = next_code_point(head, next);
        if (c == U'-' || c == U'–' || c == U'—' || c == U':') dash = true;
        else if (c != U' ') break;
        at = next;
    }
    return dash ? Span{0, static_cast<std::uint32_t>(at)} : Span{};
}

Span end_credit_in(std::string_view paragraph, const BylineReader& bylines) {
    if (!paragraph.ends_with(")")) return {};
    const std::size_t open = paragraph.rfind('(');
    if (open == std::string_view::npos || open == 0 || paragraph.size() - open > longest_end_credit) return {};
    if (!bylines.is_wire_credit(paragraph.substr(open))) return {};
    return {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(paragraph.size())};
}

std::vector<Zone> parts_of(const Zone& whole, std::string_view line, const LineLook& look, const LineReader& reader) {
    std::vector<Zone> out;
    const auto size = static_cast<std::uint32_t>(line.size());
    if (whole.kind == ZoneKind::caption && look.ends_credit) {
        const Span credit = credit_in(line, reader.wording(), reader.bylines());
        if (!credit.empty()) out = two_parts(whole, line, credit.begin, ZoneKind::caption, ZoneKind::credit);
    }
    if (whole.kind == ZoneKind::body || whole.kind == ZoneKind::standfirst) {
        const Span dateline = dateline_in(line, reader.bylines());
        const Span credit = end_credit_in(line, reader.bylines());
        const std::uint32_t end = credit.empty() ? size : credit.begin;
        if (!dateline.empty()) add_part(out, whole, line, dateline, ZoneKind::agency);
        if (!dateline.empty() || !credit.empty()) {
            const std::uint32_t begin = dateline.empty() ? 0 : dateline.end;
            if (begin < end) {
                const std::string_view text = trim(line.substr(begin, end - begin));
                const auto at = whole.span.begin + static_cast<std::uint32_t>(text.data() - line.data());
                if (!text.empty()) out.push_back({whole.kind, {at, at + static_cast<std::uint32_t>(text.size())}, whole.confidence});
            }
        }
        if (!credit.empty()) add_part(out, whole, line, credit, ZoneKind::agency);
    }
    if ((whole.kind == ZoneKind::byline || whole.kind == ZoneKind::date) && !look.dates.empty()) out = byline_and_date(whole, line, look);
    if (out.empty()) out.push_back(whole);
    return out;
}

}  // namespace depesche
