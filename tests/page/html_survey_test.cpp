#include "page/html_survey.h"

#include <gtest/gtest.h>

#include <string>

#include "pages.h"

namespace {

using namespace depesche;
using namespace depesche::test;

const std::string paragraph =
    "<p>Der Deich bei Suderbüll hat dem Hochwasser in der Nacht standgehalten, sagte der Verband am Morgen, die Pumpen laufen weiter.</p>";

// A page with its lines, looks and survey, which refer to each other.
struct Surveyed {
    explicit Surveyed(const std::string& body) : page(page_of("<!doctype html><html><body>" + body + "</body></html>")) {
        lines = lines_of(page.source.text());
        for (const PageLine& line : lines) looks.push_back(reader.look(page.source.view(line.span), languages.find("de")));
    }
    [[nodiscard]] HtmlSurvey survey() const { return {*page.html, lines, looks, words}; }

    Languages languages;
    LineReader reader{languages};
    MarkupWords words;
    Page page;
    std::vector<PageLine> lines;
    std::vector<LineLook> looks;
};

std::uint8_t near(const HtmlSurvey& survey, std::size_t line, MarkupCue cue) {
    return survey.nearness(line)[static_cast<std::size_t>(cue)];
}

TEST(HtmlSurvey, lines_know_their_tag_and_the_names_above_them) {
    const Surveyed s("<nav><a href=/a>Start</a></nav><div class=related-box><h3>Mehr</h3><p><b>Zum</b> Deich</p></div>");
    const HtmlSurvey survey = s.survey();
    ASSERT_EQ(survey.size(), 3U);
    EXPECT_EQ(near(survey, 0, MarkupCue::navigation), 7);
    EXPECT_FLOAT_EQ(survey.place(0).linked, 1);
    EXPECT_EQ(survey.place(1).tag, MarkupTag::heading_3);
    EXPECT_EQ(near(survey, 1, MarkupCue::teaser), 7);
    EXPECT_EQ(near(survey, 1, MarkupCue::navigation), 0);
    EXPECT_EQ(survey.place(2).tag, MarkupTag::paragraph);
    EXPECT_GT(survey.place(2).strong, 0.2F);
}

TEST(HtmlSurvey, the_main_container_has_most_of_the_running_text) {
    const Surveyed s("<div>Kopf</div><div><div>" + paragraph + paragraph + paragraph + "</div><div>" + paragraph + "</div></div>");
    const HtmlSurvey survey = s.survey();
    ASSERT_NE(survey.main(), no_element);
    EXPECT_EQ(survey.holding(survey.main()).lines, 3U);
    EXPECT_EQ(survey.way_from_main(1).up, 0U);
    EXPECT_EQ(survey.way_from_main(4).up, 1U);
    EXPECT_EQ(survey.way_from_main(0).up, 2U);
}

TEST(HtmlSurvey, a_page_without_running_text_has_no_main_container) {
    const Surveyed s("<p>Kurz.</p><p>Knapp.</p>");
    EXPECT_EQ(s.survey().main(), no_element);
}

TEST(HtmlSurvey, holdings_are_the_sums_of_what_is_below) {
    const Surveyed s("<div><ul><li>eins</li><li>zwei</li></ul><div>" + paragraph + "</div></div>");
    const HtmlSurvey survey = s.survey();
    for (std::uint32_t e = 0; e < s.page.html->elements.size(); ++e) {  // the slow twin: ask every line for its ancestors
        std::uint32_t lines = 0;
        std::uint32_t letters = 0;
        for (std::size_t i = 0; i < survey.size(); ++i) {
            bool below = false;
            for (std::uint32_t up = survey.place(i).element; up != no_element; up = survey.parent(up)) below = below || up == e;
            if (!below) continue;
            ++lines;
            letters += s.looks[i].letters;
        }
        EXPECT_EQ(survey.holding(e).lines, lines);
        EXPECT_EQ(survey.holding(e).letters, letters);
    }
}

TEST(HtmlSurvey, comments_are_told_from_the_text_but_not_in_a_forum) {
    const std::string comments = "<ol class=comment-list><li class=comment>" + paragraph + "</li><li class=comment>" + paragraph +
                                 "</li><li class=comment>" + paragraph + "</li></ol>";
    const Surveyed article("<div class=post>" + paragraph + paragraph + "</div>" + comments);
    const HtmlSurvey survey = article.survey();
    EXPECT_FALSE(survey.place(0).comment);
    EXPECT_TRUE(survey.place(2).comment);
    EXPECT_FALSE(survey.place(2).running);
    EXPECT_EQ(survey.holding(survey.main()).first, 0U);
    const Surveyed forum("<div>Frage</div>" + comments);
    EXPECT_FALSE(forum.survey().place(1).comment);
    EXPECT_TRUE(forum.survey().place(1).running);
}

TEST(HtmlSurvey, the_element_around_most_of_the_text_is_no_sidebar_whatever_its_name) {
    const Surveyed s("<div class=sidebar-layout><div class=share>" + paragraph + paragraph +
                     "</div></div><div class=sidebar><p>Kurz</p></div>");
    const HtmlSurvey survey = s.survey();
    EXPECT_EQ(near(survey, 0, MarkupCue::side), 0);
    EXPECT_GT(near(survey, 2, MarkupCue::side), 0);
}

TEST(HtmlSurvey, hidden_lines_are_held_by_nothing) {
    const Surveyed s("<div hidden>" + paragraph + "</div><div>" + paragraph + "</div>");
    const HtmlSurvey survey = s.survey();
    EXPECT_TRUE(survey.place(0).hidden);
    EXPECT_EQ(survey.way_from_main(1).up, 0U);
    EXPECT_EQ(survey.holding(survey.main()).lines, 1U);
}

}  // namespace
