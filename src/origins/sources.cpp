#include "origins/sources.h"

#include <algorithm>
#include <map>

#include "base/disjoint_sets.h"
#include "origins/direction.h"

namespace depesche {
namespace {

constexpr double nearly = 0.985;         // a source as close as this share of the closest is as good
constexpr std::uint32_t least_new = 12;  // bytes that a further source must add

// Stretches that one article may have taken from another.
struct Offer {
    std::uint32_t from = 0;
    std::uint32_t place = 0;  // of `from` in the family's order
    std::vector<SharedStretch> stretches;
};

// Which bytes of an article have a source.
class Covered {
public:
    [[nodiscard]] std::uint32_t fresh(Span span) const {
        std::uint32_t free = span.size();
        for (auto it = first_behind(span.begin); it != spans_.end() && it->first < span.end; ++it) {
            free -= std::min(it->second, span.end) - std::max(it->first, span.begin);
        }
        return free;
    }
    // The span without what is covered at its ends.
    [[nodiscard]] Span without_ends(Span span) const {
        for (auto it = first_behind(span.begin); it != spans_.end() && it->first <= span.begin; ++it)
            span.begin = std::min(span.end, it->second);
        for (auto it = spans_.lower_bound(span.end); it != spans_.begin();) {
            --it;
            if (it->second < span.end) break;
            span.end = std::max(span.begin, it->first);
        }
        return span;
    }
    void add(Span span) { spans_.emplace(span.begin, span.end); }

private:
    // The first covered span that ends behind `at`.
    [[nodiscard]] std::map<std::uint32_t, std::uint32_t>::const_iterator first_behind(std::uint32_t at) const {
        auto it = spans_.upper_bound(at);
        if (it != spans_.begin() && std::prev(it)->second > at) --it;
        return it;
    }
    std::map<std::uint32_t, std::uint32_t> spans_;  // begin -> end, disjoint
};

double gain(const Offer& offer, const Covered& covered) {
    double sum = 0;
    for (const SharedStretch& s : offer.stretches) {
        if (s.left.empty()) continue;
        sum += static_cast<double>(s.exact) * covered.fresh(s.left) / s.left.size();
    }
    return sum;
}

void take(std::uint32_t to, const Offer& offer, bool sure, Covered& covered, std::vector<Copy>& copies) {
    for (const SharedStretch& s : offer.stretches) {
        const std::uint32_t fresh = covered.fresh(s.left);
        if (fresh < least_new) continue;
        Span left = s.left;
        Span right = s.right;
        if (fresh < left.size()) {
            const Span part = covered.without_ends(left);
            if (covered.fresh(part) != part.size() || part.size() < least_new) continue;
            // The other side of a part is where it lies in proportion.
            const double scale = static_cast<double>(right.size()) / left.size();
            right = {right.begin + static_cast<std::uint32_t>((part.begin - left.begin) * scale),
                     right.begin + static_cast<std::uint32_t>((part.end - left.begin) * scale)};
            left = part;
        }
        covered.add(left);
        copies.push_back({to, offer.from, left, right, sure});
    }
}

void choose(std::uint32_t to, std::vector<Offer>& offers, std::span<const OriginText> articles, std::span<const std::uint32_t> order,
            std::vector<Copy>& copies) {
    Covered covered;
    while (!offers.empty()) {
        double best = 0;
        for (const Offer& offer : offers) best = std::max(best, gain(offer, covered));
        const auto chosen = std::ranges::find_if(offers, [&](const Offer& offer) { return gain(offer, covered) >= nearly * best; });
        if (best < least_new) break;
        take(to, *chosen, surely_before(articles[order[chosen->from]], articles[order[to]]), covered, copies);
        offers.erase(chosen);
    }
}

SharedStretch turned(const SharedStretch& s) { return {s.right, s.left, s.exact}; }

}  // namespace

std::vector<Copy> choose_sources(std::span<const OriginText> articles, std::span<const std::uint32_t> order, ReusePairs found,
                                 const ReuseLexicon& lexicon) {
    std::vector<ReusePair>& pairs = found.pairs;
    DisjointSets families(order.size());
    std::erase_if(pairs, [](const ReusePair& pair) { return pair.copies.empty(); });
    for (const ReusePair& pair : pairs) families.join(pair.left, pair.right);
    std::map<std::uint32_t, std::vector<const ReusePair*>> by_family;
    for (const ReusePair& pair : pairs) by_family[families.find(pair.left)].push_back(&pair);

    ReuseTexts texts(articles, order, lexicon);
    std::vector<Copy> copies;
    for (const auto& [root, family_pairs] : by_family) {
        std::vector<std::uint32_t> members;
        for (const ReusePair* pair : family_pairs) members.insert(members.end(), {pair->left, pair->right});
        std::ranges::sort(members);
        members.erase(std::unique(members.begin(), members.end()), members.end());
        std::map<std::uint32_t, std::uint32_t> place;
        for (const std::uint32_t member : order_family(members, family_pairs, articles, order, found.own_bytes, lexicon))
            place.emplace(member, static_cast<std::uint32_t>(place.size()));
        std::map<std::uint32_t, std::vector<Offer>> offers;
        for (const ReusePair* pair : family_pairs) {
            const bool straight = place[pair->right] < place[pair->left];
            Offer offer{straight ? pair->right : pair->left, 0, {}};
            offer.place = place[offer.from];
            if (straight) {
                offer.stretches = pair->copies;
            } else {
                offer.stretches = texts.compare(pair->right, pair->left, {}).copies;
                if (offer.stretches.empty()) std::ranges::transform(pair->copies, std::back_inserter(offer.stretches), turned);
            }
            offers[straight ? pair->left : pair->right].push_back(std::move(offer));
        }
        for (auto& [to, mine] : offers) {
            std::ranges::sort(mine, {}, &Offer::place);
            choose(to, mine, articles, order, copies);
        }
    }
    for (Copy& copy : copies) {
        copy.to = order[copy.to];
        copy.from = order[*copy.from];
    }
    std::ranges::sort(copies, [](const Copy& a, const Copy& b) { return a.to != b.to ? a.to < b.to : a.span < b.span; });
    return copies;
}

}  // namespace depesche
