// Why two pieces are together or apart.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "stories/explain.h"
#include "stories/judge.h"

namespace depesche {
namespace {

Piece headline(std::string id, std::string seen, std::string title) {
    Piece piece;
    piece.id = std::move(id);
    piece.outlet = "Talbote";
    piece.first_seen = parse_iso(seen);
    piece.title = std::move(title);
    piece.language = "de";
    return piece;
}

const std::vector<Piece>& pieces() {
    static const std::vector<Piece> made = {
        headline("c", "2026-03-10T09:00:00+00:00", "43 Fahrgäste aus Seilbahn in Oberkelling gerettet"),
        headline("a", "2026-03-10T08:00:00+00:00", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet"),
        headline("x", "2026-03-10T08:20:00+00:00", "Torhüter Velten wechselt nach Brünnlingen"),
        headline("y", "2026-03-10T08:40:00+00:00", "Seilbahn in Hintermoos wird im Sommer neu gebaut"),
    };
    return made;
}

const Explanation& explained(std::uint32_t a, std::uint32_t b) {
    static const Languages languages;
    static std::optional<Explanation> result;
    result = explain(pieces(), a, b, languages, 1);
    EXPECT_TRUE(result.has_value());
    return *result;
}

float sum_of(const Explanation& e) {
    float odds = e.start;
    for (const Reason& reason : e.reasons) odds += reason.contribution;
    return odds;
}

TEST(Explain, TwoPiecesOfOneStorySayWhatTheyShare) {
    const Explanation& e = explained(0, 1);
    EXPECT_TRUE(e.one_story);
    EXPECT_TRUE(e.candidates);
    EXPECT_GE(e.in_company, e.threshold);
    EXPECT_TRUE(std::ranges::any_of(e.common, [](const CommonWord& w) { return w.word == "Oberkelling"; }));
    EXPECT_TRUE(std::ranges::is_sorted(e.common, std::ranges::greater{}, &CommonWord::rarity));
    EXPECT_FALSE(e.reasons.empty());
}

TEST(Explain, TheReasonsAddUpToTheProbability) {
    const Explanation& e = explained(0, 1);
    EXPECT_NEAR(1 / (1 + std::exp(-sum_of(e))), e.in_company, 1e-3);
}

TEST(Explain, PiecesWithoutCommonWordsAreNoCandidates) {
    const Explanation& e = explained(1, 2);
    EXPECT_FALSE(e.one_story);
    EXPECT_FALSE(e.candidates);
    EXPECT_TRUE(e.reasons.empty());
    EXPECT_TRUE(e.common.empty());
}

TEST(Explain, OrderOfTheTwoDoesNotMatter) {
    const Explanation one = explained(0, 1);
    const Explanation& other = explained(1, 0);
    EXPECT_EQ(one.in_company, other.in_company);
    EXPECT_EQ(one.reasons.size(), other.reasons.size());
}

TEST(Explain, APieceThatReportsNothingIsSaidToBeKeptApart) {
    const Languages languages;
    const std::vector<Piece> quizzes = {headline("a", "2026-03-10T08:00:00+00:00", "Quiz zum Frühling in Oberkelling: Was wissen Sie?"),
                                        headline("b", "2026-03-10T09:00:00+00:00", "Quiz zum Frühling in Oberkelling: Raten Sie mit")};
    const auto found = explain(quizzes, 0, 1, languages, 1);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->regular_apart);
    EXPECT_FALSE(found->one_story);
    EXPECT_FALSE(explained(0, 1).regular_apart);
}

TEST(Explain, EveryNumberOfAPairHasWordsForAReader) {
    std::vector<std::string_view> known;
    for (const Row& row : data_rows("stories/feature-labels.tsv")) known.push_back(row[0]);
    for (const std::string_view name : joint_feature_names()) EXPECT_NE(std::ranges::find(known, name), known.end()) << name;
    for (const char* name : {"article_names", "article_head", "article_topic", "article_figures", "phrases", "days_apart"})
        EXPECT_NE(std::ranges::find(known, name), known.end()) << name;
}

TEST(Explain, IndicesOutOfRangeGiveNothing) {
    const Languages languages;
    EXPECT_FALSE(explain(pieces(), 0, 9, languages, 1));
    EXPECT_FALSE(explain(pieces(), 1, 1, languages, 1));
}

}  // namespace
}  // namespace depesche
