// Hostile text: unpaired marks through an article, one endless sentence, deep repetition. No crash, linear time, sound spans.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/processor_time.h"
#include "marks/quotes.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages all;
    return all;
}

std::vector<Quote> find(const MarkText& text) {
    static const QuoteFinder finder(languages());
    return finder.find(text, *languages().find("de"), {});
}

MarkText one_passage(const std::string& text) {
    return make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, {}, *languages().find("de"));
}

std::string repeated(const std::string& unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

double seconds_for(const std::string& text) {
    const MarkText marked = one_passage(text);
    return processor_seconds([&] { find(marked); });
}

class Repetition : public testing::TestWithParam<std::string> {};

// Four times the text may take at most nine times as long (sixteen times would be quadratic).
TEST_P(Repetition, TakesLinearTime) {
    constexpr std::size_t bytes = 60'000;
    const double small = seconds_for(repeated(GetParam(), bytes));
    const double large = seconds_for(repeated(GetParam(), 4 * bytes));
    EXPECT_LT(large, 9 * small + 0.05) << small << " s, " << large << " s";
}

INSTANTIATE_TEST_SUITE_P(Quotes, Repetition,
                         testing::Values("„Nein „ja ", "\"Nein \" ja\" ", "das ist so“, sagte er, ", "Der Minister sagte, er sei müde, ",
                                         "laut der Polizei ", "„a“, „b“ und ", "(", "der ", "sagte ", "Er sei da. ", "teilte die Polizei ",
                                         "Anna und ", "wie ", "«»"));

TEST(QuotesHostile, AMegabyteSentenceIsDone) {
    const std::string text = repeated("Der Minister sagte, dass die Lage ernst sei, und laut der Polizei sei „alles ruhig“, ", 1'000'000);
    EXPECT_FALSE(find(one_passage(text)).empty());
}

TEST(QuotesHostile, SpansLieInTheTextAndAreSortedByFirstPart) {
    std::mt19937 random(3);
    const std::vector<std::string> pieces{"„",        "“",       "\"",   "«",  "»",    "sagte ", "er ",          "sei ",     "laut ",
                                          "zufolge ", ", ",      ": ",   ". ", "wie ", "so ",    "die Polizei ", "Angaben ", "nach ",
                                          "dass ",    "teilte ", "mit ", "(",  ")",    "\n",     "58-Jährige ",  "zu ",      "haben "};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
        std::uint32_t before = 0;
        for (const Quote& q : find(one_passage(text))) {
            ASSERT_FALSE(q.parts.empty()) << text;
            EXPECT_LE(before, q.parts.front().begin) << text;
            before = q.parts.front().begin;
            for (const auto* spans : {&q.parts, &q.speaker, &q.cue, &q.via, &q.addressee}) {
                for (const Span span : *spans) {
                    EXPECT_LT(span.begin, span.end) << text;
                    EXPECT_LE(span.end, text.size()) << text;
                }
            }
            EXPECT_GE(q.confidence, 0);
            EXPECT_LE(q.confidence, 1);
        }
    }
}

TEST(QuotesHostile, NothingSaidGivesNothing) {
    EXPECT_TRUE(find(one_passage("Der Zug hielt. Niemand stieg aus. Es regnete.")).empty());
    EXPECT_TRUE(find(make_mark_text("", {}, {}, *languages().find("de"))).empty());
}

TEST(QuotesHostile, AQuoteBrokenOverParagraphsIsOneWithAPartOfEach) {
    const std::string text =
        "„Wir sind im Mai losgefahren, sagte niemand außer mir.\n„Im August war das Eis dick“, sagte Kapitänin Runa Feddersen.";
    const std::size_t end = text.find('\n');
    const MarkText marked =
        make_mark_text(text,
                       {{{0, static_cast<std::uint32_t>(end)}, PassageKind::body},
                        {{static_cast<std::uint32_t>(end + 1), static_cast<std::uint32_t>(text.size())}, PassageKind::body}},
                       {}, *languages().find("de"));
    const std::vector<Quote> quotes = find(marked);
    ASSERT_EQ(quotes.size(), 1U);
    EXPECT_EQ(quotes[0].type, QuoteType::direct);
    ASSERT_EQ(quotes[0].parts.size(), 2U);
    EXPECT_EQ(text.substr(quotes[0].parts[1].begin, quotes[0].parts[1].size()), "Im August war das Eis dick");
    ASSERT_EQ(quotes[0].speaker.size(), 1U);
    EXPECT_EQ(text.substr(quotes[0].speaker[0].begin, quotes[0].speaker[0].size()), "Kapitänin Runa Feddersen");
}

// Each line is a paragraph.
std::vector<Quote> find_in_paragraphs(const std::string& text) {
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    return find(make_mark_text(text, passages, {}, *languages().find("de")));
}

TEST(QuotesHostile, MarksAroundParagraphsMakeOneQuoteWithAPartOfEach) {
    const std::string text = "Krey sagte: „Der Kai ist alt.\nWir bauen ihn neu.\nEr hält noch lange.“ Dann ging er.";
    const std::vector<Quote> quotes = find_in_paragraphs(text);
    ASSERT_EQ(quotes.size(), 1U);
    ASSERT_EQ(quotes[0].parts.size(), 3U);
    EXPECT_EQ(text.substr(quotes[0].parts[1].begin, quotes[0].parts[1].size()), "Wir bauen ihn neu.");
    EXPECT_EQ(text.substr(quotes[0].parts[2].begin, quotes[0].parts[2].size()), "Er hält noch lange.");
    ASSERT_EQ(quotes[0].speaker.size(), 1U);
    EXPECT_EQ(text.substr(quotes[0].speaker[0].begin, quotes[0].speaker[0].size()), "Krey");
}

TEST(QuotesHostile, AMarkBehindAColonThatNothingClosesMakesAnUnsureQuoteToTheParagraphsEnd) {
    const std::string text = "Krey sagte am Abend: „Der Kai ist alt. Er bricht.\nDanach ging er.\nDer Film „Kai bleibt offen.";
    const std::vector<Quote> quotes = find_in_paragraphs(text);
    ASSERT_EQ(quotes.size(), 1U);
    EXPECT_EQ(text.substr(quotes[0].parts[0].begin, quotes[0].parts[0].size()), "Der Kai ist alt. Er bricht.");
    ASSERT_EQ(quotes[0].speaker.size(), 1U);
    EXPECT_EQ(text.substr(quotes[0].speaker[0].begin, quotes[0].speaker[0].size()), "Krey");
    EXPECT_LE(quotes[0].confidence, 0.5F);
    EXPECT_TRUE(find_in_paragraphs("Es gibt drei Punkte: „Der Kai\nDanach ging er.").empty());
}

}  // namespace
}  // namespace depesche
