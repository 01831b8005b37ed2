// Average linkage on a sparse graph: clusters are joined while the mean probability between two of them is high enough.
//
// Why it suits news: the mean over all pairs of two clusters, with pairs that were never candidates counting as 0, stays low
// between two happenings of one affair even when some of their pieces look alike, where a single strong pair would chain them.
// Handles: two happenings bridged by one piece that mentions both. Does not handle: a story so large that most of its pairs were
// no candidates (more than twice most_neighbours pieces without a common core).
// Twin: the plain loop over all pairs of clusters, tests/stories/linkage_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace depesche {

// A pair of nodes that may belong together; first < second, each pair once.
struct Link {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float probability = 0;
    std::uint32_t pair = 0;  // the caller's number for it
    bool articles = false;   // between two whole articles
};

// For each node the least node of its cluster. Always joins the two clusters of the greatest mean, of equal ones those with the
// least node first, while that mean is at least `threshold` (above 0). O(links · log links) but for clusters with very many neighbours.
[[nodiscard]] std::vector<std::uint32_t> link_average(std::uint32_t nodes, std::span<const Link> links, double threshold);

// Clusters to begin with.
struct GivenClusters {
    std::vector<std::uint32_t> first;  // for each node the least node of its cluster
    std::uint32_t fixed = 0;           // clusters whose least node is below this are never joined with each other
};

// The same, going on from given clusters: what is given stays together. Links within a cluster, and between two fixed ones, say nothing.
[[nodiscard]] std::vector<std::uint32_t> link_onto(const GivenClusters& given, std::span<const Link> links, double threshold);

}  // namespace depesche
