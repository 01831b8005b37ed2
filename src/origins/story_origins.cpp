#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.h"
#include "origins/direction.h"
#include "origins/sources.h"
#include "origins/story_roots.h"

namespace depesche {
namespace {

constexpr std::uint32_t own_bytes = 160;     // own reporting is left: two sentences,
constexpr std::uint32_t own_share = 7;       // and one part in so many of the body
constexpr std::uint32_t outside_bytes = 40;  // of a copy from outside the pile: a dateline alone tells nothing
constexpr std::size_t shortest_name = 5;     // of an outlet that another report may name

// True when the report's own text names the outlet: "wie der Küstenbote berichtet".
bool names_outlet(const OriginText& report, const std::string& outlet) {
    if (outlet.size() < shortest_name) return false;
    return std::ranges::any_of(body_of(report),
                               [&](Span p) { return report.text.substr(p.begin, p.size()).find(outlet) != std::string_view::npos; });
}

// Of the spans (sorted, disjoint), what no label covers.
std::vector<Span> without(std::span<const Span> spans, std::span<const Label> labels) {
    std::vector<Label> sorted(labels.begin(), labels.end());
    std::ranges::sort(sorted, {}, &Label::span);
    std::vector<Span> rest;
    std::size_t at = 0;
    for (Span span : spans) {
        while (at < sorted.size() && sorted[at].span.end <= span.begin) ++at;
        for (std::size_t i = at; i < sorted.size() && sorted[i].span.begin < span.end; ++i) {
            if (span.begin < sorted[i].span.begin) rest.push_back({span.begin, sorted[i].span.begin});
            span.begin = std::max(span.begin, std::min(span.end, sorted[i].span.end));
        }
        if (!span.empty()) rest.push_back(span);
    }
    return rest;
}

std::uint32_t bytes_of(std::span<const Span> spans) {
    std::uint32_t sum = 0;
    for (const Span span : spans) sum += span.size();
    return sum;
}

void add_label(std::vector<Label>& labels, Span span, std::uint32_t root) {
    for (const Span rest : without(std::array{span}, labels)) labels.push_back({rest, root});
}

// Labels what copies share: agency text where either side credits an agency, else the source's own.
class Labelling {
public:
    Labelling(std::span<const OriginText> reports, std::vector<Copy>& copies, StoryRoots& story)
        : reports_(reports), copies_(copies), story_(story) {}

    void run() {
        for (std::size_t round = 0; round <= reports_.size(); ++round) {
            bool changed = false;
            for (Copy& copy : copies_) changed = foreign_text(copy) || changed;
            if (!changed) break;
        }
        for (const Copy& copy : copies_) {
            if (!story_.label_at(copy.to, copy.span)) add_label(story_.labels[copy.to], copy.span, root_of(*copy.from, copy.from_span, 0));
        }
    }

private:
    // A stretch that both have and one of them credits belongs to the credited agency on both sides.
    bool foreign_text(Copy& copy) {
        const std::uint32_t from = *copy.from;
        const auto here = story_.label_at(copy.to, copy.span);
        const auto there = story_.label_at(from, copy.from_span);
        if (here && there) return false;
        auto root = here ? here : there;
        if (!root) {
            if (names_outlet(reports_[copy.to], reports_[from].outlet)) {
                copy.direction_known = true;
                return false;
            }
            root = story_.partly[copy.to] ? story_.partly[copy.to] : story_.partly[from];
        }
        if (!root) return false;
        if (!here) {
            add_label(story_.labels[copy.to], copy.span, *root);
            if (!story_.partly[copy.to]) story_.roots[*root].evidence.emplace_back(copy.to, copy.span);
        }
        if (!there) add_label(story_.labels[from], copy.from_span, *root);
        return true;
    }

    std::uint32_t root_of(std::uint32_t report, Span span, std::size_t depth) {
        if (const auto label = story_.label_at(report, span)) return *label;
        const auto before = std::ranges::find_if(copies_, [&](const Copy& c) { return c.to == report && c.span.overlaps(span); });
        if (before == copies_.end() || depth >= reports_.size()) return story_.outlet[report];
        return root_of(*before->from, before->from_span, depth + 1);
    }

