// What is a difference and what is none. The sentences were written before the rules.
#include <gtest/gtest.h>

#include <algorithm>

#include "brief/differences.h"
#include "brief/made_reports.h"

namespace depesche {
namespace {

using test::body;
using test::MadeReport;
using test::MadeStory;

Differences differences_of(MadeReport a, MadeReport b) {
    std::vector<MadeReport> reports;
    reports.push_back(std::move(a));
    reports.push_back(std::move(b));
    const MadeStory story(std::move(reports));
    return find_differences(story.text(), story.likenesses());
}

std::vector<std::string> kinds(const std::vector<Difference>& differences) {
    std::vector<std::string> out;
    for (const Difference& d : differences) out.push_back(d.kind);
    return out;
}

TEST(Differences, another_figure_in_the_same_words) {
    const Differences found = differences_of(body("Der Kran stürzte mit 14 Kisten vom Kai in das Hafenbecken.").figure("14", 14, "Kisten"),
                                             body("Der Kran stürzte mit 41 Kisten vom Kai in das Hafenbecken.").figure("41", 41, "Kisten"));
    ASSERT_EQ(kinds(found.sure), std::vector<std::string>{"figure"});
    EXPECT_EQ(found.sure[0].values.size(), 2U);
    EXPECT_EQ(found.sure[0].values[0].mentions[0].shown, "14 Kisten");
}

TEST(Differences, another_length_in_the_same_words) {
    const Differences found =
        differences_of(body("Nach einem 20-minütigen Gespräch verließ Lund das Rathaus durch den Hof.").time("20-minütigen", "PT20M"),
                       body("Nach einem 40-minütigen Gespräch verließ Lund das Rathaus durch den Hof.").time("40-minütigen", "PT40M"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"figure"});
}

TEST(Differences, another_date_in_the_same_words) {
    const Differences found = differences_of(body("Der Stadtrat berät am 3. Mai über den neuen Kran.").time("am 3. Mai", "2031-05-03"),
                                             body("Der Stadtrat berät am 30. Mai über den neuen Kran.").time("am 30. Mai", "2031-05-30"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"date"});
}

TEST(Differences, another_place_in_the_same_words) {
    const Differences found = differences_of(body("Wenig sprach auf einer Versammlung der Schauerleute in Elmhafen.").place("Elmhafen"),
                                             body("Wenig sprach auf einer Versammlung der Schauerleute in Torsund.").place("Torsund"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"place"});
}

TEST(Differences, a_town_and_the_landscape_it_may_lie_in_are_none) {
    const Differences found =
        differences_of(body("Wenig sprach auf einer Versammlung der Schauerleute in Elmhafen.").place("Elmhafen"),
                       body("Wenig sprach auf einer Versammlung der Schauerleute in Norddeutschland.").place("Norddeutschland"));
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

TEST(Differences, another_first_name_of_one_office) {
    const Differences found = differences_of(
        body("Hafenmeister Jens Oldig sperrte den Kai.").person("Jens Oldig", "Jens Oldig", "Hafenmeister"),
        body("Die Kräne stehen still, ordnete Hafenmeister Jonas Oldig an.").person("Jonas Oldig", "Jonas Oldig", "Hafenmeister"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"name"});
}

TEST(Differences, first_names_a_slip_apart) {
    const Differences found = differences_of(body("Matrose Jonas Oldig sah den Kran fallen.").person("Jonas Oldig", "Jonas Oldig"),
                                             body("Der Kran fiel neben das Boot von Jens Oldig.").person("Jens Oldig", "Jens Oldig"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"name"});
    const Differences siblings =
        differences_of(body("Matrose Jonas Oldig sah den Kran fallen.").person("Jonas Oldig", "Jonas Oldig"),
                       body("Der Kran fiel neben das Boot von Friederike Oldig.").person("Friederike Oldig", "Friederike Oldig"));
    EXPECT_TRUE(siblings.sure.empty());
    EXPECT_TRUE(siblings.unsure.empty());
}

TEST(Differences, another_first_name_beside_one_noun) {
    const Differences found = differences_of(body("Das sagte die Kranprüferin Hedda Oldig.").person("Hedda Oldig", "Hedda Oldig"),
                                             body("Fiona Oldig, Kranprüferin, hielt ein Seil hoch.").person("Fiona Oldig", "Fiona Oldig"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"name"});
}

TEST(Differences, the_night_to_a_day_is_told_of_either_day) {
    const Differences found =
        differences_of(body("In der Nacht zum Mittwoch stürzte der Kran in das Hafenbecken.").time("Nacht zum Mittwoch", "2031-05-06TNI"),
                       body("Am 7. Mai stürzte der Kran in das Hafenbecken.").time("7. Mai", "2031-05-07"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, a_toll_told_in_other_words) {
    const Differences found =
        differences_of(body("Bei dem Kranunglück gab es sieben Verletzte.").figure("sieben", 7, "Verletzte"),
                       body("Das Krankenhaus nahm neun Verletzte auf, drei Stunden lang.").figure("neun", 9, "Verletzte"));
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"figure"});
}

TEST(Differences, rounded_and_exact_are_none) {
    const Differences found =
        differences_of(body("Der Kran stürzte mit 187 Kisten vom Kai.").figure("187", 187, "Kisten"),
                       body("Der Kran stürzte mit fast 190 Kisten vom Kai.").figure("fast 190", 190, "Kisten", "", FigureKind::at_most));
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

TEST(Differences, weekday_and_date_of_one_day_are_none) {
    const Differences found =
        differences_of(body("Der Kran stürzte am Mittwoch vom Kai in das Hafenbecken.").time("am Mittwoch", "2031-05-07"),
                       body("Der Kran stürzte am 7. Mai vom Kai in das Hafenbecken.").time("am 7. Mai", "2031-05-07"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, a_count_that_says_it_was_raised_is_none) {
    const Differences found = differences_of(body("Bei dem Kranunglück gab es sieben Verletzte.").figure("sieben", 7, "Verletzte"),
                                             body("Die Zahl stieg auf neun Verletzte.").figure("neun", 9, "Verletzte").updated());
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, a_count_that_repeats_the_old_one_is_none) {
    const Differences found = differences_of(body("Bei dem Kranunglück gab es sieben Verletzte.").figure("sieben", 7, "Verletzte"),
                                             body("Bei dem Kranunglück gab es neun Verletzte. Am Abend waren es sieben Verletzte.")
                                                 .figure("neun", 9, "Verletzte")
                                                 .figure("sieben", 7, "Verletzte"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, a_count_that_another_sentence_says_was_raised_is_none) {
    const Differences found =
        differences_of(body("Bei dem Kranunglück im Hafen wurden 41 Matrosen verletzt.").figure("41", 41, "Matrosen"),
                       body("Bei dem Kranunglück im Hafen wurden 44 Matrosen verletzt. Zunächst war von 41 Opfern die Rede.")
                           .figure("44", 44, "Matrosen")
                           .figure("41", 41, "Opfern"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, an_earlier_happening_is_none) {
    const Differences found =
        differences_of(body("Bei dem Unglück am Kai kamen drei Arbeiter ums Leben.").figure("drei", 3, "Arbeiter"),
                       body("Damals kamen bei einem Unglück am Kai zwei Arbeiter ums Leben.").figure("zwei", 2, "Arbeiter"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, sentences_of_one_make_about_two_things_are_none) {
    const Differences found = differences_of(body("In Elmhafen kamen am Montag drei Schlepper zu Schaden.")
                                                 .place("Elmhafen")
                                                 .time("am Montag", "2031-05-05")
                                                 .figure("drei", 3, "Schlepper"),
                                             body("In Torsund kamen am Freitag zwei Schlepper zu Schaden.")
                                                 .place("Torsund")
                                                 .time("am Freitag", "2031-05-09")
                                                 .figure("zwei", 2, "Schlepper"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, two_people_of_one_name_whom_one_report_has_both_are_none) {
    const Differences found =
        differences_of(body("Hafenmeister Jens Oldig und sein Bruder Jonas Oldig sperrten den Kai.")
                           .person("Jens Oldig", "Jens Oldig", "Hafenmeister")
                           .person("Jonas Oldig", "Jonas Oldig"),
                       body("Hafenmeister Jonas Oldig schwieg.").person("Jonas Oldig", "Jonas Oldig", "Hafenmeister"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, names_that_share_nothing_are_not_sure) {
    const Differences found =
        differences_of(body("Torsunds Hafenmeister Yun Ki-ho wies den Vorwurf der Werft zurück.").person("Yun Ki-ho", "Yun Ki-ho"),
                       body("Torsunds Hafenmeister Jun Gi Ho wies den Vorwurf der Werft zurück.").person("Jun Gi Ho", "Jun Gi Ho"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, a_part_is_not_counted_against_the_whole) {
    const Differences found = differences_of(body("An Bord waren 187 Fahrgäste und ein Hund.").figure("187", 187, "Fahrgäste"),
                                             body("Vier Fahrgäste mussten in der Klinik bleiben.").figure("Vier", 4, "Fahrgäste"));
    EXPECT_TRUE(found.sure.empty());
}

TEST(Differences, what_is_counted_everywhere_is_not_compared_alone) {
    const Differences found = differences_of(body("Rund um den Kai wohnen 300 Menschen.").figure("300", 300, "Menschen"),
                                             body("Zur Andacht kamen 200 Menschen.").figure("200", 200, "Menschen"));
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

}  // namespace
}  // namespace depesche
