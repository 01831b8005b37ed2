// Likeness of whole articles: their words, weighed against what all their neighbours share, and the phrases they have in common.
//
// Articles about the same people share names and background at any length, so plain likeness of texts puts a visit and last year's
// visit together. What tells them apart is what only some of the neighbours say: a word that all neighbours of an article have loses
// half its weight (contrast). Where there are too few neighbours to tell, more likeness is asked instead.
// Handles: five articles about two leaders, four on one meeting and one on an earlier one. Does not handle: two articles alone that differ
// only in the day of a like happening and show no date (tests/stories/articles_test.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stories/candidates.h"
#include "stories/profile.h"

namespace depesche {

// Numbers of data/stories/article-model.tsv, by name; a name that is missing counts as 0.
struct ArticleModel {
    explicit ArticleModel(std::string_view table);
    float contrast = 0;   // share of its weight that a word loses when all neighbours have it
    float intercept = 0;  // log odds
    float likeness = 0;   // for 1 of cosine
    float lone = 0;       // for having no neighbours to contrast with
    float phrase = 0;     // for each doubling of the common phrases
    float day_apart = 0;  // for each day between the publications
};

// What a pair of articles is judged by.
struct ArticleFeatures {
    float likeness = 0;    // cosine of the contrasted texts
    float contrasted = 0;  // 0: no neighbours to contrast with, 1: three or more
    float phrases = 0;     // common runs of five words
    float days_apart = 0;  // 0 when unknown
};

[[nodiscard]] float probability(const ArticleModel& model, const ArticleFeatures& features);

// An article's text vector with the words that its neighbours share made light, of length one again.
struct Contrasted {
    Vector text;
    std::uint32_t neighbours = 0;  // that it was weighed against
};
[[nodiscard]] Contrasted contrasted(const Vector& text, std::span<const Vector* const> neighbours, float contrast);

// One side of a pair.
struct ArticleSide {
    const ReadPiece& read;
    const Profile& profile;
    const Contrasted& contrasted;
};
[[nodiscard]] ArticleFeatures article_features(const ArticleSide& left, const ArticleSide& right);

}  // namespace depesche
