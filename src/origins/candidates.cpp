#include "origins/candidates.h"

#include <algorithm>
#include <cmath>

namespace depesche {
namespace {

constexpr std::size_t most_postings = 64;  // articles looked at for one fingerprint
constexpr std::size_t most_sampled = 24;   // of these, to see whether they have anything else in common
constexpr int related_bins = 5;            // of 32 sketch bins equal: the two share a sixth of their fingerprints or more
constexpr std::size_t many_groups = 5;     // so many unrelated groups have it: common
constexpr std::size_t spread_groups = 4;   // or so many, when they lie further apart in time than a text is copied
constexpr std::int32_t spread_days = 4;
constexpr std::size_t some_groups = 3;

struct Groups {
    std::vector<std::uint32_t> leaders;  // an article of each group
    std::int32_t first_day = 0x7FFFFFFF;
    std::int32_t last_day = unknown_day;

    [[nodiscard]] bool are_many() const {
        if (leaders.size() >= many_groups) return true;
        return leaders.size() >= spread_groups && last_day != unknown_day && last_day - first_day >= spread_days;
    }
};

void add_to_groups(Groups& groups, std::uint32_t article, std::span<const ArticleFacts> facts) {
    const ArticleFacts& fact = facts[article];
    for (const std::uint32_t leader : groups.leaders) {
        if (equal_bins(fact.sketch, facts[leader].sketch) >= related_bins) return;
    }
    groups.leaders.push_back(article);
    if (fact.day == unknown_day) return;
    groups.first_day = std::min(groups.first_day, fact.day);
    groups.last_day = std::max(groups.last_day, fact.day);
}

Spread spread_of(std::span<const std::uint32_t> postings, std::span<const ArticleFacts> facts) {
    if (postings.size() < some_groups) return Spread::few;
    Groups groups;
    const std::size_t count = std::min(postings.size(), most_sampled);
    for (std::size_t i = 0; i < count && !groups.are_many(); ++i) add_to_groups(groups, postings[i * postings.size() / count], facts);
    if (groups.are_many()) return Spread::many;
    return groups.leaders.size() >= some_groups ? Spread::some : Spread::few;
}

void keep_best(std::vector<Candidate>& candidates) {
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.article < b.article;
    });
    if (candidates.size() > most_candidates) candidates.resize(most_candidates);
}

}  // namespace

Candidates find_candidates(std::uint32_t article, std::span<const Fingerprint> fingerprints, const FingerprintIndex& index,
                           std::span<const ArticleFacts> facts) {
    Candidates found;
    found.spread.resize(fingerprints.size(), Spread::few);
    std::vector<std::uint32_t> postings;
    std::vector<std::pair<std::uint32_t, float>> hits;
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        postings.clear();
        const std::size_t count = index.find(fingerprints[i].hash, most_postings, postings);
        if (count < 2) continue;
        found.spread[i] = spread_of(postings, facts);
        if (found.spread[i] == Spread::many) continue;
        const float weight = 1 / std::sqrt(static_cast<float>(count));
        for (const std::uint32_t other : postings) {
            if (other < article) hits.emplace_back(other, weight);
        }
    }
    std::ranges::stable_sort(hits, {}, &std::pair<std::uint32_t, float>::first);
    for (const auto& [other, weight] : hits) {
        if (found.articles.empty() || found.articles.back().article != other) found.articles.push_back({other, 0});
        found.articles.back().weight += weight;
    }
    keep_best(found.articles);
    return found;
}

}  // namespace depesche
