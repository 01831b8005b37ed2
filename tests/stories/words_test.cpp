// Words as grouping counts them, and how common they are in the news.
#include <algorithm>

#include <gtest/gtest.h>

#include "stories/words.h"

namespace depesche {
namespace {

std::vector<std::string> texts(std::string_view text) {
    std::vector<std::string> found;
    for (const PlainWord& word : plain_words(text, 100)) found.emplace_back(word.text);
    return found;
}

using Strings = std::vector<std::string>;

TEST(PlainWords, HyphensAndGluedSectionsSeparate) {
    EXPECT_EQ(texts("Talheim-Chef"), (Strings{"Talheim", "Chef"}));
    EXPECT_EQ(texts("MeinungNeues Jahr"), (Strings{"Meinung", "Neues", "Jahr"}));
}

TEST(PlainWords, NumbersKeepTheirMarksInside) {
    EXPECT_EQ(texts("11.000 Gäste, 18,5 Grad."), (Strings{"11.000", "Gäste", "18,5", "Grad"}));
}

TEST(PlainWords, KnowWhatStandsInQuotationMarks) {
    const auto words = plain_words("„Nie wieder“: Wirtin klagt", 100);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_TRUE(words[0].quoted && words[1].quoted);
    EXPECT_FALSE(words[2].quoted || words[3].quoted);
}

TEST(PlainWords, StopAtTheLimit) { EXPECT_EQ(plain_words("eins zwei drei", 2).size(), 2U); }

TEST(WordTable, CompoundsAreTakenApartIntoKnownWords) {
    const Languages languages;
    WordTable words(languages);
    const Language& german = *languages.find("de");
    const WordFacts compound = words[words.index_of("Bankräuber", german)];
    const WordFacts whole = words[words.index_of("Polizeieinsatz", german)];
    EXPECT_NE(whole.parts[0], 0U);
    EXPECT_EQ(whole.parts[0], words[words.index_of("Polizei", german)].term);
    EXPECT_EQ(whole.parts[1], words[words.index_of("Einsatz", german)].term);
    EXPECT_EQ(compound.folded, "bankraeuber");
}

TEST(WordTable, InflectionFallsTogether) {
    const Languages languages;
    WordTable words(languages);
    const Language& german = *languages.find("de");
    const auto inflected = words.index_of("Bränden", german);  // each look-up may move the table's words
    const auto plain = words.index_of("Brände", german);
    EXPECT_EQ(words[inflected].term, words[plain].term);
}

TEST(Background, KnowsCommonWordsAndNoInventedOnes) {
    const Background background;
    EXPECT_GT(background.pieces(), 10000U);
    EXPECT_GT(background.count("polizei"), 50U);
    EXPECT_EQ(background.count("qwxzobel"), 0U);
    EXPECT_EQ(background.count(""), 0U);
}

}  // namespace
}  // namespace depesche
