#include <gtest/gtest.h>

#include "origins/reuse_words.h"

namespace depesche {
namespace {

class ReuseWords : public testing::Test {
protected:
    ReuseText read(std::string_view text, std::vector<Span> passages = {}) { return reader_.read(text, passages, "de"); }
    std::uint32_t kin(std::string_view word) { return read(word).words.at(0).kin; }

    Languages languages_;
    ReuseLexicon lexicon_{languages_};
    ReuseReader reader_{lexicon_};
};

TEST_F(ReuseWords, TakesSpellingsNumbersSynonymsAndDaysForOne) {
    EXPECT_EQ(kin("großer"), kin("grosser"));
    EXPECT_EQ(kin("zwölf"), kin("12"));
    EXPECT_EQ(kin("2.600"), kin("2600"));
    EXPECT_EQ(kin("sagte"), kin("erklärte"));
    EXPECT_EQ(kin("Prozent"), kin("%"));
    EXPECT_EQ(kin("Dienstag"), kin("heute"));
    EXPECT_EQ(kin("Brücken"), kin("Brücke"));
    EXPECT_NE(kin("Brücke"), kin("Brand"));
    EXPECT_NE(kin("11"), kin("12"));
}

TEST_F(ReuseWords, EndsNoSentenceAtOrdinalsAbbreviationsAndInitials) {
    const ReuseText text = read("Am 19. Juni kam Dr. Moll. Ihm folgte K. Wulff (52). „Schluss jetzt!“, rief er. Dann ging er.");
    ASSERT_EQ(text.sentences.size(), 4U);
    EXPECT_EQ(text.text.substr(text.sentences[0].span.begin, text.sentences[0].span.size()), "Am 19. Juni kam Dr. Moll.");
    EXPECT_EQ(text.text.substr(text.sentences[2].span.begin, text.sentences[2].span.size()), "„Schluss jetzt!“, rief er.");
}

TEST_F(ReuseWords, KnowsWhatStandsBetweenQuotationMarksOfEachKind) {
    for (const std::string_view text : {"Er sagte: „Nie wieder“ und ging.", "Er sagte: «Nie wieder» und ging.",
                                        "Er sagte: »Nie wieder« und ging.", "Er sagte: \"Nie wieder\" und ging."}) {
        const ReuseText words = read(text);
        ASSERT_EQ(words.words.size(), 6U);
        for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(words.words[i].quoted, i == 2 || i == 3) << text << i;
    }
}

TEST_F(ReuseWords, ReadsOnlyThePassagesAndLetsNoSentenceCrossThem) {
    const std::string_view text = "Kopf Wort\nErster Satz hier\nFuss";
    const ReuseText words = read(text, {{10, 15}, {16, 26}});
    ASSERT_EQ(words.sentences.size(), 2U);
    EXPECT_EQ(words.words.front().span.begin, 10U);
    EXPECT_EQ(words.words.back().span.end, 26U);
}

TEST_F(ReuseWords, SpansAreExactBytesAndSentencesPartTheWords) {
    const std::string_view text = "„Öl“ für 3,5 Mio. Euro… Und\tweiter?!  Ja";
    const ReuseText words = read(text);
    std::uint32_t next = 0;
    for (const ReuseSentence& s : words.sentences) {
        EXPECT_EQ(s.first_word, next);
        next = s.last_word;
        EXPECT_LE(s.span.begin, words.words[s.first_word].span.begin);
        EXPECT_GE(s.span.end, words.words[s.last_word - 1].span.end);
    }
    EXPECT_EQ(next, words.words.size());
    EXPECT_EQ(text.substr(words.words[0].span.begin, words.words[0].span.size()), "Öl");
    EXPECT_EQ(text.substr(words.words[2].span.begin, words.words[2].span.size()), "3,5");
}

}  // namespace
}  // namespace depesche
