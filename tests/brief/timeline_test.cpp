// The timeline and what is said of the happening itself.
#include <gtest/gtest.h>

#include <algorithm>

#include "brief/happening.h"
#include "brief/made_reports.h"
#include "brief/people.h"
#include "brief/timeline.h"

namespace depesche {
namespace {

using test::body;
using test::MadeReport;
using test::MadeStory;

std::vector<MadeReport> list(MadeReport a, MadeReport b) {
    std::vector<MadeReport> reports;
    reports.push_back(std::move(a));
    reports.push_back(std::move(b));
    return reports;
}

std::vector<TimelineEntry> timeline_of(const MadeStory& story) { return make_timeline(story.text(), story.likenesses()); }

TEST(Timeline, one_happening_by_weekday_and_date_is_one_line) {
    const MadeStory story(list(body("Ein Kran stürzte am Mittwoch in das Hafenbecken von Elm.").time("Mittwoch", "2031-05-07"),
                               body("In das Hafenbecken von Elm stürzte am 7. Mai ein Kran.").time("7. Mai", "2031-05-07")));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].when, "2031-05-07");
    EXPECT_EQ(entries[0].mentions.size(), 2U);
    EXPECT_EQ(entries[0].times.size(), 2U);
}

TEST(Timeline, the_year_of_an_attribute_is_no_happening) {
    const MadeStory story(
        list(body("Die 1998 gebaute Fähre Elm rammte am Mittwoch die Mole.").time("1998", "1998").time("Mittwoch", "2031-05-07"),
             body("1998 lief die Fähre Elm vom Stapel.").time("1998", "1998", true)));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].text, "Die 1998 gebaute Fähre Elm");
    EXPECT_TRUE(entries[0].background);
    EXPECT_EQ(entries[1].text, "1998 lief die Fähre Elm vom Stapel.");
    EXPECT_EQ(entries[2].text, "Die 1998 gebaute Fähre Elm rammte am Mittwoch die Mole.");
}

TEST(Timeline, is_in_order_of_time_with_background_marked) {
    const MadeStory story(list(body("Der Stadtrat berät am 30. Mai. Die Werft baute den Kran im Jahr 1998.")
                                   .time("30. Mai", "2031-05-30")
                                   .time("1998", "1998", true),
                               body("Ein Kran stürzte am Mittwoch in das Hafenbecken.").time("Mittwoch", "2031-05-07")));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].when, "1998");
    EXPECT_TRUE(entries[0].background);
    EXPECT_EQ(entries[1].when, "2031-05-07");
    EXPECT_FALSE(entries[1].background);
    EXPECT_EQ(entries[2].text, "Der Stadtrat berät am 30. Mai.");
}

TEST(Timeline, a_part_of_the_day_stands_among_its_clocks_and_a_day_alone_before_them) {
    const MadeStory story(
        list(body("Am Abend läuteten die Glocken von Elm. Um 16 Uhr zog ein Schlepper den Kran aus dem Becken. Am Mittwoch "
                  "war der Hafen gesperrt.")
                 .time("Am Abend", "2031-05-07TEV")
                 .time("16 Uhr", "2031-05-07T16:00")
                 .time("Mittwoch", "2031-05-07"),
             body("Der Hafen ruht.")));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].text, "Am Mittwoch war der Hafen gesperrt.");
    EXPECT_EQ(entries[1].when, "2031-05-07T16:00");
    EXPECT_EQ(entries[2].text, "Am Abend läuteten die Glocken von Elm.");
}

TEST(Timeline, a_clock_is_not_of_the_day_that_something_lasts_since) {
    const MadeStory story(list(
        body("Der seit dem 13. Mai laufende Streik im Hafen endete um vier Uhr.")
            .time("13. Mai", "2031-05-13")
            .time("vier Uhr", "2031-05-13T04:00"),
        body("Der Kran steht seit dem 14. Mai gegen fünf Uhr still.").time("14. Mai", "2031-05-14").time("fünf Uhr", "2031-05-14T05:00")));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].when, "2031-05-13");
    EXPECT_EQ(entries[1].when, "2031-05-14T05:00");
}

