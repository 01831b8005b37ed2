// Whole articles: contrast with the neighbours, and how much speaks for one happening.
#include <gtest/gtest.h>

#include "stories/articles.h"

namespace depesche {
namespace {

TEST(Contrast, WhatAllNeighboursShareWeighsLess) {
    const Vector text = {{1, 0.6F}, {2, 0.8F}};
    const Vector one = {{1, 1.0F}};
    const Vector other = {{1, 0.5F}, {3, 0.5F}};
    const Vector third = {{1, 0.5F}};
    const Vector fourth = {{1, 0.5F}};
    const std::vector<const Vector*> neighbours = {&one, &other, &third, &fourth};
    const Vector result = contrasted(text, neighbours, 0.5F).text;
    EXPECT_LT(result[0].weight, text[0].weight);
    EXPECT_GT(result[1].weight, text[1].weight);
    EXPECT_NEAR(result[0].weight * result[0].weight + result[1].weight * result[1].weight, 1, 1e-5);
}

TEST(Contrast, ALoneNeighbourTellsNothing) {
    const Vector text = {{1, 0.6F}, {2, 0.8F}};
    const std::vector<const Vector*> neighbours = {&text};
    EXPECT_EQ(contrasted(text, neighbours, 0.5F).text[0].weight, 0.6F);
}

TEST(ArticleModel, CommonPhrasesAndLikenessSpeakForOneHappeningAndDaysAgainst) {
    const ArticleModel model("stories/article-model.tsv");
    const ArticleFeatures plain{0.17F, 1, 0, 0};
    ArticleFeatures quoting = plain;
    quoting.phrases = 6;
    ArticleFeatures later = plain;
    later.days_apart = 3;
    ArticleFeatures alike = plain;
    alike.likeness = 0.4F;
    EXPECT_GT(probability(model, quoting), probability(model, plain));
    EXPECT_LT(probability(model, later), probability(model, plain));
    EXPECT_GT(probability(model, alike), 0.9F);
}

TEST(ArticleModel, TwoArticlesAloneNeedMoreLikeness) {
    const ArticleModel model("stories/article-model.tsv");
    EXPECT_LT(probability(model, {0.2F, 0, 0, 0}), probability(model, {0.2F, 1, 0, 0}));
}

}  // namespace
}  // namespace depesche
