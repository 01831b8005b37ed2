// Meaning: what it promises where it is built, and that it says so where it is not.
#include "meaning/meaning.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

#define NEEDS_MEANING() \
    if (!has_meaning()) GTEST_SKIP() << "built without the part Meaning"

const Meaning& meaning() {
    static const std::unique_ptr<Meaning> loaded = [] {
        auto result = load_meaning();
        return result ? *std::move(result) : nullptr;
    }();
    return *loaded;
}

TEST(Meaning, SaysWhenItIsMissing) {
    if (has_meaning()) GTEST_SKIP() << "built with the part Meaning";
    const auto loaded = load_meaning();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().problem, Problem::not_found);
    EXPECT_NE(loaded.error().reason.find("DEPESCHE_MEANING"), std::string::npos);
}

TEST(Meaning, LikeTextsOfOtherLanguagesLieCloserThanOtherTexts) {
    NEEDS_MEANING();
    const std::vector<std::string> texts = {
        "Bergsteigerin nach drei Tagen aus Gletscherspalte gerettet", "Climber rescued from crevasse after three days",
        "Une alpiniste sauvée d'une crevasse au bout de trois jours", "Zentralbank lässt Leitzins unverändert"};
    const std::vector<MeaningVector> v = meaning().of(texts, 1);
    EXPECT_GT(cosine(v[0], v[1]), cosine(v[0], v[3]) + 0.2F);
    EXPECT_GT(cosine(v[0], v[2]), cosine(v[0], v[3]) + 0.2F);
    EXPECT_GT(cosine(v[1], v[2]), cosine(v[1], v[3]) + 0.2F);
}

TEST(Meaning, AVectorDependsOnItsTextAlone) {
    NEEDS_MEANING();
    std::vector<std::string> texts;
    for (int i = 0; i < 150; ++i)
        texts.push_back("Zug Nummer " + std::to_string(i) + (i % 3 == 0 ? " steht seit dem frühen Morgen still" : " fährt"));
    const std::vector<MeaningVector> together = meaning().of(texts, 3);
    for (std::size_t i = 0; i < texts.size(); i += 37) EXPECT_EQ(meaning().of(std::span(texts).subspan(i, 1), 1).front(), together[i]);
    EXPECT_EQ(meaning().of(texts, 1), together);
}

TEST(Meaning, WhatSaysNothingHasNone) {
    NEEDS_MEANING();
    const std::vector<std::string> texts = {"", "   ", "…!?", "\xF0\x9F\x98\x80", "a"};
    const std::vector<MeaningVector> v = meaning().of(texts, 1);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_FALSE(v[i].known()) << i;
    EXPECT_TRUE(v[4].known());
    EXPECT_TRUE(meaning().of({}, 1).empty());
}

TEST(Meaning, HostileTextsAreReadAsFarAsTheLimit) {
    NEEDS_MEANING();
    std::string umlauts;
    while (umlauts.size() < 1000000) umlauts += "ä";
    const std::vector<std::string> texts = {std::string(1000000, 'x'), umlauts, umlauts.substr(0, longest_meant_text),
                                            std::string("a\0b", 3), "\xFF\xFE broken \xC3"};
    const std::vector<MeaningVector> v = meaning().of(texts, 1);
    for (const MeaningVector& vector : v) EXPECT_TRUE(vector.known());
    EXPECT_EQ(v[1], v[2]);
}

}  // namespace
}  // namespace depesche
