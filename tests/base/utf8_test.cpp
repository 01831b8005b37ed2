#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace depesche {
namespace {

std::vector<char32_t> forwards(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_utf8(text, c);
        std::size_t at = 0;
        ASSERT_EQ(take_utf8(text, at), c);
        ASSERT_EQ(at, text.size());
        at = text.size();
        ASSERT_EQ(previous_code_point(text, at), c);
        ASSERT_EQ(at, 0U);
    }
}

TEST(Utf8, WhatIsNoCodePointBecomesTheReplacementCharacter) {
    for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
        std::string text;
        append_utf8(text, c);
        EXPECT_EQ(text, "\uFFFD");
    }
}

// Table 3-8 of the Unicode Standard: how many replacement characters a broken sequence is.
TEST(Utf8, BrokenSequencesEndWhereTheStandardSays) {
    const std::string text = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64";
    std::string out;
    for (std::size_t at = 0; at < text.size();) append_utf8(out, take_utf8(text, at).value_or(0xFFFD));
    EXPECT_EQ(out, "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    for (const std::string_view broken : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80", "\xFF"}) {
        std::size_t at = 0;
        EXPECT_FALSE(take_utf8(broken, at)) << broken;
        EXPECT_EQ(at, 1U) << broken;
    }
}

TEST(Utf8, BackwardsGivesTheSameLettersInValidText) {
    std::mt19937 chance(7);
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int i = 0; i < 20; ++i) append_utf8(text, std::vector<char32_t>{'a', U'ä', U'…', U'Ж', U'😀'}[chance() % 5]);
        std::vector<char32_t> backwards;
        for (std::size_t at = text.size(); at > 0;) backwards.insert(backwards.begin(), previous_code_point(text, at));
        EXPECT_EQ(backwards, forwards(text));
    }
}

TEST(Utf8, RandomBytesNeverRunOver) {
    std::mt19937 chance(11);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (unsigned i = 0; i < 1 + chance() % 8; ++i) text += static_cast<char>(chance() % 256);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t before = at;
            (void)next_code_point(text, at);
            ASSERT_GT(at, before);
            ASSERT_LE(at, text.size());
        }
        for (std::size_t at = text.size(); at > 0;) {
            const std::size_t before = at;
            (void)previous_code_point(text, at);
            ASSERT_LT(at, before);
        }
    }
}

TEST(Utf8, FoldingMakesSpellingsOfOneWordAlike) {
    EXPECT_EQ(fold("Großer"), fold("grosser"));
    EXPECT_EQ(fold("Müller"), fold("MUELLER"));
    EXPECT_EQ(fold("Kim Jong-un"), fold("Kim Jongun"));
    EXPECT_EQ(fold("Café"), fold("cafe"));
    EXPECT_NE(fold("Masse"), fold("Messe"));
}

TEST(Utf8, TrimTakesEveryKindOfBlankOffBothEnds) {
    EXPECT_EQ(trim(" \t\n a b \r\n"), "a b");
    EXPECT_EQ(trim("\u00A0\u2003a\u3000"), "a");
    EXPECT_EQ(trim(" \n "), "");
    EXPECT_EQ(trim(""), "");
}

TEST(Utf8, LowerCaseIsNotOnlyForAscii) { EXPECT_EQ(to_lower("ÄRZTE in ÖSTERREICH"), "ärzte in österreich"); }

}  // namespace
}  // namespace depesche
