#include "store/search_words.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

// "folded" or "folded/plain", parted by blanks.
std::string words_of(std::string_view text) {
    std::string all;
    for_each_search_word(text, [&](const SearchWord& word) {
        if (!all.empty()) all += ' ';
        all += word.folded;
        if (!word.plain.empty()) all += '/' + word.plain;
    });
    return all;
}

TEST(SearchWords, AreFoldedAsPeopleTypeThem) {
    EXPECT_EQ(words_of("Müller, Straße"), "mueller/muller strasse");
    EXPECT_EQ(words_of("MÜLLER STRASSE Ärger Öl"), "mueller/muller strasse aerger/arger oel/ol");
    EXPECT_EQ(words_of("Café Łódź"), "cafe lodz");
}

TEST(SearchWords, DotsAsALetterOfTheirOwnAreTheSame) { EXPECT_EQ(words_of("Mu\u0308ller Cafe\u0301"), "mueller/muller cafe"); }

TEST(SearchWords, EndAtAnythingButLettersAndDigits) {
    EXPECT_EQ(words_of("Kim Jong-un: 2.600 m (APA/dpa)"), "kim jong un 2 600 m apa dpa");
}

TEST(SearchWords, KeepTheirPlace) {
    std::vector<Span> spans;
    for_each_search_word("Für Öl!", [&](const SearchWord& word) { spans.push_back(word.span); });
    EXPECT_EQ(spans, (std::vector<Span>{{0, 4}, {5, 8}}));
}

TEST(SearchWords, TakeAnyBytes) {
    EXPECT_EQ(words_of("a\xFF\xC3 b"), "a b");
    EXPECT_EQ(words_of(std::string(100'000, '\x80')), "");
    EXPECT_EQ(words_of(std::string(100'000, 'x')).size(), 100'000U);
}

}  // namespace
}  // namespace depesche
