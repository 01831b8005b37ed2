// PairModel: from the features of two pieces to the probability that they report one happening. Boosted trees, learnt by
// bench/learn_pairs.py, read from data/stories/pair-model.tsv (data/stories/README.md says how they were obtained).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stories/features.h"

namespace depesche {

class PairModel {
public:
    // The table's rows are "tree", "split <tab> feature <tab> threshold <tab> no <tab> yes" and "leaf <tab> value", a tree's nodes in
    // order from its root; a child is the number of a node of its tree. A feature at most the threshold goes to `yes`.
    // An empty or broken table gives a model without trees, for which every pair has probability one half.
    explicit PairModel(std::string_view table);
    [[nodiscard]] float probability(const Features& features) const;

    // Adds to `parts`, one cell a feature, how much each feature raised or lowered the log odds: along the path through each tree the
    // change of the nodes' mean value is booked on the feature that was asked (Saabas 2014). The rest is the mean itself.
    [[nodiscard]] float explain(const Features& features, std::span<float> parts) const;
    [[nodiscard]] std::size_t trees() const { return roots_.size(); }

private:
    struct Node {
        float threshold = 0;      // of a split; the value of a leaf
        float mean = 0;           // of the leaves below, by how many pairs reached them when it was learnt
        std::uint32_t yes = 0;
        std::uint32_t no = 0;
        std::int32_t feature = -1;  // a leaf has none
    };
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> roots_;
};

}  // namespace depesche
