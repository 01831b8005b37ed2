#include "origins/direction.h"

#include <algorithm>
#include <map>

namespace depesche {
namespace {

constexpr double first_evidence = 0.1;  // how much more the others leave out of it than it leaves out of them

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

// How much the text looks like what the others were made from: the share of theirs that it has, less the share of its own
// that they have; and how much more of each other's text it has than the earliest of the others.
double evidence_of_first(std::uint32_t member, std::span<const ReusePair* const> pairs, const SharedText& shared,
                         std::span<const OriginText> articles, std::span<const std::uint32_t> order) {
    double larger = 0;
    std::vector<std::uint32_t> others;
    for (const ReusePair* pair : pairs) {
        if (pair->left != member && pair->right != member) continue;
        const bool on_left = pair->left == member;
        const std::uint32_t other = on_left ? pair->right : pair->left;
        const double mine = static_cast<double>(on_left ? pair->left_bytes() : pair->right_bytes()) / static_cast<double>(articles[order[member]].text.size() + 1);
        const double theirs = static_cast<double>(on_left ? pair->right_bytes() : pair->left_bytes()) / static_cast<double>(articles[order[other]].text.size() + 1);
        larger += theirs - mine;
        others.push_back(other);
    }
    if (others.empty()) return 0;
    larger /= static_cast<double>(others.size());
    const std::uint32_t earliest = *std::ranges::min_element(others);
    double with_member = 0;
    double with_earliest = 0;
    for (const std::uint32_t other : others) {
        if (other == earliest) continue;
        with_member += shared.exact(member, other);
        with_earliest += shared.exact(earliest, other);
    }
    const double hub = with_member + with_earliest > 0 ? (with_member - with_earliest) / std::max(with_member, with_earliest) : 0;
    return larger + hub;
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

std::vector<std::uint32_t> order_family(std::span<const std::uint32_t> members, std::span<const ReusePair* const> pairs,
                                        std::span<const OriginText> articles, std::span<const std::uint32_t> order) {
    const SharedText shared(pairs);
    std::vector<std::pair<double, std::uint32_t>> undated_first;
    std::vector<std::uint32_t> rest;
    for (const std::uint32_t member : members) {
        const bool dated = minutes_of(articles[order[member]].published).has_value();
        const double evidence = dated ? 0 : evidence_of_first(member, pairs, shared, articles, order);
        if (!dated && evidence > first_evidence) undated_first.emplace_back(-evidence, member);
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
