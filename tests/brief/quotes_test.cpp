// Lining up quotes over reports.
#include <gtest/gtest.h>

#include <algorithm>

#include "brief/made_reports.h"
#include "brief/quotes.h"

namespace depesche {
namespace {

using test::MadeReport;
using test::MadeStory;

MadeReport said(const std::string& words, const std::string& speaker) {
    MadeReport report = test::body("„" + words + "“, sagte Bürgermeister " + speaker + ".");
    report.person(speaker, speaker, "Bürgermeister").quote(words, speaker, speaker);
    return report;
}

const BriefQuote* with(const std::vector<BriefQuote>& quotes, std::string_view words) {
    const auto at = std::ranges::find_if(quotes, [&](const BriefQuote& q) {
        return std::ranges::any_of(q.versions, [&](const QuoteVersion& v) { return v.words.shown.find(words) != std::string::npos; });
    });
    return at == quotes.end() ? nullptr : &*at;
}

std::vector<MadeReport> list(MadeReport a, MadeReport b) {
    std::vector<MadeReport> reports;
    reports.push_back(std::move(a));
    reports.push_back(std::move(b));
    return reports;
}

TEST(Quotes, one_utterance_of_two_reports_is_one_quote_with_two_versions) {
    const MadeStory story(list(said("Der Turm bleibt bis Sonntag gesperrt", "Karla Wenig"),
                               said("Der Turm bleibt vorerst bis Sonntag gesperrt", "Karla Wenig")));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_EQ(lined.quotes[0].versions.size(), 2U);
    EXPECT_EQ(lined.quotes[0].speaker, "Karla Wenig");
    EXPECT_EQ(lined.quotes[0].type, "direct");
    EXPECT_TRUE(lined.quotes[0].drift);
    EXPECT_EQ(lined.quotes[0].changes, std::vector<std::string>{"– → vorerst"});
}

TEST(Quotes, the_same_words_by_another_speaker_are_a_difference_and_no_drift) {
    const MadeStory story(list(said("Wir hätten den Turm früher sperren müssen", "Karla Wenig"),
                               said("Wir hätten den Turm früher sperren müssen", "Otto Brühl")));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    EXPECT_EQ(lined.quotes.size(), 2U);
    EXPECT_TRUE(std::ranges::none_of(lined.quotes, &BriefQuote::drift));
    ASSERT_EQ(lined.differences.size(), 1U);
    EXPECT_EQ(lined.differences[0].kind, "speaker");
    EXPECT_EQ(lined.differences[0].values.size(), 2U);
}

TEST(Quotes, equal_words_need_not_be_many_to_be_one_utterance) {
    const MadeStory story(list(said("Wir hätten aufhören müssen", "Karla Wenig"), said("Wir hätten aufhören müssen", "Otto Brühl")));
    EXPECT_EQ(line_up_quotes(story.text()).differences.size(), 1U);
}

TEST(Quotes, short_set_phrases_by_two_people_are_no_difference) {
    const MadeStory story(list(said("Das ist gut", "Karla Wenig"), said("Das ist gut", "Otto Brühl")));
    EXPECT_TRUE(line_up_quotes(story.text()).differences.empty());
}

TEST(Quotes, two_people_of_one_surname_whom_two_reports_name_differently_may_be_one_speaker) {
    const MadeStory story(
        list(said("Ich habe den Kran selbst geprüft", "Karla Wenig"), said("Ich habe den Kran nicht selbst geprüft", "Karin Wenig")));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_TRUE(lined.quotes[0].drift);
    EXPECT_TRUE(lined.differences.empty());
}

TEST(Quotes, alike_sentences_of_one_report_stay_apart) {
    MadeReport report =
        test::body("„Wir brauchen mehr Boote im Hafen“, sagte Karla Wenig. „Wir brauchen mehr Leute im Hafen“, sagte Karla Wenig.");
    report.person("Karla Wenig", "Karla Wenig").quote("Wir brauchen mehr Boote im Hafen", "Karla Wenig", "Karla Wenig");
    report.quote("Wir brauchen mehr Leute im Hafen", "Karla Wenig", "Karla Wenig");
    const MadeStory story(list(std::move(report), said("Wir brauchen mehr Leute im Hafen", "Karla Wenig")));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    EXPECT_EQ(lined.quotes.size(), 2U);
    ASSERT_NE(with(lined.quotes, "mehr Leute"), nullptr);
    EXPECT_EQ(with(lined.quotes, "mehr Leute")->versions.size(), 2U);
    EXPECT_FALSE(with(lined.quotes, "mehr Leute")->drift);
}

TEST(Quotes, a_headline_that_shortens_a_quote_is_no_drift) {
    MadeReport report({{PassageKind::crosshead, "„Der Kran war geprüft“"},
                       {PassageKind::body, "„Der Kran war nach meinem Wissen geprüft, mehrmals“, sagte Karla Wenig."}});
    report.person("Karla Wenig", "Karla Wenig")
        .quote("Der Kran war geprüft", "")
        .quote("Der Kran war nach meinem Wissen geprüft, mehrmals", "Karla Wenig", "Karla Wenig");
    MadeReport cut({{PassageKind::crosshead, "„Der Kran war“"},
                    {PassageKind::body, "„Der Kran war nach meinem Wissen geprüft, mehrmals“, sagte Karla Wenig."}});
    cut.person("Karla Wenig", "Karla Wenig")
        .quote("Der Kran war", "")
        .quote("Der Kran war nach meinem Wissen geprüft, mehrmals", "Karla Wenig", "Karla Wenig");
    const MadeStory story(list(std::move(cut), said("Der Kran war nach meinem Wissen geprüft, mehrmals", "Karla Wenig")));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_EQ(lined.quotes[0].versions.size(), 3U);
    EXPECT_FALSE(lined.quotes[0].drift);
}

TEST(Quotes, an_unsure_speaker_stays_empty) {
    MadeReport report = test::body("„Das Geld ist noch da“, hieß es am Abend.");
    report.quote("Das Geld ist noch da", "");
    std::vector<MadeReport> reports;
    reports.push_back(std::move(report));
    const MadeStory story(std::move(reports));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_EQ(lined.quotes[0].speaker, "");
}

TEST(Quotes, a_role_that_one_person_of_the_story_has_names_the_speaker) {
    MadeReport report = test::body("Hafenmeister Jens Oldig traf Anna Berg. Der Kran sei sicher, sagte der Hafenmeister.");
    report.person("Jens Oldig", "Jens Oldig", "Hafenmeister").person("Anna Berg", "Anna Berg");
    report.quote("Der Kran sei sicher", "der Hafenmeister", "Anna Berg", QuoteType::indirect);
    std::vector<MadeReport> reports;
    reports.push_back(std::move(report));
    const MadeStory story(std::move(reports));
    ASSERT_EQ(line_up_quotes(story.text()).quotes.size(), 1U);
    EXPECT_EQ(line_up_quotes(story.text()).quotes[0].speaker, "Jens Oldig");
}

TEST(Quotes, a_role_that_two_people_have_leaves_the_speaker_unsure) {
    MadeReport report = test::body("Richter Jens Oldig und Richter Uwe Harms berieten. Der Kran sei sicher, sagte der Richter.");
    report.person("Jens Oldig", "Jens Oldig", "Richter").person("Uwe Harms", "Uwe Harms", "Richter");
    report.quote("Der Kran sei sicher", "der Richter", "", QuoteType::indirect);
    std::vector<MadeReport> reports;
    reports.push_back(std::move(report));
    const MadeStory story(std::move(reports));
    ASSERT_EQ(line_up_quotes(story.text()).quotes.size(), 1U);
    EXPECT_EQ(line_up_quotes(story.text()).quotes[0].speaker, "Richter");
}

TEST(Quotes, a_short_sentence_with_one_word_changed_is_drift) {
    MadeReport left = test::body("„Es war kein Pech, es war Schlamperei“, sagte Jens Oldig.");
    left.person("Jens Oldig", "Jens Oldig").quote("Es war kein Pech, es war Schlamperei", "Jens Oldig", "Jens Oldig");
    MadeReport right = test::body("„Es war kein Pech, es war Geiz“, sagte Jens Oldig.");
    right.person("Jens Oldig", "Jens Oldig").quote("Es war kein Pech, es war Geiz", "Jens Oldig", "Jens Oldig");
    std::vector<MadeReport> reports;
    reports.push_back(std::move(left));
    reports.push_back(std::move(right));
    const MadeStory story(std::move(reports));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_TRUE(lined.quotes[0].drift);
}

TEST(Quotes, a_sentence_made_of_direct_quotes_is_not_told_twice) {
    MadeReport report = test::body("Der Kran sei „ein Denkmal der Stadt und des Hafens“, sagte Anna Berg.");
    report.person("Anna Berg", "Anna Berg")
        .quote("Der Kran sei „ein Denkmal der Stadt und des Hafens“", "Anna Berg", "Anna Berg", QuoteType::indirect);
    Quote direct = report.prepared().marks.quotes[0];
    direct.type = QuoteType::direct;
    direct.parts = {report.find("ein Denkmal der Stadt und des Hafens")};
    report.prepared().marks.quotes.push_back(direct);
    std::vector<MadeReport> reports;
    reports.push_back(std::move(report));
    const MadeStory story(std::move(reports));
    const LinedUpQuotes lined = line_up_quotes(story.text());
    ASSERT_EQ(lined.quotes.size(), 1U);
    EXPECT_EQ(lined.quotes[0].type, "direct");
}

TEST(Quotes, what_a_reporter_words_is_drift_only_when_turned) {
    const auto indirect = [](const std::string& words) {
        MadeReport report = test::body(words + ", sagte Karla Wenig.");
        report.person("Karla Wenig", "Karla Wenig").quote(words, "Karla Wenig", "Karla Wenig", QuoteType::indirect);
        return report;
    };
    const MadeStory style(
        list(indirect("Der Turm sei seit Montag für Besucher gesperrt"), indirect("Der Turm wurde am Montag für Besucher gesperrt")));
    ASSERT_EQ(line_up_quotes(style.text()).quotes.size(), 1U);
    EXPECT_FALSE(line_up_quotes(style.text()).quotes[0].drift);
    const MadeStory turned(
        list(indirect("Der Turm sei seit Montag für Besucher gesperrt"), indirect("Der Turm sei seit Montag nicht für Besucher gesperrt")));
    ASSERT_EQ(line_up_quotes(turned.text()).quotes.size(), 1U);
    EXPECT_TRUE(line_up_quotes(turned.text()).quotes[0].drift);
}

}  // namespace
}  // namespace depesche
