#include <algorithm>
#include <map>

#include "origins/lineage.h"

namespace depesche {
namespace {

constexpr std::size_t least_share = 20;  // of what was taken, one part in so many
constexpr std::size_t least_bytes = 60;  // a short sentence

// Where each article's copies begin in the list.
std::vector<std::size_t> first_of_each(std::span<const Copy> copies, std::size_t articles) {
    std::vector<std::size_t> first(articles + 1, copies.size());
    for (std::size_t i = copies.size(); i-- > 0;) first[copies[i].to] = i;
    for (std::size_t a = articles; a-- > 0;) first[a] = std::min(first[a], first[a + 1]);
    return first;
}

std::uint32_t common_bytes(Span a, Span b) { return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0; }

// Follows a stretch back to an article that took nothing of it. A copy of most of it leads on; nothing is visited twice, since sources
// come before copies.
std::uint32_t origin_of(std::span<const Copy> copies, std::span<const std::size_t> first, const Copy& start) {
    std::uint32_t at = *start.from;
    Span span = start.from_span;
    for (std::size_t steps = 0; steps < first.size(); ++steps) {
        const Copy* best = nullptr;
        const auto mine = copies.subspan(first[at], first[at + 1] - first[at]);
        const auto begin_at = std::ranges::partition_point(mine, [&](const Copy& c) { return c.span.end <= span.begin; });
        for (auto i = first[at] + static_cast<std::size_t>(begin_at - mine.begin()); i < first[at + 1] && copies[i].span.begin < span.end;
             ++i) {
            if (copies[i].from && common_bytes(copies[i].span, span) > (best != nullptr ? common_bytes(best->span, span) : 0))
                best = &copies[i];
        }
        if (best == nullptr || common_bytes(best->span, span) * 2 < span.size()) break;
        // Only the matching part of the source is followed on, in proportion.
        const std::uint32_t begin = std::max(best->span.begin, span.begin) - best->span.begin;
        const double scale = static_cast<double>(best->from_span.size()) / std::max(1U, best->span.size());
        const std::uint32_t size = common_bytes(best->span, span);
        span = {best->from_span.begin + static_cast<std::uint32_t>(begin * scale),
                best->from_span.begin + static_cast<std::uint32_t>((begin + size) * scale)};
        at = *best->from;
    }
    return at;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> origin_ids(std::span<const Copy> copies, std::size_t articles) {
    const std::vector<std::size_t> first = first_of_each(copies, articles);
    // Where an article that took anything took most from: its own paragraphs go with that, it is no origin itself.
    std::vector<const Copy*> most_from(articles, nullptr);
    for (const Copy& copy : copies) {
        const Copy*& most = most_from[copy.to];
        if (copy.from && (most == nullptr || copy.span.size() > most->span.size())) most = &copy;
    }
    std::vector<std::vector<std::uint32_t>> origins(articles);
    for (std::uint32_t article = 0; article < articles; ++article) {
        std::map<std::uint32_t, std::size_t> shares;
        std::size_t all = 0;
        for (std::size_t i = first[article]; i < first[article + 1]; ++i) {
            if (!copies[i].from) continue;
            std::uint32_t origin = origin_of(copies, first, copies[i]);
            for (std::size_t steps = 0; steps < articles; ++steps) {
                const Copy* before = most_from[origin];
                if (before == nullptr) break;
                origin = origin_of(copies, first, *before);
            }
            shares[origin] += copies[i].span.size();
            all += copies[i].span.size();
        }
        std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
        for (const auto& [origin, size] : shares) ranked.emplace_back(size, origin);
        std::ranges::sort(ranked,
                          [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
        for (const auto& [size, origin] : ranked) {
            const bool enough = origins[article].empty() || size >= least_bytes || size * least_share >= all;
            if (enough && origin != article) origins[article].push_back(origin);
        }
        if (origins[article].empty()) origins[article].push_back(article);
    }
    return origins;
}

}  // namespace depesche
