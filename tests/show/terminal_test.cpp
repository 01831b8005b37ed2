#include <algorithm>
#include <random>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include <depesche/depesche.h>

#include "show/clean_text.h"
#include "show/hostile.h"
#include "show/sample.h"
#include "show/sheet.h"

namespace depesche {
namespace {

constexpr auto german = OutputLanguage::german;
constexpr auto english = OutputLanguage::english;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

// Blanks and line breaks as one blank, references out: what the text column says, for words that may be wrapped.
std::string flowing(const std::string& text) {
    static const std::regex references(R"(\[\d*:?[\d+-]*\])");
    static const std::regex blanks(R"((?:\s|│|├|└|─)+)");
    return std::regex_replace(std::regex_replace(text, references, " "), blanks, " ");
}

TEST(Terminal, SaysWhatHappenedWhenAndWhere) {
    const std::string text = to_terminal(sample::brief(), german, 100);
    EXPECT_TRUE(has(text, "Großbrand in Lagerhalle am Osthafen"));
    EXPECT_TRUE(has(text, "Wann   Mi, 12. März 2025"));
    EXPECT_TRUE(has(text, "Wo     Brunsiel"));
    EXPECT_TRUE(has(text, "4 Berichte aus 3 Medien, 1 ohne Angabe des Mediums"));
    EXPECT_TRUE(has(text, "Mi, 12. März 2025, 16.05 Uhr"));
    EXPECT_TRUE(has(text, "geändert 19.02 Uhr"));
}

TEST(Terminal, MarksAnInferredTime) {
    EXPECT_TRUE(has(to_terminal(sample::brief(), german, 100), "Mi, 12. März 2025 (erschlossen)"));
    EXPECT_TRUE(has(to_terminal(sample::brief(), english, 100), "Wed 12 March 2025 (inferred)"));
}

TEST(Terminal, ShowsWhoTookFromWhomAsATree) {
    const std::string text = flowing(to_terminal(sample::brief(), german, 120));
    EXPECT_TRUE(has(text,
                    "3 unabhängige Ursprünge NPA · Agentur 2 Küstenkurier 1 Hafenblatt: übernahm 13 Wörter von 2\u00A0Küstenkurier 3 "
                    "Tagwerk: übernahm 6 Wörter von 2\u00A0Küstenkurier"));
    EXPECT_TRUE(has(text, "übernahm 6 Wörter aus einem Text außerhalb des Stapels"));
}

TEST(Terminal, PutsWordingsSideBySideAndMarksTheWordsThatDiffer) {
    const std::string text = flowing(to_terminal(sample::brief(), german, 140));
    EXPECT_TRUE(has(text, "Ylva Brandt, Hafenmeisterin Wortlaut weicht ab: weggelassen: „keine“"));
    EXPECT_TRUE(has(text, "„Wir haben *keine* Hinweise auf Brandstiftung."));
    EXPECT_TRUE(has(text, "„Wir haben ^ Hinweise auf Brandstiftung"));
    EXPECT_TRUE(has(text, "Sprecher unklar Die Ursache war zunächst unklar (sinngemäß) — 3\u00A0Tagwerk"));
}

TEST(Terminal, NamesSupportOfKeyPoints) {
    const std::string text = flowing(to_terminal(sample::brief(), english, 140));
    EXPECT_TRUE(has(text, "4 reports, 2 independent origins: NPA, unknown"));
    EXPECT_TRUE(has(text, "only 1\u00A0Hafenblatt"));
}

TEST(Terminal, KeepsUnsureDifferencesAndBackgroundApart) {
    const std::string text = to_terminal(sample::brief(), english, 100);
    const std::size_t sure = text.find("Where the reports do not agree");
    const std::size_t unsure = text.find("Perhaps a difference");
    ASSERT_NE(sure, std::string::npos);
    EXPECT_LT(sure, unsure);
    EXPECT_LT(text.find("Timeline"), text.find("Timeline: Background"));
}

TEST(Terminal, TranslatesItsOwnWordsAndNeverThoseOfPages) {
    const std::string text = to_terminal(sample::brief(), english, 100);
    EXPECT_TRUE(has(text, "Who said what"));
    EXPECT_TRUE(has(text, "The page does not say which outlet it is from."));
    EXPECT_TRUE(has(text, "Großbrand in Lagerhalle am Osthafen"));
    EXPECT_FALSE(has(text, "Berichte aus"));
}

TEST(Terminal, EveryLineOfContentStandsWithAReference) {
    static const std::regex reference(R"(\[\d+(:\d+-\d+)?\]$)");
    const std::string text = to_terminal(sample::brief(), german, 160);
    std::size_t with = 0;
    for (const std::string& line : lines_of(text)) {
        if (!line.starts_with("  ") || line.find("sha256") != std::string::npos || line.find("abgerufen") != std::string::npos) continue;
        const bool is_name = has(line, " · ");  // an origin, or what a difference is about: its lines follow
        EXPECT_TRUE(is_name || std::regex_search(line, reference)) << line;
        with += std::regex_search(line, reference) ? 1U : 0U;
    }
    EXPECT_GT(with, 40U);
}

TEST(Terminal, EndsWithALegendThatMakesReferencesCitable) {
    const std::string text = to_terminal(sample::brief(), german, 100);
    const std::size_t legend = text.find("[Seite:Byte-Byte]");
    ASSERT_NE(legend, std::string::npos);
    for (const BriefPage& page : sample::pages()) {
        EXPECT_NE(text.find(page.page, legend), std::string::npos);
        EXPECT_NE(text.find(page.sha256, legend), std::string::npos);
        EXPECT_NE(text.find(page.url, legend), std::string::npos);
    }
    EXPECT_NE(text.find("abgerufen 2025-03-12T20:11:00Z", legend), std::string::npos);
}

TEST(Terminal, KeepsToTheWidthInColumns) {
    Brief brief = sample::brief();
    brief.stories[0].keypoints[0].text =
        "e\u0301 wide: 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 and " + std::string(300, 'x');
    brief.stories[0].people[0].name = "漢字";
    for (const unsigned width : {24U, 40U, 63U, 64U, 72U, 80U, 100U, 133U, 200U}) {
        for (const std::string& line : lines_of(to_terminal(brief, german, width))) EXPECT_LE(columns_of(line), width) << line;
    }
}

TEST(Terminal, LosesNoWordAtAnyWidth) {
    const Brief brief = sample::brief();
    for (const unsigned width : {24U, 50U, 70U, 100U}) {
        const std::string text = flowing(to_terminal(brief, english, width));
        EXPECT_TRUE(has(text, "Wir haben")) << width;
        EXPECT_TRUE(has(text, "Rund 140 Feuerwehrleute waren im Einsatz, teilte die Stadt mit.")) << text;
    }
}

TEST(Terminal, HasEscapeCodesOnlyWhenAskedForColor) {
    EXPECT_EQ(to_terminal(sample::brief(), german, 100, false).find('\x1b'), std::string::npos);
    const std::string colored = to_terminal(sample::brief(), german, 100, true);
    EXPECT_NE(colored.find("\x1b[1m"), std::string::npos);
    static const std::regex codes("\x1b\\[[0-9;]*m");
    const std::string plain = std::regex_replace(colored, codes, "");
    EXPECT_EQ(flowing(plain), flowing(to_terminal(sample::brief(), german, 100, false)));
}

TEST(Terminal, NothingFromAPageSteersTheTerminal) {
    const std::string text = to_terminal(sample::hostile("a\x1b]0;owned\x07\x1b[2J\r\n\x9b"
                                                         "31m\xc2\x9b"
                                                         "5n\u202Eb\u2066\u00AD\x7f\xff\x00z"),
                                         german, 90);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        EXPECT_TRUE(c >= 0x20 || c == '\n') << "control character at " << i;
        EXPECT_NE(c, 0x7F);
        if (c == 0xC2) {
            EXPECT_GE(static_cast<unsigned char>(text[i + 1]), 0xA0);
        }
    }
    for (const char* steering : {"\u202E", "\u2066", "\u00AD"}) EXPECT_FALSE(has(text, steering));
}

TEST(Terminal, AnEmptyBriefIsShort) { EXPECT_LT(to_terminal(Brief{}, german, 80).size(), 1000U); }

TEST(Terminal, IsTheSameEveryTime) { EXPECT_EQ(to_terminal(sample::brief(), german, 90), to_terminal(sample::brief(), german, 90)); }

TEST(Sheet, ReferencesStandBesideTheText) {
    Sheet sheet(80, 9, false);
    const std::vector<std::string> references = {"[1:0-9]", "[2:3-9]"};
    sheet.paragraph("  ", "  ", {{"ein Satz", Ink::plain}}, references);
    const auto lines = lines_of(sheet.take());
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "  ein Satz" + std::string(61, ' ') + "[1:0-9]");
    EXPECT_EQ(lines[1], std::string(71, ' ') + "[2:3-9]");
}

