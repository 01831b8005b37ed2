// Counts of people by what became of them, in other words.
#include <gtest/gtest.h>

#include "brief/differences.h"
#include "brief/made_reports.h"
#include "brief/outcomes.h"

namespace depesche {
namespace {

using test::body;
using test::MadeReport;
using test::MadeStory;

struct Found {
    std::size_t sure = 0;
    std::size_t unsure = 0;
    std::size_t updates = 0;
};

Found found_in(MadeReport a, MadeReport b) {
    std::vector<MadeReport> reports;
    reports.push_back(std::move(a));
    reports.push_back(std::move(b));
    const MadeStory story(std::move(reports));
    const Differences differences = find_differences(story.text(), story.likenesses());
    return {differences.sure.size(), differences.unsure.size(), differences.updates.size()};
}

MadeReport count(const std::string& words, std::string_view figure, double value, std::string_view of) {
    return body(words).figure(figure, value, of, "person");
}

TEST(Outcomes, other_words_for_the_people_and_the_deed_are_one_count) {
    const Found found = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                 count("Bergleute haben 52 Personen aus den Gondeln geholt.", "52", 52, "Personen"));
    EXPECT_EQ(found.sure, 1U);
}

TEST(Outcomes, a_deed_may_be_told_in_words_that_stand_apart) {
    const Found found = found_in(count("Insgesamt 71 Fahrgäste brachte die Feuerwehr ins Freie.", "71", 71, "Fahrgäste"),
                                 count("Alle 64 Insassen wurden in Sicherheit gebracht.", "64", 64, "Insassen"));
    EXPECT_EQ(found.sure, 1U);
}

TEST(Outcomes, as_many_as_the_headline_counts_are_all) {
    MadeReport later({{PassageKind::headline, "52 Personen hängen in der Luft"},
                      {PassageKind::body, "Es war windig. 52 Personen mussten aus den Kabinen geholt werden."}});
    later.figure("52", 52, "Personen", "person").figure("52", 52, "Personen", "person");
    EXPECT_EQ(found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"), std::move(later)).sure, 1U);
    MadeReport part = body("Es war windig. 52 Personen mussten aus den Kabinen geholt werden.");
    part.figure("52", 52, "Personen", "person");
    EXPECT_EQ(found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"), std::move(part)).sure, 0U);
}

TEST(Outcomes, people_without_an_outcome_need_more_words_in_common) {
    const Found same = found_in(count("Die 16000 Einwohner von Elmhafen müssen ihr Trinkwasser abkochen.", "16000", 16000, "Einwohner"),
                                count("Ihr Trinkwasser abkochen müssen 19500 Menschen in Elmhafen.", "19500", 19500, "Menschen"));
    EXPECT_EQ(same.sure, 1U);
    const Found other = found_in(count("Die 16000 Einwohner von Elmhafen müssen ihr Trinkwasser abkochen.", "16000", 16000, "Einwohner"),
                                 count("Zum Fest am Trinkwasserturm kamen 19500 Menschen.", "19500", 19500, "Menschen"));
    EXPECT_EQ(other.sure + other.unsure, 0U);
}

TEST(Outcomes, equal_and_rounded_counts_are_no_difference) {
    const Found equal = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                 count("Bergleute haben 47 Personen aus den Gondeln geholt.", "47", 47, "Personen"));
    EXPECT_EQ(equal.sure + equal.unsure, 0U);
    const Found rounded = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                   count("Bergleute haben 50 Personen aus den Gondeln geholt.", "50", 50, "Personen"));
    EXPECT_EQ(rounded.sure + rounded.unsure, 0U);
}

TEST(Outcomes, a_part_of_those_meant_is_no_difference) {
    for (const char* words : {"Gerettet wurden darunter 31 Fahrgäste.", "31 Fahrgäste wurden gerettet, zehn weitere konnten gehen.",
                              "31 Fahrgäste von ihnen wurden gerettet."}) {
        const Found found =
            found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"), count(words, "31", 31, "Fahrgäste"));
        EXPECT_EQ(found.sure + found.unsure, 0U) << words;
    }
}

TEST(Outcomes, children_and_staff_are_not_all_people) {
    for (const char* who : {"Kinder", "Mitarbeiter", "Frauen"}) {
        const Found found = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                     count("Bergleute haben 31 " + std::string(who) + " aus den Gondeln geholt.", "31", 31, who));
        EXPECT_EQ(found.sure + found.unsure, 0U) << who;
    }
}

