#include "origins/story_roots.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.h"

namespace depesche {
namespace {

// "Keystone-SDA" and "sda" are one: the folded forms are equal or one ends in the other.
bool same_agency(std::string_view a, std::string_view b) {
    const std::string x = fold(a);
    const std::string y = fold(b);
    if (x.empty() || y.empty()) return false;
    return x == y || (std::min(x.size(), y.size()) >= 3 && (x.ends_with(y) || y.ends_with(x)));
}

struct Placed {
    std::uint32_t report = 0;
    Credit credit;
    std::size_t group = 0;
};

bool share_name(const Credit& a, const Credit& b) {
    return std::ranges::any_of(a.names, [&](const std::string& x) {
        return std::ranges::any_of(b.names, [&](const std::string& y) { return same_agency(x, y); });
    });
}

bool credits_span(const Placed& placed, std::uint32_t report, Span span) {
    if (placed.report != report) return false;
    if (placed.credit.reach == CreditReach::some) return true;
    return std::ranges::any_of(placed.credit.covered, [&](Span c) { return c.overlaps(span); });
}

void join(std::vector<Placed>& credits, std::size_t a, std::size_t b) {
    const std::size_t from = std::max(credits[a].group, credits[b].group);
    const std::size_t to = std::min(credits[a].group, credits[b].group);
    if (from == to) return;
    for (Placed& placed : credits) {
        if (placed.group == from) placed.group = to;
    }
}

void join_groups(std::vector<Placed>& credits, std::span<const Copy> copies) {
    for (std::size_t a = 0; a < credits.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            if (share_name(credits[a].credit, credits[b].credit)) join(credits, a, b);
        }
    }
    for (const Copy& copy : copies) {
        for (std::size_t a = 0; a < credits.size(); ++a) {
            for (std::size_t b = 0; b < credits.size(); ++b) {
                if (copy.from && credits_span(credits[a], copy.to, copy.span) && credits_span(credits[b], *copy.from, copy.from_span))
                    join(credits, a, b);
            }
        }
    }
}

// The names that most reports of the group give, in the order of the credit that has them.
std::string group_name(std::span<const Placed> credits, std::size_t group) {
    std::vector<std::pair<std::string, int>> counts;
    for (const Placed& placed : credits) {
        if (placed.group != group) continue;
        for (const std::string& name : placed.credit.names) {
            const auto known = std::ranges::find_if(counts, [&](const auto& c) { return same_agency(c.first, name); });
            if (known == counts.end()) counts.emplace_back(name, 1);
            else ++known->second;
        }
    }
    int most = 0;
    for (const auto& [name, count] : counts) most = std::max(most, count);
    std::string joined;
    for (const auto& [name, count] : counts) {
        if (count < most) continue;
        if (!joined.empty()) joined += '/';
        joined += name;
    }
    return joined;
}

void add_agencies(std::span<const OriginText> reports, std::span<const Copy> copies, const ReuseLexicon& lexicon, StoryRoots& out) {
    std::vector<Placed> credits;
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
        for (Credit& credit : read_credits(reports[r], lexicon.entry(reports[r].language).part))
            credits.push_back({r, std::move(credit), credits.size()});
    }
    join_groups(credits, copies);
    std::map<std::size_t, std::uint32_t> root_of;
    for (const Placed& placed : credits) {
        const auto [it, fresh] = root_of.emplace(placed.group, static_cast<std::uint32_t>(out.roots.size()));
        if (fresh) out.roots.push_back({OriginKind::agency, group_name(credits, placed.group), {}});
        Root& root = out.roots[it->second];
        root.evidence.emplace_back(placed.report, placed.credit.span);
        if (placed.credit.reach == CreditReach::some) out.partly[placed.report] = it->second;
        if (placed.credit.reach == CreditReach::all) out.foreign[placed.report] = true;
        for (const Span span : placed.credit.covered) {
            const bool taken = std::ranges::any_of(out.labels[placed.report], [&](const Label& l) { return l.span.overlaps(span); });
            if (!taken) out.labels[placed.report].push_back({span, it->second});
        }
    }
}

void add_whole(std::span<const OriginText> reports, std::uint32_t r, OriginKind kind, const std::string& name, Span evidence,
               StoryRoots& out) {
    const auto known = std::ranges::find_if(out.roots, [&](const Root& root) { return root.kind == kind && root.name == name; });
    const auto root = static_cast<std::uint32_t>(known - out.roots.begin());
    if (known == out.roots.end()) out.roots.push_back({kind, name, {}});
    out.roots[root].evidence.emplace_back(r, evidence);
    out.foreign[r] = true;
    out.labels[r].clear();
    for (const Span span : body_of(reports[r])) out.labels[r].push_back({span, root});
}

void add_outlets(std::span<const OriginText> reports, StoryRoots& out) {
    std::map<std::string, std::uint32_t> known;
    for (const OriginText& report : reports) {
        const auto next = static_cast<std::uint32_t>(out.roots.size());
        const std::uint32_t root = report.outlet.empty() ? next : known.emplace(report.outlet, next).first->second;
        if (root == next) out.roots.push_back({OriginKind::outlet, report.outlet, {}});
        out.outlet.push_back(root);
    }
}

}  // namespace

std::optional<std::uint32_t> StoryRoots::label_at(std::uint32_t report, Span span) const {
    std::map<std::uint32_t, std::uint32_t> sizes;
    for (const Label& label : labels[report]) {
        if (label.span.overlaps(span)) sizes[label.root] += std::min(label.span.end, span.end) - std::max(label.span.begin, span.begin);
    }
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& s) { return s.second; });
    return most != sizes.end() && most->second * 2 >= span.size() ? std::optional(most->first) : std::nullopt;
}

StoryRoots find_roots(std::span<const OriginText> reports, std::span<const Copy> copies, const ReuseLexicon& lexicon) {
    StoryRoots out;
    out.labels.resize(reports.size());
    out.partly.resize(reports.size());
    out.foreign.resize(reports.size(), false);
    add_agencies(reports, copies, lexicon, out);
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
        if (!reports[r].translated_from.empty())
            add_whole(reports, r, OriginKind::translation, reports[r].translated_from, reports[r].translated_span, out);
        else if (!reports[r].release_of.empty())
            add_whole(reports, r, OriginKind::release, reports[r].release_of, reports[r].release_span, out);
    }
    add_outlets(reports, out);
    return out;
}

}  // namespace depesche
