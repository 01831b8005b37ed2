// Boosted trees read from a table.
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "base/tree_model.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, 2> feature_names_of_two = {"left", "right"};

TEST(TreeModel, WalksItsTrees) {
    const TreeModel model("# comment\ntree\nsplit\tleft\t0.5\t1\t2\t0\nleaf\t-1\nsplit\tright\t2\t3\t4\t1\nleaf\t0\nleaf\t3\n",
                          feature_names_of_two);
    EXPECT_EQ(model.trees(), 1U);
    const auto odds = [&](float left, float right) {
        const float p = model.probability(std::array{left, right});
        return std::log(p / (1 - p));
    };
    EXPECT_NEAR(odds(0.5F, 9), -1, 1e-4);
    EXPECT_NEAR(odds(0.6F, 2), 0, 1e-4);
    EXPECT_NEAR(odds(0.6F, 2.5F), 3, 1e-4);
}

TEST(TreeModel, ExplainsByFeature) {
    const TreeModel model("tree\nsplit\tleft\t0.5\t1\t2\t0.25\nleaf\t-1\nleaf\t2\n", feature_names_of_two);
    std::array<float, 2> parts{};
    EXPECT_EQ(model.explain(std::array{1.0F, 0.0F}, parts), 0.25F);
    EXPECT_EQ(parts[0], 1.75F);
    EXPECT_EQ(parts[1], 0.0F);
}

TEST(TreeModel, ABrokenTableGivesNoTrees) {
    for (const std::string_view table : {"tree\nsplit\tnobody\t0.5\t1\t2\t0\nleaf\t1\nleaf\t1\n", "tree\nsplit\tleft\t0.5\t0\t0\t0\n",
                                         "tree\nsplit\tleft\t0.5\t1\t99\t0\nleaf\t1\n", "tree\n"}) {
        const TreeModel model(table, feature_names_of_two);
        EXPECT_EQ(model.trees(), 0U) << table;
        EXPECT_EQ(model.probability(std::array{0.0F, 0.0F}), 0.5F);
    }
}

}  // namespace
}  // namespace depesche
