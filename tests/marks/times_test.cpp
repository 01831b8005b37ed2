#include "marks/times.h"

#include <gtest/gtest.h>

#include "base/processor_time.h"
#include "marks/times_marked.h"

namespace depesche {
namespace {

using testing::Expression;
using testing::find_times;

const Languages& languages() {
    static const Languages all;
    return all;
}

const TimeFinder& finder() {
    static const TimeFinder made(languages());
    return made;
}

std::vector<Time> german(const std::string& text, const std::string& published = "2024-06-18") {
    return find_times(finder(), languages(), text, "de", published);
}

std::set<Expression> found_in(const testing::MarkedSentence& sentence) {
    std::set<Expression> found;
    for (const Time& time : find_times(finder(), languages(), sentence.text, sentence.language, sentence.published)) {
        found.insert({time.span.begin, time.span.end, std::string(name_of(time.type)), time.value});
    }
    return found;
}

// Of all expressions of one language, marked or found: how many are right in span, type and value.
void expect_right(const std::string& path, const std::string& language, double asked) {
    int marked = 0, found = 0, right = 0;
    std::string wrong;
    for (const auto& sentence : testing::read_marked_file(std::string(DEPESCHE_SOURCE_DIR) + path)) {
        if (sentence.language != language) continue;
        const auto answer = found_in(sentence);
        int here = 0;
        for (const Expression& expression : answer) here += static_cast<int>(sentence.expressions.count(expression));
        marked += static_cast<int>(sentence.expressions.size());
        found += static_cast<int>(answer.size());
        right += here;
        if (sentence.expressions == answer) continue;
        wrong += "\n  " + sentence.text;
        for (const auto& [begin, end, type, value] : answer) {
            if (sentence.expressions.count({begin, end, type, value}) == 0)
                wrong += " <" + sentence.text.substr(begin, end - begin) + "|" + type + "|" + value + ">";
        }
    }
    ASSERT_GT(marked, 0);
    std::printf("%s %s: F1 %.3f of %d expressions\n", path.c_str(), language.c_str(), 2.0 * right / (marked + found), marked);
    EXPECT_GE(2.0 * right / (marked + found), asked)
        << language << ": " << marked << " marked, " << found << " found, " << right << " right" << wrong;
}

TEST(Times, JudgedGermanExpressionsAreRight) { expect_right("/tests/marks/data/times.jsonl", "de", 0.95); }
TEST(Times, JudgedEnglishExpressionsAreRight) { expect_right("/tests/marks/data/times.jsonl", "en", 0.95); }
TEST(Times, ALanguageOfTablesAloneGetsItsSentencesRight) { expect_right("/tests/marks/data/times-french.jsonl", "fr", 0.999); }

// Texts that a newcomer wrote, each way of saying a time twice: one half was read while rules were mended, the other was only measured.
TEST(Times, NewsroomTextsThatWereRead) {
    expect_right("/tests/marks/data/newsroom-times.jsonl", "de", 0.95);
    expect_right("/tests/marks/data/newsroom-times.jsonl", "en", 0.95);
    expect_right("/tests/marks/data/newsroom-times.jsonl", "fr", 0.95);
}
TEST(Times, NewsroomTextsThatWereNeverRead) {
    expect_right("/tests/marks/data/newsroom-times-unseen.jsonl", "de", 0.9);
    expect_right("/tests/marks/data/newsroom-times-unseen.jsonl", "en", 0.9);
    expect_right("/tests/marks/data/newsroom-times-unseen.jsonl", "fr", 0.9);
}

// Written when the rules were done, and measured once before any of its faults was read.
TEST(Times, NewsroomTextsThatCameLater) {
    expect_right("/tests/marks/data/newsroom-times-later.jsonl", "de", 0.9);
    expect_right("/tests/marks/data/newsroom-times-later.jsonl", "en", 0.9);
    expect_right("/tests/marks/data/newsroom-times-later.jsonl", "fr", 0.9);
}

TEST(Times, WithoutPublicationRelativeOnesHaveNoValueButTheirWeekdayAndOffset) {
    const auto times = german("Gestern war Ruhe, am Dienstag brannte es, vor drei Tagen auch.", "");
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0].value, "");
    EXPECT_EQ(times[0].days_from_publication, -1);
    EXPECT_FALSE(times[0].moment);
    EXPECT_EQ(times[1].value, "");
    EXPECT_EQ(times[1].weekday, 1);
    EXPECT_FALSE(times[1].moment);
    EXPECT_EQ(times[2].value, "P3D");
    EXPECT_EQ(times[2].days_from_publication, -3);
    EXPECT_FALSE(times[2].moment);
}

