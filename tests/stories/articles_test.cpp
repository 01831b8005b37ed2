// Whole articles: contrast with the neighbours, and how much speaks for one happening.
#include <cmath>

#include <gtest/gtest.h>

#include "stories/articles.h"

namespace depesche {
namespace {

TEST(Contrast, WhatAllNeighboursShareWeighsLess) {
    const Vector words = {{1, 6.0F}, {2, 8.0F}};
    const Vector one = {{1, 6.0F}};
    const Vector other = {{1, 6.0F}, {3, 5.0F}};
    const std::vector<const Vector*> neighbours = {&one, &other, &one, &one};
    const Vector result = contrasted(words, neighbours, 0.5F);
    EXPECT_FLOAT_EQ(result[0].weight, 3.0F);
    EXPECT_FLOAT_EQ(result[1].weight, 8.0F);
}

TEST(Contrast, ALoneNeighbourTellsNothing) {
    const Vector words = {{1, 6.0F}, {2, 8.0F}};
    const std::vector<const Vector*> neighbours = {&words};
    EXPECT_EQ(contrasted(words, neighbours, 0.5F)[0].weight, 6.0F);
}

// An article by hand: words and names with their weights.
struct Told {
    Told(Vector words, Vector names) : contrast(words) {
        profile.article.words = std::move(words);
        profile.article.names = std::move(names);
    }
    [[nodiscard]] ArticleSide side() const { return {read, profile, contrast}; }
    ReadPiece read;
    Profile profile;
    Vector contrast;
};

TEST(ArticleFeatures, NamesCountByHowMuchTheirArticleIsAboutThem) {
    Told report({{1, 10}, {2, 10}, {3, 10}}, {{1, 3}, {2, 1}});
    Told local({{1, 10}, {4, 10}, {5, 10}, {6, 10}}, {{1, 1}, {4, 1}, {5, 1}, {6, 1}});
    EXPECT_FLOAT_EQ(article_features(report.side(), local.side()).names, 0.75F);
    EXPECT_FLOAT_EQ(article_features(local.side(), report.side()).names, 0.75F);
}

TEST(ArticleFeatures, WordsThatAreNamesAreNoTopic) {
    Told one({{1, 9.5F}, {2, 9.5F}}, {{1, 1}});
    Told other({{1, 9.5F}, {2, 6.5F}}, {});
    EXPECT_FLOAT_EQ(article_features(one.side(), other.side()).topic, 1.0F);
}

TEST(ArticleFeatures, ArticlesWithoutAWordInCommonShareNothing) {
    Told one({{1, 9}}, {{1, 1}});
    Told other({}, {});
    const ArticleFeatures features = article_features(one.side(), other.side());
    EXPECT_EQ(features.names + features.head + features.topic + features.figures + features.phrases, 0);
}

TEST(ArticleModel, NamesFiguresAndPhrasesSpeakForOneHappeningAndDaysAgainst) {
    const ArticleModel model("stories/article-model.tsv");
    const ArticleFeatures plain{0.4F, 0.4F, 8, 0, 0, 0};
    const auto with = [&](float ArticleFeatures::*feature, float value) {
        ArticleFeatures changed = plain;
        changed.*feature = value;
        return probability(model, changed);
    };
    EXPECT_GT(with(&ArticleFeatures::names, 0.8F), probability(model, plain));
    EXPECT_GT(with(&ArticleFeatures::figures, 3), probability(model, plain));
    EXPECT_GT(with(&ArticleFeatures::phrases, 6), probability(model, plain));
    EXPECT_LT(with(&ArticleFeatures::days_apart, 3), probability(model, plain));
}

TEST(ArticleModel, TheReasonsAddUpToTheOdds) {
    const ArticleModel model("stories/article-model.tsv");
    const ArticleFeatures features{0.5F, 0.3F, 4, 2, 1, 1};
    float odds = model.intercept;
    for (const ArticleReason& reason : article_reasons(model, features)) odds += reason.contribution;
    EXPECT_FLOAT_EQ(probability(model, features), 1 / (1 + std::exp(-odds)));
}

}  // namespace
}  // namespace depesche
