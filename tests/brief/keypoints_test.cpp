// Which sentences are key points, and who supports them.
#include <gtest/gtest.h>

#include <algorithm>

#include "brief/keypoints.h"
#include "brief/made_reports.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

using test::MadeReport;
using test::MadeStory;

bool alone(const std::string& sentence, PassageKind kind = PassageKind::body) {
    std::vector<MadeReport> reports;
    reports.push_back(MadeReport({{kind, sentence}}));
    const MadeStory story(std::move(reports));
    return stands_alone(story.text(), story.text().lines().front());
}

TEST(KeyPoints, sentences_that_need_the_one_before_do_not_stand_alone) {
    for (const char* sentence :
         {"Dieser Vorwurf wiegt schwer für den Hafen.", "Er will das Amt im Herbst abgeben.", "Das bestätigte der Hafenmeister am Abend.",
          "Dabei wurden zwei Boote schwer beschädigt.", "Der 58-Jährige wurde noch in der Nacht vernommen.",
          "Gegen ihn wird wegen des Kranes ermittelt.", "Hier sehen Sie den Kran im Video.", "Was wird nun aus dem Kran im Hafen?",
          "Wir berichten den ganzen Tag aus dem Hafen.", "Nach eigener Zählung hat er 40 Kräne gebaut.", "Der Kran am Kai ist ..."}) {
        EXPECT_FALSE(alone(sentence)) << sentence;
    }
}

TEST(KeyPoints, sentences_that_say_it_all_stand_alone) {
    for (const char* sentence : {"Ein Kran ist am Montag in das Hafenbecken gestürzt.", "Das Radar des Lotsen zeigte den Kran nicht.",
                                 "Die letzten drei Kisten wurden am Abend geborgen.", "Für die Bergung standen drei Boote im Einsatz.",
                                 "Hafenmeister Oldig sagte, er habe den Kai sofort gesperrt."}) {
        EXPECT_TRUE(alone(sentence)) << sentence;
    }
}

TEST(KeyPoints, captions_of_other_zones_never_stand_alone) {
    EXPECT_FALSE(alone("Ein Kran ist am Montag in das Hafenbecken gestürzt.", PassageKind::headline));
    EXPECT_FALSE(alone("Ein Kran ist am Montag in das Hafenbecken gestürzt.", PassageKind::crosshead));
}

std::vector<KeyPoint> points_of(std::vector<MadeReport> reports, const Lineage& lineage) {
    const MadeStory story(std::move(reports));
    return find_keypoints(story.text(), story.likenesses(), OriginFinder(lineage, story.size()));
}

std::vector<MadeReport> three(const std::string& a, const std::string& b, const std::string& c) {
    std::vector<MadeReport> reports;
    for (const std::string& words : {a, b, c}) reports.push_back(test::body(words));
    return reports;
}

TEST(KeyPoints, paraphrases_support_one_point) {
    const std::vector<KeyPoint> points =
        points_of(three("Im Hafen von Elm ist ein Kran in das Becken gestürzt. Die Oper spielt am Sonntag zwei Stücke.",
                        "Ein Kran stürzte im Elmer Hafen am Abend in das Becken. Bäcker backen früh die Brötchen.",
                        "Die Schule bleibt wegen der Masern eine Woche zu."),
                  {});
    ASSERT_FALSE(points.empty());
    EXPECT_EQ(points[0].support.size(), 2U);
    EXPECT_EQ(points[0].origins, 2U);
    EXPECT_NE(points[0].text.find("Kran"), std::string::npos);
    for (std::size_t i = 1; i < points.size(); ++i)
        EXPECT_EQ(points[i].text.find("Kran"), std::string::npos) << "said twice: " << points[i].text;
}

TEST(KeyPoints, copies_of_one_agency_count_as_one_origin) {
    std::vector<MadeReport> reports =
        three("Im Hafen von Elm ist ein Kran in das Becken gestürzt.", "Im Hafen von Elm ist ein Kran in das Becken gestürzt.",
              "Im Hafen von Elm stürzte ein Kran in das Becken.");
    Lineage lineage;
    lineage.origins.push_back({"nwa", OriginKind::agency, {0, 1}, {}});
    lineage.origins.push_back({"Elmer Bote", OriginKind::outlet, {2}, {}});
    const std::vector<KeyPoint> points = points_of(std::move(reports), lineage);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].support.size(), 3U);
    EXPECT_EQ(points[0].origins, 2U);
    EXPECT_EQ(points[0].origin_names, (std::vector<std::string>{"nwa", "Elmer Bote"}));
}

TEST(KeyPoints, a_sentence_with_another_figure_does_not_support) {
    std::vector<MadeReport> reports;
    reports.push_back(test::body("Bei dem Kransturz im Hafen von Elm wurden 14 Matrosen verletzt.").figure("14", 14, "Matrosen"));
    reports.push_back(test::body("Bei dem Kransturz im Hafen von Elm wurden 41 Matrosen verletzt.").figure("41", 41, "Matrosen"));
    const std::vector<KeyPoint> points = points_of(std::move(reports), {});
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].support.size(), 1U);
}

TEST(KeyPoints, a_sentence_turned_round_does_not_support) {
    const std::vector<KeyPoint> points =
        points_of(three("Die Werft von Elm schließt einen Fehler am Kran aus.",
                        "Die Werft von Elm schließt einen Fehler am Kran nicht aus.", "Die Schule bleibt wegen der Masern eine Woche zu."),
                  {});
    ASSERT_FALSE(points.empty());
    for (const KeyPoint& point : points) EXPECT_EQ(point.support.size(), 1U) << point.text;
}

TEST(KeyPoints, are_at_most_eight) {
    std::string words;
    for (const char* noun :
         {"Anker", "Bojen", "Kutter", "Deiche", "Netze", "Pegel", "Ruder", "Segel", "Taue", "Winden", "Luken", "Masten"}) {
        words += "Die Werft liefert im Herbst neue " + std::string(noun) + " an den Betrieb " + noun + "werk. ";
    }
    for (int i = 0; i < 40; ++i)
        words += "Satz " + std::to_string(i) + " füllt Seite " + std::to_string(i * 7) + " mit Wort" + std::to_string(i) + " und Ding" +
                 std::to_string(i) + ". ";
    std::vector<MadeReport> reports;
    reports.push_back(test::body(words));
    EXPECT_LE(points_of(std::move(reports), {}).size(), most_keypoints);
}

}  // namespace
}  // namespace depesche