TEST(Timeline, what_somebody_says_will_be_is_no_happening) {
    MadeReport report = body("„Ich komme am Freitag wieder in den Hafen“, sagte Anna Berg.");
    report.person("Anna Berg", "Anna Berg")
        .time("Freitag", "2031-05-09")
        .quote("Ich komme am Freitag wieder in den Hafen", "Anna Berg", "Anna Berg");
    const MadeStory story(list(std::move(report), body("Der Hafen ruht.")));
    EXPECT_TRUE(timeline_of(story).empty());
}

TEST(Timeline, seasons_and_lengths_are_no_days) {
    const MadeStory story(list(
        body("Der Hafen ist im Winter zu. Der Lotse fährt seit dreißig Jahren.").time("Winter", "2030-WI").time("dreißig Jahren", "P30Y"),
        body("Der Hafen ruht.")));
    EXPECT_TRUE(timeline_of(story).empty());
}

TEST(Timeline, how_long_something_has_lasted_is_no_happening) {
    MadeReport report = body("Der Lotse fährt seit über zwei Jahren. Die Werft wurde vor zwei Jahren verkauft.");
    report.time("zwei Jahren", "P2Y");
    report.prepared().marks.times.push_back(report.prepared().marks.times[0]);
    report.prepared().marks.times[1].span = report.find("zwei Jahren", report.find("Werft").begin);
    for (Time& time : report.prepared().marks.times) time.moment = parse_iso("2029");
    const MadeStory story(list(std::move(report), body("Der Hafen ruht.")));
    const auto entries = timeline_of(story);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].text, "Die Werft wurde vor zwei Jahren verkauft.");
}

TEST(Happening, reports_that_give_other_days_are_shown_with_them) {
    const MadeStory story(list(body("Ein Kran stürzte am Mittwoch in das Becken.").time("Mittwoch", "2031-05-07"),
                               body("Ein Kran stürzte am Dienstag in das Becken.").time("Dienstag", "2031-05-06")));
    EXPECT_EQ(find_when(story.text()).size(), 2U);
    const MadeStory agreed(list(body("Ein Kran stürzte am Mittwoch in das Becken. Am Montag war er noch heil.")
                                    .time("Mittwoch", "2031-05-07")
                                    .time("Montag", "2031-05-05"),
                                body("Der Kran stürzte am 7. Mai.").time("7. Mai", "2031-05-07")));
    ASSERT_EQ(find_when(agreed.text()).size(), 1U);
    EXPECT_EQ(find_when(agreed.text())[0].value, "2031-05-07");
}

TEST(Happening, a_place_where_it_is_and_not_one_where_somebody_comes_from) {
    const MadeStory story(list(body("Matrosen aus Torsund sahen in Elmhafen einen Kran stürzen.").place("Torsund").place("Elmhafen"),
                               body("Der Kran in Elmhafen war neu.").place("Elmhafen")));
    const auto where = find_where(story.text());
    ASSERT_EQ(where.size(), 1U);
    EXPECT_EQ(where[0].value, "Elmhafen");
    EXPECT_EQ(where[0].mentions.size(), 2U);
}

TEST(People, most_named_first_with_a_mention_for_each_spelling_and_report) {
    MadeReport first = body("Hafenmeister Jens Oldig sperrte den Kai. Anna Berg blieb. Oldig schwieg.");
    first.person("Jens Oldig", "Jens Oldig", "Hafenmeister").person("Anna Berg", "Anna Berg").person("Oldig", "Jens Oldig");
    const MadeStory story(list(std::move(first), body("Jens Oldig ging.").person("Jens Oldig", "Jens Oldig")));
    const auto people = find_named(story.text(), NameKind::person);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].name, "Jens Oldig");
    EXPECT_EQ(people[0].role, "Hafenmeister");
    EXPECT_EQ(people[0].mentions.size(), 3U);
    EXPECT_TRUE(find_named(story.text(), NameKind::place).empty());
}

}  // namespace
}  // namespace depesche