TEST(Times, ADurationBeforeThePublicationKnowsItsMoment) {
    const auto times = german("Vor vier Jahren stand hier eine Mühle.");
    ASSERT_EQ(times.size(), 1U);
    EXPECT_EQ(times[0].value, "P4Y");
    ASSERT_TRUE(times[0].moment);
    EXPECT_EQ(to_iso(*times[0].moment), "2020");
    EXPECT_TRUE(times[0].background);
}

TEST(Times, AWeekdayWeeksAgoIsTheDayOfThatWeek) {
    const auto times = german("Am Mittwoch vor einer Woche sank die Fähre.", "2026-10-14");
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times[0].value, "2026-10-07");
    EXPECT_EQ(times[1].value, "P1W");
}

TEST(Times, AYearBehindAHouseOrASquareIsAYear) {
    for (const char* text : {"Der Kreis hat das Haus 2020 von der Stiftung übernommen.", "Der Brunnen auf dem Marktplatz 2020 ist weg."}) {
        const auto times = german(text);
        ASSERT_EQ(times.size(), 1U) << text;
        EXPECT_EQ(times[0].value, "2020") << text;
    }
}

TEST(Times, DaysThatDoNotExistHaveNoValue) {
    for (const char* text :
         {"Am 31. Februar 2024 war es so weit.", "Am 0. Mai 2024 war es so weit.", "Im Jahr 0 war es so weit.",
          "Am 29. Februar 2023 war es so weit.", "Am 32.13.2024 war es so weit.", "Am 0.0.2024 um 25:61 Uhr war es so weit."}) {
        for (const Time& time : german(text)) {
            if (time.moment) {
                EXPECT_TRUE(is_valid(*time.moment)) << text;
            }
            EXPECT_EQ(time.value.find("02-3"), std::string::npos) << text;
            EXPECT_EQ(time.value.find("2023-02-29"), std::string::npos) << text;
            EXPECT_NE(time.value, "0000") << text;
            EXPECT_NE(time.value, "2024") << text;
        }
    }
}

TEST(Times, ADayRightBehindAClockIsTheClocks) {
    const auto times = german("Die Polizei kam um 2 Uhr am Sonntag und ging um 5 Uhr.", "2025-03-12");
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0].value, "2025-03-09T02:00");
    EXPECT_EQ(times[2].value, "2025-03-09T05:00");
}

TEST(Times, TheMarkOfAGenitiveIsNoPartOfADay) {
    for (const char* text : {"They lost last Tuesday's vote.", "They lost last Tuesday\u2019s vote."}) {
        const auto times = find_times(finder(), languages(), text, "en", "2025-03-12");
        ASSERT_EQ(times.size(), 1U) << text;
        EXPECT_EQ(times[0].value, "2025-03-11") << text;
        EXPECT_EQ(std::string(text).substr(times[0].span.begin, times[0].span.size()), "last Tuesday") << text;
    }
}

TEST(Times, SpansAreOrderedAndDoNotOverlap) {
    const auto times = german(
        "Vom 5. bis 22. August, am Dienstag (19. Juni) und von 8 bis 13 Uhr im Sommer des Jahres 2005, drei Tage später, im März 1992.");
    ASSERT_GE(times.size(), 8U);
    for (std::size_t i = 1; i < times.size(); ++i) EXPECT_GE(times[i].span.begin, times[i - 1].span.end);
}

TEST(Times, TenThousandDigitsAreNoTime) {
    EXPECT_TRUE(german(std::string(10000, '7')).empty());
    EXPECT_TRUE(german("Seit " + std::string(10000, '1') + " Jahren.").empty());
}

double seconds_for(const std::string& text) {
    return processor_seconds([&] { EXPECT_FALSE(german(text).empty()); });
}

// One sentence without a full stop, full of words that patterns begin with.
TEST(Times, TwiceTheLengthOfOneSentenceIsAboutTwiceTheTime) {
    std::string half;
    while (half.size() < 250000) half += "seit dem 5. und vor heute am Dienstag gegen 8 bis 12 die letzten drei ";
    EXPECT_LT(seconds_for(half + half), 3.5 * seconds_for(half) + 0.02);
}

}  // namespace
}  // namespace depesche
