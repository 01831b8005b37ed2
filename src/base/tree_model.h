// TreeModel: from named numbers to a probability. Boosted trees, learnt by the scripts in bench/ and read from tables in data/
// (the README.md beside a table says how it was obtained).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace depesche {

class TreeModel {
public:
    // The table's rows are "tree", "split", feature, threshold, two nodes and a mean and "leaf" and value, tab-separated, a tree's nodes in
    // order from its root; a child is the number of a node of its tree. A feature at most the threshold goes to the first.
    // An empty or broken table gives a model without trees, whose probability is always one half.
    // `features` are the names that the table's splits use; an input has one number for each, in that order.
    TreeModel(std::string_view table, std::span<const std::string_view> features);
    [[nodiscard]] float probability(std::span<const float> input) const;

    // Adds to `parts`, one cell a feature, how much each feature raised or lowered the log odds: along the path through each tree the
    // change of the nodes' mean value is booked on the feature that was asked (Saabas 2014). The rest is the mean itself.
    [[nodiscard]] float explain(std::span<const float> input, std::span<float> parts) const;
    [[nodiscard]] std::size_t trees() const { return roots_.size(); }

private:
    struct Node {
        float threshold = 0;                  // of a split; the value of a leaf
        std::uint32_t feature = 0;            // a leaf has none: it leads to itself
        std::array<std::uint32_t, 2> next{};  // when at most the threshold, when above it
    };
    [[nodiscard]] bool is_leaf(std::uint32_t node) const { return nodes_[node].next[0] == node; }
    [[nodiscard]] std::uint32_t depth_below(std::uint32_t node) const;
    std::vector<Node> nodes_;
    std::vector<float> means_;           // of the leaves below a node, by how many examples reached them when it was learnt
    std::vector<std::uint32_t> roots_;   // trees of like depth side by side
    std::vector<std::uint32_t> depths_;  // splits down to the deepest leaf
};

}  // namespace depesche
