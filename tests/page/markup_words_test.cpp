#include "page/markup_words.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace depesche;

const MarkupWords& words() {
    static const MarkupWords table;
    return table;
}

TEST(MarkupWords, names_are_cut_into_words) {
    EXPECT_TRUE(has(words().cues_of("article__bodyText"), MarkupCue::article));
    EXPECT_TRUE(has(words().cues_of("article__bodyText"), MarkupCue::text));
    EXPECT_TRUE(has(words().cues_of("NEWSLETTER-box"), MarkupCue::newsletter));
    EXPECT_TRUE(has(words().cues_of("col-6 most-read"), MarkupCue::teaser));
}

TEST(MarkupWords, a_word_inside_another_is_none) {
    EXPECT_EQ(words().cues_of("shadow padding"), 0U);  // no "ad"
    EXPECT_FALSE(has(words().cues_of("navigable"), MarkupCue::navigation));
}

TEST(MarkupWords, words_of_two_names_do_not_join) {
    EXPECT_TRUE(has(words().cues_of("info-box"), MarkupCue::box));
    EXPECT_FALSE(has(words().cues_of("most read"), MarkupCue::teaser));
}

TEST(MarkupWords, long_names_cost_no_more_than_their_length) {
    const std::string name(1'000'000, 'a');
    EXPECT_EQ(words().cues_of(name), 0U);
    EXPECT_EQ(words().cues_of(""), 0U);
}

}  // namespace
