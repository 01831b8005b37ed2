// Words, likeness and claims: what all parts of a brief stand on.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "brief/claims.h"
#include "brief/made_reports.h"
#include "brief/origin_of.h"
#include "brief/vocabulary.h"

namespace depesche {
namespace {

using test::body;
using test::MadeReport;
using test::MadeStory;

TEST(Vocabulary, spellings_and_number_words_are_one_form) {
    Vocabulary words;
    const Language& german = test::languages().fallback();
    EXPECT_EQ(words.add("Großer", german), words.add("grosser", german));
    EXPECT_EQ(words.add("neun", german), words.add("9", german));
    EXPECT_EQ(words.add("11.000", german), words.add("11000", german));
    EXPECT_NE(words.add("hatten", german), words.add("hätten", german));
    EXPECT_EQ(words.form(words.add("Fährten", german)).stem, words.form(words.add("Fährte", german)).stem);
}

TEST(Vocabulary, compound_parts_are_words_of_the_story) {
    Vocabulary words;
    const Language& german = test::languages().fallback();
    const std::uint32_t whole = words.form(words.add("Kranunglück", german)).stem;
    const std::uint32_t part = words.form(words.add("Unglück", german)).stem;
    words.find_parts();
    EXPECT_EQ(words.parts(whole), std::vector<std::uint32_t>{part});
    EXPECT_TRUE(words.parts(part).empty());
}

TEST(Vocabulary, endings_and_nothing_else) {
    EXPECT_TRUE(differ_by_ending("grosser", "grosses"));
    EXPECT_TRUE(differ_by_ending("partner", "partnern"));
    EXPECT_FALSE(differ_by_ending("hatten", "haetten"));
    EXPECT_FALSE(differ_by_ending("kein", "ein"));
    EXPECT_FALSE(differ_by_ending("haus", "maus"));
}

// The slow twin: all pairs that share a rare word.
TEST(Likeness, finds_what_comparing_all_pairs_finds) {
    std::mt19937 random(3);
    const std::vector<std::string> nouns = {"Anker", "Bojen", "Kutter", "Deiche", "Netze", "Pegel",
                                            "Ruder", "Segel", "Taue",   "Winden", "Luken", "Masten"};
    std::vector<MadeReport> reports;
    for (int r = 0; r < 3; ++r) {
        std::string words;
        for (int s = 0; s < 6; ++s) {
            for (int w = 0; w < 5; ++w) words += nouns[random() % nouns.size()] + " ";
            words += "lagern dort. ";
        }
        reports.push_back(body(words));
    }
    const MadeStory story(std::move(reports));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> slow;
    for (std::uint32_t a = 0; a < story.text().wordings().size(); ++a) {
        for (std::uint32_t b = a + 1; b < story.text().wordings().size(); ++b) {
            if (compare(story.text(), a, b).of_smaller >= 0.25F) slow.emplace_back(a, b);
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> fast;
    for (const Likeness& l : story.likenesses()) fast.emplace_back(l.left, l.right);
    EXPECT_EQ(fast, slow);
}

TEST(Likeness, a_thousand_copies_are_one_wording) {
    std::vector<MadeReport> reports;
    for (int r = 0; r < 1000; ++r)
        reports.push_back(body("Ein Kran ist in das Hafenbecken von Elm gestürzt. Die Oper spielt am Sonntag zwei Stücke."));
    const MadeStory story(std::move(reports));
    EXPECT_EQ(story.text().wordings().size(), 2U);
    EXPECT_EQ(story.text().wordings()[0].lines.size(), 1000U);
    EXPECT_TRUE(story.likenesses().empty());
}

Claim claim(const StoryText& text, std::uint32_t report, std::string_view words) {
    const std::size_t at = text.reports()[report].text.text.find(words);
    return {
        report, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, std::string(words), std::string(words)};
}

TEST(Claims, a_false_agreement_does_not_tie_two_differences_together) {
    std::vector<MadeReport> reports;
    for (const char* words : {"7 und 20", "9 und 40", "7 und 40"}) reports.push_back(body(words));
    const MadeStory story(std::move(reports));
    const StoryText& text = story.text();
    ClaimBook book("figure");
    book.add_difference(claim(text, 0, "7"), claim(text, 1, "9"), Trust::sure, "Boote");
    book.add_difference(claim(text, 0, "20"), claim(text, 1, "40"), Trust::unsure, "Kisten");
    book.add_agreement(claim(text, 0, "7"), claim(text, 2, "7"));
    book.add_agreement(claim(text, 0, "7"), claim(text, 1, "40"));
    std::vector<Difference> sure;
    std::vector<Difference> unsure;
    book.write(text, sure, unsure);
    ASSERT_EQ(sure.size(), 1U);
    ASSERT_EQ(unsure.size(), 1U);
    ASSERT_EQ(sure[0].values.size(), 2U);
    EXPECT_EQ(sure[0].values[0].mentions.size(), 2U);
    EXPECT_EQ(sure[0].about, "Boote");
    EXPECT_EQ(unsure[0].values.size(), 2U);
}

TEST(OriginOf, a_copied_stretch_has_the_origin_it_was_copied_from) {
    Lineage lineage;
    lineage.origins.push_back({"nwa", OriginKind::agency, {0, 1}, {}});
    lineage.origins.push_back({"Elmer Bote", OriginKind::outlet, {1}, {}});
    lineage.copies.push_back({1, 0U, {10, 50}, {0, 40}});
    const OriginFinder origins(lineage, 3);
    EXPECT_EQ(origins.origin_of(0, {0, 40}), 0U);
    EXPECT_EQ(origins.origin_of(1, {12, 48}), 0U);
    EXPECT_EQ(origins.origin_of(1, {60, 90}), 1U);
    EXPECT_EQ(origins.origin_of(2, {0, 9}), 4U) << "unknown, of its own";
    EXPECT_EQ(origins.name_of(4), "");
    EXPECT_TRUE(origins.is_copied(1, {12, 48}));
    EXPECT_FALSE(origins.is_copied(1, {45, 90}));
}

TEST(OriginOf, copies_in_a_circle_end) {
    Lineage lineage;
    lineage.copies.push_back({0, 1U, {0, 40}, {0, 40}});
    lineage.copies.push_back({1, 0U, {0, 40}, {0, 40}});
    EXPECT_LT(OriginFinder(lineage, 2).origin_of(0, {0, 40}), 2U);
}

}  // namespace
}  // namespace depesche