    std::span<const OriginText> reports_;
    std::vector<Copy>& copies_;
    StoryRoots& story_;
};

// What a credit gives to an agency, or a page to a release's issuer, and no other report has is a copy from outside the pile.
void add_outside_copies(std::span<const OriginText> reports, const StoryRoots& story, std::vector<Copy>& copies) {
    std::vector<Copy> outside;
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
        std::vector<Label> taken;
        for (const Copy& copy : copies) {
            if (copy.to == r) taken.push_back({copy.span, 0});
        }
        for (const Label& label : story.labels[r]) {
            const OriginKind kind = story.roots[label.root].kind;
            if (kind != OriginKind::agency && kind != OriginKind::release) continue;
            for (const Span span : without(std::array{label.span}, taken)) {
                const Span inner = trimmed(reports[r].text, span);
                if (inner.size() >= outside_bytes) outside.push_back({r, std::nullopt, inner, {}, true});
            }
        }
    }
    copies.insert(copies.end(), outside.begin(), outside.end());
    std::ranges::sort(copies, [](const Copy& a, const Copy& b) { return a.to != b.to ? a.to < b.to : a.span < b.span; });
}

struct Carried {
    std::vector<std::set<std::uint32_t>> by_root;  // reports that carry text of each root
    std::vector<std::vector<Label>> labels;        // by report, by span, all of the body
};

// Gives what no label covers to the report's desk when it is enough to be reporting of its own, else to what most of the report is;
// headings, which sum up the text, likewise.
Carried carry(std::span<const OriginText> reports, const StoryRoots& story) {
    Carried out{std::vector<std::set<std::uint32_t>>(story.roots.size()), story.labels};
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
        const std::vector<Span> body = body_of(reports[r]);
        const std::vector<Span> rest = without(body, story.labels[r]);
        std::map<std::uint32_t, std::uint32_t> sizes;
        for (const Label& label : story.labels[r]) sizes[label.root] += label.span.size();
        const bool own =
            !story.foreign[r] && (sizes.empty() || (bytes_of(rest) >= own_bytes && bytes_of(rest) * own_share >= bytes_of(body)));
        std::uint32_t most = story.outlet[r];
        if (!own) {
            for (const auto& [root, size] : sizes) {
                if (size > sizes[most]) most = root;
            }
        }
        for (const Span span : rest) {
            const Span inner = trimmed(reports[r].text, span);
            if (!inner.empty()) out.labels[r].push_back({inner, most});
        }
        for (const Span span : reports[r].headings) out.labels[r].push_back({span, most});
        std::ranges::sort(out.labels[r], {}, &Label::span);
        for (const Label& label : out.labels[r]) out.by_root[label.root].insert(r);
        if (own) out.by_root[story.outlet[r]].insert(r);
        if (story.partly[r]) out.by_root[*story.partly[r]].insert(r);
    }
    return out;
}

// Origins, most carriers first, then name; attributions with their indices.
void write_origins(std::span<const OriginText> reports, const StoryRoots& story, const Carried& carried, Lineage& out) {
    std::vector<std::uint32_t> used;
    for (std::uint32_t root = 0; root < story.roots.size(); ++root) {
        if (!carried.by_root[root].empty()) used.push_back(root);
    }
    std::ranges::stable_sort(used, [&](std::uint32_t a, std::uint32_t b) {
        const std::size_t x = carried.by_root[a].size();
        const std::size_t y = carried.by_root[b].size();
        return x != y ? x > y : story.roots[a].name < story.roots[b].name;
    });
    std::map<std::uint32_t, std::uint32_t> index;
    for (const std::uint32_t root : used) {
        index.emplace(root, static_cast<std::uint32_t>(index.size()));
        const auto& carriers = carried.by_root[root];
        out.origins.push_back(
            {story.roots[root].name, story.roots[root].kind, {carriers.begin(), carriers.end()}, story.roots[root].evidence});
    }
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
        for (const Label& label : carried.labels[r]) out.attributions.push_back({r, label.span, index.at(label.root)});
    }
}

}  // namespace

Lineage trace_lineage(std::span<const OriginText> reports, const Languages& languages) {
    return trace_lineage(reports, ReuseLexicon(languages));
}

Lineage trace_lineage(std::span<const OriginText> given, const ReuseLexicon& lexicon) {
    // Standfirst, crossheads and key points repeat the text in the desk's words: what was taken over is told from the body.
    std::vector<OriginText> reports(given.begin(), given.end());
    for (OriginText& report : reports) {
        if (std::vector<Span> body = body_of(report); !body.empty()) report.passages = std::move(body);
    }
    const std::vector<std::uint32_t> order = order_by_time(reports);
    ReusePairs found = find_pairs(reports, order, lexicon, 1);
    Lineage out;
    for (const ReusePair& pair : found.pairs) {
        for (const SharedStretch& s : pair.quotes) out.quotes.push_back({order[pair.left], order[pair.right], s.left, s.right});
    }
    std::ranges::sort(out.quotes, [](const SharedQuote& a, const SharedQuote& b) {
        return std::tie(a.left, a.left_span, a.right) < std::tie(b.left, b.left_span, b.right);
    });
    out.copies = choose_sources(reports, order, std::move(found), lexicon);
    StoryRoots story = find_roots(reports, out.copies, lexicon);
    Labelling(reports, out.copies, story).run();
    add_outside_copies(reports, story, out.copies);
    write_origins(reports, story, carry(reports, story), out);
    return out;
}

std::optional<std::uint32_t> origin_at(const Lineage& lineage, std::uint32_t article, Span span) {
    std::map<std::uint32_t, std::uint32_t> sizes;
    const auto first = std::ranges::lower_bound(lineage.attributions, article, {}, &Attribution::article);
    for (auto it = first; it != lineage.attributions.end() && it->article == article; ++it) {
        if (it->span.overlaps(span)) sizes[it->origin] += std::min(it->span.end, span.end) - std::max(it->span.begin, span.begin);
    }
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& s) { return s.second; });
    return most == sizes.end() ? std::nullopt : std::optional(most->first);
}

}  // namespace depesche
