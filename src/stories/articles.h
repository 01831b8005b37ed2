// Whole articles: how much speaks for two of them reporting one happening.
//
// One happening is told in many genres: a local view or an interview shares few words with the agency's report, but it names the same
// place and the same people, and what the report's headline says stands somewhere in it. Another accident of the same kind shares most
// common words and none of these. So names count, each by how much its article is about it, and the words of the head, from
// the side that covers more; figures, common phrases and other rare words add to that. Articles about the same people share names and
// background at any length: a word loses weight by the share of an article's neighbours that have it (contrast). What an article tells as
// background counts for nothing, and news of different days are likely two happenings (stories/telling.h).
// Handles: five articles about two leaders, four on one meeting and one on an earlier one; a bakery behind a closed bridge. Does not
// handle: another happening of the same people at the same place on the same day; two articles alone that differ only in the day of
// a like happening and show no date (tests/stories/articles_test.cpp, tests/stories/article_sets_test.cpp).
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
    float names = 0;      // for all names of one article in the other
    float head = 0;       // for all words of one head in the other
    float topic = 0;      // for each doubling of the other common words
    float figure = 0;     // for each doubling of the common figures
    float phrase = 0;     // for each doubling of the common phrases
    float day_apart = 0;  // for each day between the publications
    float other_day = 0;  // when the news of both are of different days
};

// What a pair of articles is judged by.
struct ArticleFeatures {
    float names = 0;       // share of one article's names, by weight, that stand in the other; of the two the greater
    float head = 0;        // the same for the words of headline and lead
    float topic = 0;       // other common words, each by how rare it is
    float figures = 0;     // common figures
    float phrases = 0;     // common runs of five words
    float days_apart = 0;  // 0 when unknown
    float other_day = 0;   // 1 when both name the day of their news, and it is not the same
};

// A feature as the model counts it, and by how much that raises the log odds.
struct ArticleReason {
    std::string_view feature;
    float value = 0;
    float contribution = 0;
};
[[nodiscard]] std::vector<ArticleReason> article_reasons(const ArticleModel& model, const ArticleFeatures& features);
[[nodiscard]] float probability(const ArticleModel& model, const ArticleFeatures& features);

// An article's words with those that its neighbours share made light; not normalised.
[[nodiscard]] Vector contrasted(const Vector& words, std::span<const Vector* const> neighbours, float contrast);

// One side of a pair.
struct ArticleSide {
    const ReadPiece& read;
    const Profile& profile;
    const Vector& words;  // contrasted
};
[[nodiscard]] ArticleFeatures article_features(const ArticleSide& left, const ArticleSide& right);

}  // namespace depesche
