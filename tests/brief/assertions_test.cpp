// What two reports assert of one thing in other sentences. The sentences were written before the thresholds.
#include "brief/assertions.h"

#include <gtest/gtest.h>

#include "brief/differences.h"
#include "brief/made_reports.h"

namespace depesche {
namespace {

using test::body;
using test::MadeReport;
using test::MadeStory;

Differences differences_of(std::vector<MadeReport> reports) {
    const MadeStory story(std::move(reports));
    return find_differences(story.text(), story.likenesses());
}

std::vector<std::string> kinds(const std::vector<Difference>& differences) {
    std::vector<std::string> out;
    for (const Difference& d : differences) out.push_back(d.kind);
    return out;
}

// Sentences around the ones that are judged, so that words have a weight.
const std::string around = " Im Hafen liegt Nebel. Die Kräne stehen still. Am Kai warten Möwen auf Abfälle. Der Rat tagt im Speicher.";

TEST(Assertions, a_length_in_other_words) {
    const Differences found =
        differences_of({body("Der Pachtvertrag gilt 26 Monate." + around).time("26 Monate", "P26M"),
                        body("Doch der Pachtvertrag läuft 24 Monate, und bis dahin ruht der Bau.").time("24 Monate", "P24M")});
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"figure"});
}

TEST(Assertions, a_day_in_another_order) {
    const Differences found =
        differences_of({body("Die Schleuse sei zuletzt am 21. Mai gewartet worden, sagte Oldig." + around).time("21. Mai", "2031-05-21"),
                        body("Zuletzt gewartet wurde die Schleuse am 12. Mai.").time("12. Mai", "2031-05-12")});
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"date"});
}

TEST(Assertions, a_season_of_one_year) {
    const Differences found = differences_of(
        {body("Den Antrag auf Baggerung will die Reederei im Frühjahr 2032 stellen." + around).time("Frühjahr 2032", "2032-SP"),
         body("Die Reederei stellt den Antrag im Herbst 2032.").time("Herbst 2032", "2032-FA")});
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"date"});
}

TEST(Assertions, a_toll_without_a_noun) {
    const Differences found =
        differences_of({body("Sieben weitere wurden bei dem Kranunglück verletzt." + around).figure("Sieben", 7, "verletzt", "person"),
                        body("Neun Matrosen liegen verletzt in Kliniken.").figure("Neun", 9, "verletzt", "person")});
    EXPECT_EQ(kinds(found.sure), std::vector<std::string>{"figure"});
}

TEST(Assertions, the_dead_are_not_set_against_the_hurt) {
    const Differences found =
        differences_of({body("Bei dem Kranunglück wurden drei Menschen getötet." + around).figure("drei", 3, "Menschen", "person"),
                        body("Bei dem Kranunglück wurden fünf Menschen verletzt.").figure("fünf", 5, "Menschen", "person")});
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

TEST(Assertions, severely_hurt_are_a_part_of_the_hurt) {
    const Differences found =
        differences_of({body("Bei dem Kranunglück wurden vier Matrosen schwer verletzt." + around).figure("vier", 4, "Matrosen", "person"),
                        body("Bei dem Kranunglück wurden sieben Matrosen verletzt.").figure("sieben", 7, "Matrosen", "person")});
    EXPECT_TRUE(found.sure.empty());
}

TEST(Assertions, a_figure_that_both_have_is_out_of_the_way) {
    const Differences found =
        differences_of({body("Die Löhne der Lotsen steigen um 4 Prozent. Gefordert hatten die Lotsen 9 Prozent." + around)
                            .figure("4 Prozent", 4, "", "%")
                            .figure("9 Prozent", 9, "", "%"),
                        body("Die Lotsen bekommen 4 Prozent höhere Löhne.").figure("4 Prozent", 4, "", "%")});
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

TEST(Assertions, rounded_is_no_difference) {
    const Differences found =
        differences_of({body("Der Schaden am Kran beträgt 61 Millionen Euro." + around).figure("61 Millionen Euro", 61e6, "", "EUR"),
                        body("Am Kran entstand ein Schaden von rund 60 Millionen Euro.")
                            .figure("rund 60 Millionen Euro", 60e6, "", "EUR", FigureKind::about)});
    EXPECT_TRUE(found.sure.empty());
    EXPECT_TRUE(found.unsure.empty());
}

TEST(Assertions, words_put_for_each_other_are_one_term) {
    const MadeStory story({body("Die Lotsen fordern 9 Prozent." + around).figure("9 Prozent", 9, "", "%"),
                           body("Die Lotsen verlangen 7 Prozent.").figure("7 Prozent", 7, "", "%")});
    const std::vector<Assertion> found = find_assertions(story.text());
    ASSERT_EQ(found.size(), 2U);
    std::vector<std::uint32_t> shared;
    for (const ContextTerm& left : found[0].context) {
        for (const ContextTerm& right : found[1].context) {
            if (left.id == right.id) shared.push_back(left.id);
        }
    }
    EXPECT_EQ(shared.size(), 2U);  // Lotsen, and that they demand
}

TEST(Assertions, what_somebody_was_quoted_with_is_drift_and_no_difference) {
    const Differences found = differences_of({body("„Wir haben 14 Kisten verloren“, sagte Jens Oldig." + around)
                                                  .person("Jens Oldig", "Jens Oldig")
                                                  .figure("14", 14, "Kisten")
                                                  .quote("Wir haben 14 Kisten verloren", "Jens Oldig", "Jens Oldig"),
                                              body("„Wir haben 41 Kisten verloren“, sagte Jens Oldig.")
                                                  .person("Jens Oldig", "Jens Oldig")
                                                  .figure("41", 41, "Kisten")
                                                  .quote("Wir haben 41 Kisten verloren", "Jens Oldig", "Jens Oldig")});
    EXPECT_TRUE(found.sure.empty());
}

}  // namespace
}  // namespace depesche
