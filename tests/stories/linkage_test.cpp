// Average linkage: the fast path against the plain loop over all pairs of clusters.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "stories/linkage.h"

namespace depesche {
namespace {

// Plainly right: all pairs of clusters anew in every step.
std::vector<std::uint32_t> link_slowly(const GivenClusters& given, const std::vector<Link>& links, double threshold) {
    const std::size_t nodes = given.first.size();
    std::vector<std::vector<double>> matrix(nodes, std::vector<double>(nodes, 0));
    for (const Link& link : links) matrix[link.first][link.second] = matrix[link.second][link.first] = link.probability;
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        if (given.first[i] == i) clusters.push_back({i});
        else std::ranges::find_if(clusters, [&](const auto& c) { return c.front() == given.first[i]; })->push_back(i);
    }
    while (true) {
        double best = -1;
        std::pair<std::size_t, std::size_t> pair;
        for (std::size_t a = 0; a < clusters.size(); ++a) {
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                if (clusters[a].front() < given.fixed && clusters[b].front() < given.fixed) continue;
                double sum = 0;
                for (const auto x : clusters[a]) {
                    for (const auto y : clusters[b]) sum += matrix[x][y];
                }
                const double mean = sum / static_cast<double>(clusters[a].size() * clusters[b].size());
                if (mean > best) {
                    best = mean;
                    pair = {a, b};
                }
            }
        }
        if (best < threshold) break;
        auto& kept = clusters[pair.first];
        kept.insert(kept.end(), clusters[pair.second].begin(), clusters[pair.second].end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(pair.second));
    }
    std::vector<std::uint32_t> result(nodes);
    for (const auto& cluster : clusters) {
        for (const auto node : cluster) result[node] = cluster.front();
    }
    return result;
}

TEST(Linkage, NothingGivesNothing) { EXPECT_TRUE(link_average(0, {}, 0.5).empty()); }

TEST(Linkage, NodesWithoutLinksStayAlone) { EXPECT_EQ(link_average(3, {}, 0.5), (std::vector<std::uint32_t>{0, 1, 2})); }

TEST(Linkage, OneStrongPairDoesNotChainTwoHappenings) {
    // 0-1-2 are one happening, 3-4-5 another; 2 and 3 look alike.
    const std::vector<Link> links = {{0, 1, 0.9F}, {0, 2, 0.9F}, {1, 2, 0.9F}, {3, 4, 0.9F}, {3, 5, 0.9F}, {4, 5, 0.9F}, {2, 3, 0.8F}};
    EXPECT_EQ(link_average(6, links, 0.3), (std::vector<std::uint32_t>{0, 0, 0, 3, 3, 3}));
}

std::vector<Link> random_links(std::mt19937& random, std::uint32_t nodes) {
    std::vector<Link> links;
    for (std::uint32_t a = 0; a < nodes; ++a) {
        for (std::uint32_t b = a + 1; b < nodes; ++b) {
            if (random() % 3 != 0) links.push_back({a, b, static_cast<float>(random() % 17) / 16.0F});  // sums are exact, ties are many
        }
    }
    return links;
}

// Each node in a cluster of its own, or in that of some node before it; some of the clusters are fixed.
GivenClusters random_clusters(std::mt19937& random, std::uint32_t nodes, bool alone) {
    GivenClusters given;
    for (std::uint32_t i = 0; i < nodes; ++i) given.first.push_back(alone || i == 0 || random() % 2 == 0 ? i : given.first[random() % i]);
    if (!alone) given.fixed = static_cast<std::uint32_t>(random() % (nodes + 1));
    return given;
}

TEST(Linkage, AgreesWithThePlainLoopOnRandomGraphs) {
    std::mt19937 random(20260310);
    for (int round = 0; round < 300; ++round) {
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 14);
        const std::vector<Link> links = random_links(random, nodes);
        const double threshold = static_cast<double>(1 + random() % 12) / 16.0;
        EXPECT_EQ(link_average(nodes, links, threshold), link_slowly(random_clusters(random, nodes, true), links, threshold))
            << "round " << round;
    }
}

TEST(Linkage, AgreesWithThePlainLoopWhenItGoesOnFromClusters) {
    std::mt19937 random(20260311);
    for (int round = 0; round < 300; ++round) {
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 14);
        const std::vector<Link> links = random_links(random, nodes);
        const GivenClusters given = random_clusters(random, nodes, false);
        const double threshold = static_cast<double>(1 + random() % 12) / 16.0;
        EXPECT_EQ(link_onto(given, links, threshold), link_slowly(given, links, threshold)) << "round " << round;
    }
}

TEST(Linkage, TwoFixedClustersAreNotJoinedByWhatComesLater) {
    // 0 and 1 are stories of earlier days; 2 is like both, more like 1.
    const std::vector<Link> links = {{0, 2, 0.8F}, {1, 2, 0.9F}};
    EXPECT_EQ(link_onto({{0, 1, 2}, 2}, links, 0.3), (std::vector<std::uint32_t>{0, 1, 1}));
}

}  // namespace
}  // namespace depesche
