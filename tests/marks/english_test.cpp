// The tables tests/marks/data/english.jsonl and english-unseen.jsonl: made-up English reports of many kinds with their names and quotes,
// written before the rules they judge; the second was only measured, never read. A name counts when its bytes and its kind are right; a
// quote when more than half of the bytes of both lie in both; its speaker when the words that name one contain the other.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "marks/find_marks.h"

namespace depesche {
namespace {

using Json = nlohmann::json;
using NameMark = std::tuple<std::uint32_t, std::uint32_t, std::string>;

struct Marked {
    std::string text;  // without the marks
    std::set<NameMark> names;
};

// "[[PER|Jane Roe]] said" -> "Jane Roe said" and where the name stands.
Marked unmarked(const std::string& marked) {
    Marked out;
    std::size_t at = 0;
    for (std::size_t open = marked.find("[["); open != std::string::npos; open = marked.find("[[", at)) {
        out.text += marked.substr(at, open - at);
        const std::size_t bar = marked.find('|', open);
        const std::size_t close = marked.find("]]", bar);
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        out.text += marked.substr(bar + 1, close - bar - 1);
        out.names.insert({begin, static_cast<std::uint32_t>(out.text.size()), marked.substr(open + 2, bar - open - 2)});
        at = close + 2;
    }
    out.text += marked.substr(at);
    return out;
}

Marks marks_of(const std::string& text) {
    static const Languages languages;
    static const MarkFinder finder(languages);
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    const Language& english = *languages.find("en");
    return finder.find(make_mark_text(text, passages, std::nullopt, english), english);
}

struct Counts {
    double right = 0;
    double found = 0;
    double asked = 0;
    [[nodiscard]] double f1() const { return found + asked == 0 ? 0 : 2 * right / (found + asked); }
    [[nodiscard]] double recall() const { return asked == 0 ? 0 : right / asked; }
};

struct Judged {
    Counts names, quotes, speakers;
};

std::string words_of(const std::string& text, const std::vector<Span>& spans) {
    std::string words;
    for (const Span span : spans) {
        if (!words.empty()) words += ' ';
        words += text.substr(span.begin, span.size());
    }
    return words;
}

const Quote* best_quote(const Marks& marks, Span asked) {
    const Quote* best = nullptr;
    double most = 0.5;
    for (const Quote& quote : marks.quotes) {
        double both = 0, all = asked.size();
        for (const Span part : quote.parts) {
            both += std::max(0, static_cast<int>(std::min(part.end, asked.end)) - static_cast<int>(std::max(part.begin, asked.begin)));
            all += part.size();
        }
        if (both / (all - both) > most) {
            most = both / (all - both);
            best = &quote;
        }
    }
    return best;
}

void judge(const Json& row, Judged& judged) {
    const Marked gold = unmarked(row["text"]);
    const Marks marks = marks_of(gold.text);
    judged.names.asked += static_cast<double>(gold.names.size());
    judged.names.found += static_cast<double>(marks.names.size());
    for (const Name& name : marks.names) {
        judged.names.right += gold.names.contains({name.span.begin, name.span.end, std::string(name_of(name.kind))}) ? 1 : 0;
    }
    std::size_t from = 0;
    for (const Json& quote : row["quotes"]) {
        const std::string words = quote["words"];
        std::size_t at = gold.text.find(words, from);
        if (at == std::string::npos) at = gold.text.find(words);
        ASSERT_NE(at, std::string::npos) << words;
        from = at + 1;
        const Quote* found = best_quote(marks, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
        judged.quotes.asked += 1;
        judged.quotes.right += found != nullptr ? 1 : 0;
        if (quote["speaker"].is_null()) continue;
        const std::string asked = quote["speaker"];
        const std::string speaker = found == nullptr ? "" : words_of(gold.text, found->speaker);
        judged.speakers.asked += 1;
        judged.speakers.right +=
            !speaker.empty() && (asked.find(speaker) != std::string::npos || speaker.find(asked) != std::string::npos) ? 1 : 0;
    }
}

Judged judge(const std::string& file) {
    std::ifstream lines(DEPESCHE_SOURCE_DIR "/tests/marks/data/" + file);
    Judged judged;
    for (std::string line; std::getline(lines, line);) judge(Json::parse(line), judged);
    return judged;
}

TEST(English, NamesQuotesAndSpeakersOfTheTableRead) {
    const Judged judged = judge("english.jsonl");
    EXPECT_GE(judged.names.asked, 230);
    EXPECT_GE(judged.names.f1(), 0.74);
    EXPECT_GE(judged.quotes.recall(), 0.88);
    EXPECT_GE(judged.speakers.recall(), 0.82);
}

TEST(English, NamesQuotesAndSpeakersOfTheTableNeverRead) {
    const Judged judged = judge("english-unseen.jsonl");
    EXPECT_GE(judged.names.asked, 230);
    EXPECT_GE(judged.names.f1(), 0.74);
    EXPECT_GE(judged.quotes.recall(), 0.84);
    EXPECT_GE(judged.speakers.recall(), 0.80);
}

std::vector<std::string> names_of(const std::string& text) {
    std::vector<std::string> names;
    for (const Name& name : marks_of(text).names)
        names.push_back(std::string(name_of(name.kind)) + " " + text.substr(name.span.begin, name.span.size()));
    return names;
}

using Strings = std::vector<std::string>;

TEST(English, TheMarkOfAGenitiveIsNoPartOfAName) {
    EXPECT_EQ(names_of("On Monday Mark Dunmore won. Then Dunmore's brother came."), (Strings{"PER Mark Dunmore", "PER Dunmore"}));
}

TEST(English, TitlesAreNoPartOfAName) {
    EXPECT_EQ(names_of("The letter was signed by Lady Susan Marlow and by Sen. Peter Marlow."),
              (Strings{"PER Susan Marlow", "PER Peter Marlow"}));
}

TEST(English, AWordThatOpensASentenceIsNoNameForItsCapital) {
    EXPECT_EQ(names_of("Employees were told on Monday. Former workers agreed. Measures followed."), Strings{});
}

TEST(English, ANumberEndsASentence) {
    const std::string text = "The toll rose to 12. Officials said the road was closed.";
    const Languages languages;
    const MarkText marked =
        make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt, *languages.find("en"));
    EXPECT_EQ(marked.tokens.sentences.size(), 2U);
}

std::string speaker_of(const std::string& text) {
    const Marks marks = marks_of(text);
    return marks.quotes.empty() ? "no quote" : words_of(text, marks.quotes.front().speaker);
}

TEST(English, TheSubjectInFrontSpeaksWhenAClauseFollowsTheVerb) {
    EXPECT_EQ(speaker_of("Rowan's father, Miles, said the family had waited since noon."), "Rowan's father, Miles");
    EXPECT_EQ(speaker_of("The road would reopen on Friday, said the council, which had promised it for May."), "the council");
}

TEST(English, AnAppositionStandsBetweenTheSpeakerAndTheVerb) {
    const std::string text = "“We lost,” the coach, Amy Tan, told the Harbour Review on Friday.";
    EXPECT_EQ(speaker_of(text), "the coach, Amy Tan");
    EXPECT_EQ(marks_of(text).quotes.size(), 1U);
    EXPECT_EQ(speaker_of("The club would be back, its owner, Bill Marsh, said."), "its owner, Bill Marsh");
}

TEST(English, SmallNounsBelongToTheSpeaker) {
    EXPECT_EQ(speaker_of("Harbour Board finance critic Ada Penn said that the pier was lost."), "Harbour Board finance critic Ada Penn");
    EXPECT_EQ(speaker_of("Former chief whip Mark Harrow told him: “These were twelve pages of laws.”"), "Former chief whip Mark Harrow");
    EXPECT_EQ(speaker_of("The report found that the valve had failed twice."), "The report");
}

TEST(English, ThatOpensAClauseBehindAVerbOfSpeech) {
    EXPECT_EQ(speaker_of("At the ceremony, a lawyer in attendance, Shannon Kilroy, tweeted that Dunne had wept."),
              "a lawyer in attendance, Shannon Kilroy");
}

TEST(English, WordsInMarksBehindTheVerbAreWhatWasAsked) {
    const std::string text =
        "At a press conference announcing her appointment, a reporter asked Dunne, “What do you see as the biggest problem?”";
    const Marks marks = marks_of(text);
    ASSERT_EQ(marks.quotes.size(), 1U);
    EXPECT_EQ(words_of(text, marks.quotes.front().parts), "What do you see as the biggest problem?");
    EXPECT_EQ(words_of(text, marks.quotes.front().speaker), "a reporter");
}

TEST(English, StraightSingleMarksQuoteWhereACapitalFollows) {
    EXPECT_EQ(speaker_of("'I thought it was thunder,' said Maureen Pike, 81, who lives next door."), "Maureen Pike");
    EXPECT_EQ(speaker_of("The boys' club and the girls' club share the '90s hall."), "no quote");
}

TEST(English, ASourceInFrontOfWordsInMarksSaysThem) {
    EXPECT_EQ(speaker_of("According to the Harbour Review, “She wanted to blend her training with the law.”"), "the Harbour Review");
}

TEST(English, AClauseWithoutThatFollowsTheVerb) {
    EXPECT_EQ(speaker_of("He told Coast Sports he had signed for two years."), "He");
    EXPECT_EQ(speaker_of("Ada Penn told the Harbour Review it would reopen."), "Ada Penn");
    EXPECT_EQ(speaker_of("She told reporters the pier was closed for the winter."), "She");
    EXPECT_EQ(speaker_of("She told him to leave the house before the storm."), "no quote");
    EXPECT_EQ(speaker_of("The company said it now expected a profit of two million."), "The company");
    EXPECT_EQ(speaker_of("Prosecutors say she took £40,000 over three years."), "Prosecutors");
}

}  // namespace
}  // namespace depesche
