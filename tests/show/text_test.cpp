// Labels, times, clean text, word changes and the tree of origins.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>

#include <gtest/gtest.h>

#include "show/clean_text.h"
#include "show/human_time.h"
#include "show/labels.h"
#include "show/origin_tree.h"
#include "show/pile_view.h"
#include "show/sample.h"
#include "show/word_changes.h"

namespace depesche {
namespace {

const Labels german(OutputLanguage::german);
const Labels english(OutputLanguage::english);

TEST(Labels, FillsInAndCounts) {
    EXPECT_EQ(german.count("report", 1), "1 Bericht");
    EXPECT_EQ(german.count("report", 12), "12 Berichte");
    EXPECT_EQ(english.count("report", 0), "0 reports");
    EXPECT_EQ(english.with("bytes", {"3", "9"}), "bytes 3–9");
    EXPECT_EQ(german["no such label"], "no such label");
}

TEST(Labels, WhatIsFilledInIsNotFilledAgain) { EXPECT_EQ(english.with("bytes", {"{1}", "{0}"}), "bytes {1}–{0}"); }

TEST(Labels, EveryLabelThatTheSourcesAskForIsThereInBothLanguages) {
    static const std::regex asked(R"re(labels(?:\[|\.with\(|\.count\()"([^"]+)"[\],)])re");
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(DEPESCHE_SOURCE_DIR) / "src/show")) {
        std::ifstream in(file.path());
        const std::string code((std::istreambuf_iterator<char>(in)), {});
        for (auto it = std::sregex_iterator(code.begin(), code.end(), asked); it != std::sregex_iterator(); ++it) {
            const std::string key = (*it)[1];
            const bool counted = it->str().find(".count(") != std::string::npos;
            for (const Labels* labels : {&german, &english})
                EXPECT_TRUE(labels->has(counted ? key + ".n" : key)) << key << " in " << file.path();
            ++found;
        }
    }
    EXPECT_GT(found, 20U);
}

TEST(HumanTime, WritesWhatIsKnown) {
    EXPECT_EQ(human_time("2025-03-12T16:05", german), "Mi, 12. März 2025, 16.05 Uhr");
    EXPECT_EQ(human_time("2025-03-12T06:05", english), "Wed 12 March 2025, 06:05");
    EXPECT_EQ(human_time("2025-03-12T16:05+01:00", german), "Mi, 12. März 2025, 16.05 Uhr (UTC+01:00)");
    EXPECT_EQ(human_time("2025-03-12T16:05-03:30", english), "Wed 12 March 2025, 16:05 (UTC-03:30)");
    EXPECT_EQ(human_time("2025-03", german), "März 2025");
    EXPECT_EQ(human_time("2025", german), "2025");
}

TEST(HumanTime, WritesWeeksSeasonsAndSpans) {
    EXPECT_EQ(human_time("2024-W05", german), "Woche 5, 2024");
    EXPECT_EQ(human_time("2024-SU", english), "summer 2024");
    EXPECT_EQ(human_time("2024-Q1", german), "1. Quartal 2024");
    EXPECT_EQ(human_time("199", german), "1990er-Jahre");
    EXPECT_EQ(human_time("18", german), "19. Jahrhundert");
    EXPECT_EQ(human_time("2024-06-18TMO", german), "Di, 18. Juni 2024, morgens");
    EXPECT_EQ(human_time("2024-06-18/2024-06-19", english), "Tue 18 June 2024 – Wed 19 June 2024");
}

TEST(HumanTime, LeavesAloneWhatItDoesNotKnow) {
    for (const std::string_view text : {"", "P3D", "PRESENT_REF", "2024-02-31", "bald", "2024-13"})
        EXPECT_EQ(human_time(text, german), text);
}

TEST(HumanTime, BesideTheSameDayOnlyTheClock) {
    EXPECT_EQ(human_time_beside("2025-03-12T19:02", "2025-03-12T16:05", german), "19.02 Uhr");
    EXPECT_EQ(human_time_beside("2025-03-13T19:02", "2025-03-12T16:05", english), "Thu 13 March 2025, 19:02");
    EXPECT_EQ(human_time_beside("2025-03-12", "2025-03-12", german), "Mi, 12. März 2025");
}

TEST(CleanText, IsOneLineWithoutControlCharacters) {
    EXPECT_EQ(clean_line("  zwei\r\n\tWörter  "), "zwei Wörter");
    EXPECT_EQ(clean_line("a\x1b[31mb"), "a\uFFFD[31mb");
    EXPECT_EQ(clean_line("a\u202Eb\u00ADc\uFEFFd"), "abcd");
    EXPECT_EQ(clean_line("\xff\xe2\x82"), "\uFFFD\uFFFD");
    EXPECT_EQ(clean_line("👩\u200D🚒"), "👩\u200D🚒");
}

