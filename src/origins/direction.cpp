#include "origins/direction.h"

#include <algorithm>
#include <map>

namespace depesche {
namespace {

// What an article of unknown time needs to be taken for the first: that it was not is likelier, since copies are many.
constexpr double prior = -0.5;
constexpr double hub_share = 0.02;  // so much more of the others' text is in it than in the earliest of the others
constexpr double hub_evidence = 2;
constexpr double larger_share = 0.03;  // so much more of its own is missing in the earliest than the other way round
constexpr double inside_share = 0.85;  // of a text is in the other: it is a part of it, credits and endings apart
constexpr double larger_evidence = 1;
constexpr double agency_evidence = 1.5;

// The text that two members share, by members.
class SharedText {
public:
    explicit SharedText(std::span<const ReusePair* const> pairs) {
        for (const ReusePair* pair : pairs) {
            exact_[{pair->left, pair->right}] = pair->exact();
            exact_[{pair->right, pair->left}] = pair->exact();
        }
    }
    [[nodiscard]] double exact(std::uint32_t a, std::uint32_t b) const {
        const auto it = exact_.find({a, b});
        return it == exact_.end() ? 0 : it->second;
    }

private:
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> exact_;
};

// 1 when the other is inside the member and the member has more, -1 the other way round, 0 when both have something of their own.
double larger_than(double mine, double theirs) {
    if (theirs >= inside_share && theirs > mine + larger_share) return 1;
    if (mine >= inside_share && mine > theirs + larger_share) return -1;
    return 0;
}

// How much speaks for `member`, of unknown time, before `earliest`, the first of those that share text with it.
// Hub: of a third article that both know, the one it was taken from has more, in the same words; a copy that was cut or reworded has
// less; when each has more of some, both have text of their own. Larger: a copy leaves out. Neither is asked of articles that only the
// member knows: a merged piece knows two.
double evidence_before(std::uint32_t member, std::uint32_t earliest, std::span<const ReusePair* const> pairs, const SharedText& shared,
                       std::span<const OriginText> articles, std::span<const std::uint32_t> order, std::span<const std::uint32_t> own_bytes,
                       const ReuseLexicon& lexicon) {
    bool member_has_more = false;
    bool earliest_has_more = false;
    double larger = 0;
    for (const ReusePair* pair : pairs) {
        if (pair->left != member && pair->right != member) continue;
        const bool on_left = pair->left == member;
        const std::uint32_t other = on_left ? pair->right : pair->left;
        if (other == earliest) {
            const auto mine = static_cast<double>(on_left ? pair->left_bytes() : pair->right_bytes());
            const auto theirs = static_cast<double>(on_left ? pair->right_bytes() : pair->left_bytes());
            larger = larger_than(mine / (own_bytes[member] + 1.0), theirs / (own_bytes[other] + 1.0));
        } else if (shared.exact(earliest, other) > 0) {
            const double with_member = pair->exact();
            const double with_earliest = shared.exact(earliest, other);
            member_has_more = member_has_more || with_member > with_earliest * (1 + hub_share);
            earliest_has_more = earliest_has_more || with_earliest > with_member * (1 + hub_share);
        }
    }
    const double hub = member_has_more == earliest_has_more ? 0 : member_has_more ? 1 : -1;
    const double agency = agency_marks(articles[order[member]], lexicon) - agency_marks(articles[order[earliest]], lexicon);
    return prior + hub_evidence * hub + larger_evidence * larger + agency_evidence * agency;
}

}  // namespace

std::optional<std::int64_t> minutes_of(const std::optional<Moment>& moment) {
    if (!moment) return std::nullopt;
    const auto day = day_of(*moment);
    if (!day) return std::nullopt;
    std::int64_t minutes = static_cast<std::int64_t>(day->time_since_epoch().count()) * 1440;
    if (moment->has_clock()) minutes += moment->hour * 60 + std::max(0, moment->minute);
    return minutes - moment->offset_minutes.value_or(0);
}

std::vector<std::uint32_t> order_by_time(std::span<const OriginText> articles) {
    std::vector<std::int64_t> times;
    times.reserve(articles.size());
    for (const OriginText& article : articles) times.push_back(minutes_of(article.published).value_or(INT64_MAX));
    std::vector<std::uint32_t> order(articles.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        if (times[a] != times[b]) return times[a] < times[b];
        if (articles[a].outlet != articles[b].outlet) return articles[a].outlet < articles[b].outlet;
        if (articles[a].id != articles[b].id) return articles[a].id < articles[b].id;
        return articles[a].text < articles[b].text;
    });
    return order;
}

bool surely_before(const OriginText& first, const OriginText& second) {
    if (!first.published || !second.published) return false;
    const Moment& a = *first.published;
    const Moment& b = *second.published;
    const auto day_a = day_of(a);
    const auto day_b = day_of(b);
    if (!day_a || !day_b) return false;
    if (*day_a != *day_b) return *day_a < *day_b;
    if (!a.has_clock() || !b.has_clock()) return false;
    return minutes_of(a) < minutes_of(b);
}

double agency_marks(const OriginText& article, const ReuseLexicon& lexicon) {
    if (lexicon.names_agency(article.outlet)) return 2;
    const std::string_view head = article.text.substr(0, 60);
    const std::size_t open = head.find('(');
    const std::size_t close = head.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) return 0;
    const std::string_view bracket = head.substr(open + 1, close - open - 1);
    if (!lexicon.names_agency(bracket)) return 0;
    return bracket.find('/') == std::string_view::npos ? 1 : 0;
}

std::vector<std::uint32_t> order_family(std::span<const std::uint32_t> members, std::span<const ReusePair* const> pairs,
                                        std::span<const OriginText> articles, std::span<const std::uint32_t> order,
                                        std::span<const std::uint32_t> own_bytes, const ReuseLexicon& lexicon) {
    const SharedText shared(pairs);
    std::map<std::uint32_t, std::uint32_t> earliest;  // of a member's partners
    for (const ReusePair* pair : pairs) {
        for (const auto& [member, other] : {std::pair(pair->left, pair->right), std::pair(pair->right, pair->left)}) {
            const auto [it, fresh] = earliest.emplace(member, other);
            if (!fresh) it->second = std::min(it->second, other);
        }
    }
    std::vector<std::pair<double, std::uint32_t>> undated_first;
    std::vector<std::uint32_t> rest;
    for (const std::uint32_t member : members) {
        const bool dated = minutes_of(articles[order[member]].published).has_value();
        const double evidence = dated ? 0 : evidence_before(member, earliest[member], pairs, shared, articles, order, own_bytes, lexicon);
        if (evidence > 0) undated_first.emplace_back(-evidence, member);
        else rest.push_back(member);
    }
    std::ranges::sort(undated_first);
    std::ranges::sort(rest);
    std::vector<std::uint32_t> sorted;
    for (const auto& [evidence, member] : undated_first) sorted.push_back(member);
    sorted.insert(sorted.end(), rest.begin(), rest.end());
    return sorted;
}

}  // namespace depesche