TEST(Outcomes, the_badly_hurt_are_counted_for_themselves) {
    const auto hurt = [](const std::string& all, double of_all, const std::string& badly, double of_badly) {
        MadeReport report = body("Beim Sturz des Krans gab es " + all + " Verletzte, darunter " + badly + " Schwerverletzte.");
        report.figure(all, of_all, "Verletzte", "person").figure(badly, of_badly, "Schwerverletzte", "person");
        return report;
    };
    EXPECT_EQ(found_in(hurt("41", 41, "vier", 4), hurt("41", 41, "sechs", 6)).sure, 1U);
    const Found equal = found_in(hurt("41", 41, "vier", 4), hurt("rund 40", 41, "vier", 4));
    EXPECT_EQ(equal.sure + equal.unsure, 0U);
}

TEST(Outcomes, other_outcomes_are_other_counts) {
    const Found found = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                 count("Am Elmhorn sind 31 Menschen verletzt worden.", "31", 31, "Menschen"));
    EXPECT_EQ(found.sure + found.unsure, 0U);
    const Found turned = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                  count("Noch nicht gerettet sind 31 Menschen.", "31", 31, "Menschen"));
    EXPECT_EQ(turned.sure + turned.unsure, 0U);
}

TEST(Outcomes, those_reached_by_one_means_may_be_a_part) {
    const Found found = found_in(count("Am Elmhorn sind 47 Menschen gerettet worden.", "47", 47, "Menschen"),
                                 count("Mit Hubschraubern wurden 31 Menschen gerettet.", "31", 31, "Menschen"));
    EXPECT_EQ(found.sure, 0U);
}

MadeReport toll(const std::string& words, std::string_view figure, double value, std::string_view of, std::string_view published) {
    MadeReport report({{PassageKind::body, words}}, published);
    report.figure(figure, value, of, "person");
    return report;
}

TEST(Updates, a_toll_that_is_higher_later_is_an_update) {
    const Found found = found_in(toll("Beim Brand wurden drei Menschen verletzt.", "drei", 3, "Menschen", "2031-05-07T08:10"),
                                 toll("Nach dem Brand zählt die Feuerwehr fünf Verletzte.", "fünf", 5, "Verletzte", "2031-05-07T17:40"));
    EXPECT_EQ(found.sure + found.unsure, 0U);
    EXPECT_EQ(found.updates, 1U);
}

TEST(Updates, a_toll_that_is_lower_later_is_a_difference) {
    const Found found = found_in(toll("Beim Brand wurden fünf Menschen verletzt.", "fünf", 5, "Menschen", "2031-05-07T08:10"),
                                 toll("Nach dem Brand zählt die Feuerwehr drei Verletzte.", "drei", 3, "Verletzte", "2031-05-07T17:40"));
    EXPECT_EQ(found.sure + found.unsure, 1U);
    EXPECT_EQ(found.updates, 0U);
}

TEST(Updates, two_reports_of_one_hour_differ) {
    const Found found = found_in(toll("Beim Brand wurden drei Menschen verletzt.", "drei", 3, "Menschen", "2031-05-07T08:10"),
                                 toll("Beim Brand gab es fünf Verletzte.", "fünf", 5, "Verletzte", "2031-05-07T08:40"));
    EXPECT_EQ(found.sure + found.unsure, 1U);
    EXPECT_EQ(found.updates, 0U);
}

}  // namespace
}  // namespace depesche