TEST(CleanText, APageKeepsItsLengthInUtf16Units) {
    const auto units = [](const std::string& text) {
        std::size_t count = 0;
        for (const char c : text)
            count += (static_cast<unsigned char>(c) & 0xC0U) == 0x80 ? 0 : static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
        return count;
    };
    const std::string page = std::string("ä\r\n\x1b\u202E😀\U000F0000\U000E0041") + std::string(1, '\0') + "\tx";
    EXPECT_EQ(units(clean_page(page)), units(page));
    EXPECT_EQ(clean_page(page).find('\r'), std::string::npos);
    EXPECT_EQ(clean_page(page).find('\0'), std::string::npos);
}

TEST(CleanText, CountsColumns) {
    EXPECT_EQ(columns_of("Küste"), 5U);
    EXPECT_EQ(columns_of("e\u0301"), 1U);
    EXPECT_EQ(columns_of("漢字"), 4U);
}

std::string shown(const std::vector<WordPiece>& pieces) {
    std::string text;
    for (const WordPiece& piece : pieces) {
        if (piece.state == WordState::same) text += piece.text;
        if (piece.state == WordState::changed) text.append("<").append(piece.text).append(">");
        if (piece.state == WordState::missing) text.append("{").append(piece.text).append("}");
    }
    return text;
}

TEST(WordChanges, MarksAWordThatWasDroppedOnBothSides) {
    EXPECT_EQ(shown(word_changes("Wir haben keine Hinweise", "Wir haben Hinweise")), "Wir haben< keine> Hinweise");
    EXPECT_EQ(shown(word_changes("Wir haben Hinweise", "Wir haben keine Hinweise")), "Wir haben{keine} Hinweise");
}

TEST(WordChanges, MarksAWordThatWasReplaced) {
    EXPECT_EQ(shown(word_changes("Wir hatten eine Chance", "Wir hatten keine Chance")), "Wir hatten< eine> Chance");
}

TEST(WordChanges, IgnoresCaseSpellingAndPunctuation) {
    EXPECT_EQ(shown(word_changes("Das war ein grosser Abriss, ein riesiger!", "das war ein großer Abriss – ein riesiger")),
              "Das war ein grosser Abriss, ein riesiger!");
}

TEST(WordChanges, SaysNothingAboutAnotherSentence) {
    EXPECT_EQ(shown(word_changes("We have no sign of arson", "Wir haben keine Hinweise")), "We have no sign of arson");
}

TEST(WordChanges, TakesEmptyTexts) {
    EXPECT_EQ(shown(word_changes("", "")), "");
    EXPECT_EQ(shown(word_changes("", "ein Wort")), "");
    EXPECT_EQ(shown(word_changes("ein Wort", "")), "ein Wort");
}

// The slow twin: the longest common subsequence by trying everything.
std::size_t longest(const std::vector<std::string>& a, std::size_t i, const std::vector<std::string>& b, std::size_t j) {
    if (i == a.size() || j == b.size()) return 0;
    if (a[i] == b[j]) return 1 + longest(a, i + 1, b, j + 1);
    return std::max(longest(a, i + 1, b, j), longest(a, i, b, j + 1));
}

// Words that are in both, in whatever order.
std::size_t in_both(std::vector<std::string> a, const std::vector<std::string>& b) {
    std::size_t count = 0;
    for (const std::string& word : b) {
        const auto it = std::find(a.begin(), a.end(), word);
        if (it == a.end()) continue;
        a.erase(it);
        ++count;
    }
    return count;
}

TEST(WordChanges, AWordThatOnlyMovedByAFewWordsIsNoChange) {
    EXPECT_EQ(shown(word_changes("dass Raketen noch immer fliegen", "dass alte Raketen immer noch fliegen")),
              "dass{alte} Raketen noch immer fliegen");
    EXPECT_EQ(shown(word_changes("heute kommt er wohl mit dem Boot in die Stadt", "er kommt wohl mit dem Boot in die Stadt heute")),
              "<heute> kommt er wohl mit dem Boot in die Stadt{heute}");
}

TEST(WordChanges, MarksAsFewWordsAsTheSlowTwinAndKeepsTheText) {
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> a(random() % 8);
        std::vector<std::string> b(random() % 8);
        std::string left;
        std::string right;
        for (std::string& word : a)
            left.append(left.empty() ? "" : " ").append(word = std::string(1, static_cast<char>('a' + random() % 4)));
        for (std::string& word : b)
            right.append(right.empty() ? "" : " ").append(word = std::string(1, static_cast<char>('a' + random() % 4)));
        const auto pieces = word_changes(left, right);
        std::string text;
        std::size_t same = 0;
        for (const WordPiece& piece : pieces) {
            if (piece.state != WordState::missing) text += piece.text;
            if (piece.state == WordState::same)
                same += static_cast<std::size_t>(std::ranges::count_if(piece.text, [](char c) { return c != ' '; }));
        }
        ASSERT_EQ(text, left);
        const std::size_t best = longest(a, 0, b, 0);
        if (3 * best >= std::min(a.size(), b.size()) && best > 0) {
            ASSERT_GE(same, best) << left << " | " << right;  // more by the words that only moved
            ASSERT_LE(same, in_both(a, b)) << left << " | " << right;
        }
    }
}

