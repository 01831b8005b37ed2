// Sidebars: an article without a day of its own goes with the story it shares most with.
#include <gtest/gtest.h>

#include "stories/sidebars.h"

namespace depesche {
namespace {

using Stories = std::vector<std::uint32_t>;

constexpr SidebarThresholds thresholds{0.1, 0.2};

TEST(Sidebars, AnArticleWithoutADayGoesWithItsLikeliestStory) {
    const std::vector<ArticleTie> ties = {{0, 4, 0.2F, 0.4F}, {1, 4, 0.1F, 0.3F}, {2, 4, 0.2F, 0.9F}};
    EXPECT_EQ(join_sidebars(Stories{0, 0, 2, 2, 4}, std::vector<std::uint8_t>{0, 0, 0, 0, 1}, ties, thresholds), (Stories{0, 0, 2, 2, 0}));
}

TEST(Sidebars, AnArticleWithADayOfItsOwnStaysAlone) {
    const std::vector<ArticleTie> ties = {{0, 2, 0.2F, 0.4F}, {1, 2, 0.2F, 0.4F}};
    EXPECT_EQ(join_sidebars(Stories{0, 0, 2}, std::vector<std::uint8_t>{0, 0, 0}, ties, thresholds), (Stories{0, 0, 2}));
}

TEST(Sidebars, OneThatSharesNoNamesStaysAlone) {
    const std::vector<ArticleTie> ties = {{0, 2, 0.25F, 0.1F}, {1, 2, 0.25F, 0.2F}};
    EXPECT_EQ(join_sidebars(Stories{0, 0, 2}, std::vector<std::uint8_t>{0, 0, 1}, ties, thresholds), (Stories{0, 0, 2}));
}

TEST(Sidebars, PairsThatWereNoCandidatesCountAsNothing) {
    const std::vector<ArticleTie> ties = {{0, 3, 0.2F, 0.9F}};
    EXPECT_EQ(join_sidebars(Stories{0, 0, 0, 3}, std::vector<std::uint8_t>{0, 0, 0, 1}, ties, thresholds), (Stories{0, 0, 0, 3}));
}

TEST(Sidebars, AStoryIsNamedAfterASidebarThatCameFirst) {
    const std::vector<ArticleTie> ties = {{0, 1, 0.3F, 0.4F}, {0, 2, 0.3F, 0.4F}, {1, 3, 0.3F, 0.4F}, {2, 3, 0.3F, 0.4F}};
    EXPECT_EQ(join_sidebars(Stories{0, 1, 1, 3}, std::vector<std::uint8_t>{1, 0, 0, 1}, ties, thresholds), (Stories{0, 0, 0, 0}));
}

TEST(Sidebars, OneReportIsNoStoryYet) {
    const std::vector<ArticleTie> ties = {{0, 1, 0.27F, 0.9F}};
    EXPECT_EQ(join_sidebars(Stories{0, 1}, std::vector<std::uint8_t>{0, 1}, ties, thresholds), (Stories{0, 1}));
    EXPECT_TRUE(join_sidebars(Stories{}, std::vector<std::uint8_t>{}, {}, thresholds).empty());
}

}  // namespace
}  // namespace depesche