TEST(Sheet, OnANarrowSheetTheyStandBehindIt) {
    Sheet sheet(40, 9, false);
    const std::vector<std::string> references = {"[1:0-9]", "[2:3-9]"};
    sheet.paragraph("  ", "  ", {{"ein Satz", Ink::plain}}, references);
    EXPECT_EQ(sheet.take(), "  ein Satz [1:0-9] [2:3-9]\n");
}

TEST(Sheet, ALongWordIsCutBetweenLetters) {
    Sheet sheet(20, 5, false);
    sheet.paragraph("", "", {{"äöüäöüäöüäöüäöüäöüäöüäöü", Ink::plain}}, {});
    EXPECT_EQ(sheet.take(), "äöüäöüäöüäöüäöüäöüäö\nüäöü\n");
}

TEST(Sheet, RandomTextKeepsAllWordsAndTheWidth) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const auto width = static_cast<unsigned>(20 + random() % 100);
        Sheet sheet(width, 10, false);
        std::string text;
        for (unsigned word = 0; word < random() % 40; ++word)
            text += std::string(1 + random() % 12, static_cast<char>('a' + random() % 26)) + " ";
        std::vector<std::string> references(random() % 5, "[1:20-30]");
        sheet.paragraph(" - ", "   ", {{text, Ink::plain}}, references);
        const std::string out = sheet.take();
        for (const std::string& line : lines_of(out)) EXPECT_LE(columns_of(line), width);
        std::string got = flowing(out);
        got.erase(std::remove(got.begin(), got.end(), '-'), got.end());
        EXPECT_EQ(std::string(std::regex_replace(got, std::regex(" +"), " ")), std::regex_replace(" " + text, std::regex("^ *$"), " "))
            << width;
    }
}

}  // namespace
}  // namespace depesche
