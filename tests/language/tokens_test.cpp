#include "language/tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "base/processor_time.h"

namespace depesche {
namespace {

std::vector<std::string> sentences(const std::string& text, const char* code = "de") {
    static const Languages languages;
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = tokenize(text, std::span(&all, 1), *languages.find(code));
    std::vector<std::string> out;
    for (const Sentence& s : tokens.sentences) out.push_back(text.substr(s.span.begin, s.span.size()));
    return out;
}

std::vector<std::string> words(const std::string& text) {
    static const Languages languages;
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = tokenize(text, std::span(&all, 1), *languages.find("de"));
    std::vector<std::string> out;
    for (const Word& w : tokens.words) out.push_back(text.substr(w.span.begin, w.span.size()));
    return out;
}

using Texts = std::vector<std::string>;

TEST(Sentences, DoNotEndAfterAbbreviationsInitialsAndOrdinals) {
    EXPECT_EQ(sentences("Dr. Vogt kam am 19. Juni. Sie blieb.").size(), 2U);
    EXPECT_EQ(sentences("Das sagte Karl K. Brenner in Lindenau.").size(), 1U);
    EXPECT_EQ(sentences("Es kostet ca. 4 Mio. Euro. Zu viel?").size(), 2U);
    EXPECT_EQ(sentences("Sie steigt in die 2. Bundesliga auf.").size(), 1U);
}

TEST(Sentences, EndAfterAYear) { EXPECT_EQ(sentences("Das war im Jahr 2019. Danach kam nichts.").size(), 2U); }

TEST(Sentences, KeepTheClosingQuotationMark) { EXPECT_EQ(sentences("„Wir gehen.“ Er blieb."), (Texts{"„Wir gehen.“", "Er blieb."})); }

TEST(Words, KeepHyphensAndApostrophesInside) {
    EXPECT_EQ(words("Kreml-Chef Kim Jong-un, die 19-Jährige"), (Texts{"Kreml-Chef", "Kim", "Jong-un", ",", "die", "19-Jährige"}));
}

TEST(Words, NumbersStayWhole) { EXPECT_EQ(words("11.000 Menschen, 18.55 Uhr, 1,2 Prozent")[0], "11.000"); }

TEST(Tokens, NeverCrossPassages) {
    static const Languages languages;
    const std::string text = "Erste Zeile\nzweite Zeile";
    const std::vector<Span> passages = {{0, 11}, {12, 24}};
    const Tokens tokens = tokenize(text, passages, *languages.find("de"));
    ASSERT_EQ(tokens.sentences.size(), 2U);
    EXPECT_EQ(tokens.sentences[1].passage, 1U);
    EXPECT_EQ(tokens.word_at(12), 2U);
    EXPECT_EQ(tokens.word_at(100), tokens.words.size());
}

TEST(Tokens, OfASentenceOfAMegabyteComeInLinearTime) {
    auto seconds = [](std::size_t size) {
        std::string text;
        while (text.size() < size) text += "wort 12, ";
        return processor_seconds([&] { EXPECT_FALSE(words(text).empty()); });
    };
    const double half = seconds(500'000);
    EXPECT_LT(seconds(1'000'000), 6 * half + 0.2);
}

}  // namespace
}  // namespace depesche