TEST(WordChanges, LongWordingsAreBounded) {
    std::string left;
    std::string right;
    for (int i = 0; i < 200000; ++i)
        left.append("a").append(std::to_string(i)).append(" "), right.append("b").append(std::to_string(i)).append(" ");
    EXPECT_EQ(word_changes("Anfang " + left, "Anfang " + right).size(), 1U);
}

TEST(OriginTree, HangsReportsBelowWhomTheyTookFrom) {
    const Brief brief = sample::brief();
    const auto branches = origin_tree(brief.stories[0]);
    ASSERT_EQ(branches.size(), 3U);
    ASSERT_EQ(branches[0].steps.size(), 3U);
    EXPECT_EQ(branches[0].steps[0].page, 1U);
    EXPECT_EQ(branches[0].steps[0].depth, 0U);
    EXPECT_EQ(branches[0].steps[1].page, 0U);
    EXPECT_EQ(branches[0].steps[1].depth, 1U);
    EXPECT_EQ(branches[0].steps[1].taken.size(), 1U);
    EXPECT_EQ(branches[0].steps[2].page, 2U);
    EXPECT_TRUE(branches[0].steps[2].last);
    EXPECT_EQ(branches[2].steps[0].taken.size(), 1U);
}

TEST(OriginTree, ACircleOfCopiesEnds) {
    Brief brief = sample::brief();
    Story& story = brief.stories[0];
    BriefCopy back = story.copies[0];
    std::swap(back.taken, *back.source);
    back.from = 0;
    back.to = 1;
    story.copies.push_back(back);
    EXPECT_EQ(origin_tree(story)[0].steps.size(), 3U);
}

TEST(OriginTree, EveryReportAndEveryCopyIsThereOnce) {
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        Brief brief = sample::brief();
        Story& story = brief.stories[0];
        story.copies.clear();
        for (unsigned i = 0; i < random() % 12; ++i) {
            BriefCopy copy;
            copy.to = static_cast<std::uint32_t>(random() % 4);
            if (random() % 4 != 0) copy.from = static_cast<std::uint32_t>(random() % 4);
            copy.taken.in_text.end = static_cast<std::uint32_t>(1 + random() % 50);
            if (random() % 2 != 0) copy.origin = "NPA";
            story.copies.push_back(copy);
        }
        std::size_t copies = 0;
        for (const OriginBranch& branch : origin_tree(story)) {
            std::vector<std::uint32_t> pages;
            for (const OriginStep& step : branch.steps) {
                pages.push_back(step.page);
                copies += step.taken.size() + step.besides.size();
            }
            std::ranges::sort(pages);
            EXPECT_EQ(std::ranges::adjacent_find(pages), pages.end());
            if (branch.origin != nullptr) {
                EXPECT_GE(pages.size(), branch.origin->reports.size());
            }
        }
        EXPECT_EQ(copies, story.copies.size());
    }
}

TEST(PileView, AQuoteInsideALongerOneOfTheSameSpeakerIsShownOnce) {
    Brief brief = sample::brief();
    Story& story = brief.stories[0];
    BriefQuote inside = story.quotes[0];
    inside.drift = false;
    inside.versions.resize(1);
    inside.versions[0].more.clear();
    inside.versions[0].words = sample::at(brief, 0, "keine Hinweise");
    BriefQuote of_another = inside;
    of_another.speaker = "Meike Tarnow";
    story.quotes.push_back(inside);
    story.quotes.push_back(of_another);
    const auto speakers = speakers_of(story);
    ASSERT_EQ(speakers.size(), 3U);
    EXPECT_EQ(speakers[0].name, "Ylva Brandt");
    EXPECT_EQ(speakers[0].quotes.size(), 1U);
    EXPECT_EQ(speakers[1].name, "Meike Tarnow");
    EXPECT_EQ(speakers[2].name, "");
}

TEST(PileView, OriginsWithoutANameAreNotForgotten) {
    Brief brief = sample::brief();
    KeyPoint& point = brief.stories[0].keypoints[0];
    point.origin_names = {"NPA"};
    EXPECT_EQ(support_text(brief, point, german), "4 Berichte, 2 unabhängige Ursprünge, darunter NPA");
    point.origin_names = {"NPA", "Hafenblatt"};
    EXPECT_EQ(support_text(brief, point, german), "4 Berichte, 2 unabhängige Ursprünge: NPA, Hafenblatt");
}

TEST(PileView, WordingsThatDifferInSpellingAreOne) {
    BriefQuote quote;
    quote.versions.resize(3);
    quote.versions[0].words.shown = "Es tut mir leid.";
    quote.versions[1].words.shown = "Es tut mir leid!";
    quote.versions[2].words.shown = "Es tut uns leid.";
    const auto wordings = wordings_of(quote);
    ASSERT_EQ(wordings.size(), 2U);
    EXPECT_EQ(wordings[0].versions.size(), 2U);
}

}  // namespace
}  // namespace depesche
