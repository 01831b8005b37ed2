// Average linkage: the fast path against the plain loop over all pairs of clusters.
#include <random>

#include <gtest/gtest.h>

#include "stories/linkage.h"

namespace depesche {
namespace {

// Plainly right: all pairs of clusters anew in every step.
std::vector<std::uint32_t> link_slowly(std::uint32_t nodes, const std::vector<Link>& links, double threshold) {
    std::vector<std::vector<double>> matrix(nodes, std::vector<double>(nodes, 0));
    for (const Link& link : links) matrix[link.first][link.second] = matrix[link.second][link.first] = link.probability;
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::uint32_t i = 0; i < nodes; ++i) clusters.push_back({i});
    while (true) {
        double best = -1;
        std::pair<std::size_t, std::size_t> pair;
        for (std::size_t a = 0; a < clusters.size(); ++a) {
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
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

TEST(Linkage, AgreesWithThePlainLoopOnRandomGraphs) {
    std::mt19937 random(20260310);
    for (int round = 0; round < 300; ++round) {
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 14);
        std::vector<Link> links;
        for (std::uint32_t a = 0; a < nodes; ++a) {
            for (std::uint32_t b = a + 1; b < nodes; ++b) {
                if (random() % 3 != 0) links.push_back({a, b, static_cast<float>(random() % 17) / 16.0F});  // sums are exact, ties are many
            }
        }
        const double threshold = static_cast<double>(1 + random() % 12) / 16.0;
        EXPECT_EQ(link_average(nodes, links, threshold), link_slowly(nodes, links, threshold)) << "round " << round;
    }
}

}  // namespace
}  // namespace depesche
