// What the whole page tells of its lines.
#include <gtest/gtest.h>

#include "page/page_survey.h"

namespace depesche {
namespace {

const std::string paragraph =
    "Der Deich war nach Angaben der Gemeinde erst vor sechs Jahren verstärkt worden, und er galt als sicher. Die Helfer brachten in der "
    "Nacht Sandsäcke an die Bruchstelle, "
    "die auf einer Länge von vierzig Metern offen war.";

struct Surveyed {
    explicit Surveyed(std::string page) : text(std::move(page)), lines(lines_of(text)) {
        for (const PageLine& line : lines)
            looks.push_back(reader().look(std::string_view(text).substr(line.span.begin, line.span.size()), languages().find("de")));
    }
    static const Languages& languages() {
        static const Languages all;
        return all;
    }
    static const LineReader& reader() {
        static const LineReader one(languages());
        return one;
    }
    std::string text;
    std::vector<PageLine> lines;
    std::vector<LineLook> looks;
};

TEST(PageSurvey, TheCoreIsTheTextAndNotTheMenus) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "Menü " + std::to_string(i) + "\n";
    text += paragraph + "\nZwischentitel\n" + paragraph + "\n" + paragraph + "\n";
    for (int i = 0; i < 12; ++i) text += "Fuß " + std::to_string(i) + "\n";
    const Surveyed page(text);
    const PageSurvey survey(page.text, page.lines, page.looks);
    EXPECT_EQ(survey.core_begin(), 12U);
    EXPECT_EQ(survey.core_end(), 16U);
    EXPECT_EQ(survey.run(12), 1U);
    EXPECT_EQ(survey.run(14), 2U);
    EXPECT_EQ(survey.prose_from(0), 3U);
}

TEST(PageSurvey, ThreeLonelyShortTextsBelowHeadingsAreTeasers) {
    const std::string blurb =
        "Die Polizei hat am Mittwoch einen Mann auf der Autobahn gestoppt, der mit einem Traktor und ohne Licht in der Nacht unterwegs "
        "war.";
    const std::string row = "Traktor auf der Autobahn\n" + blurb + "\nKuh auf dem Gleis\n" + blurb + "\nSchaf im Rathaus\n" + blurb + "\n";
    const Surveyed teasers(row);
    EXPECT_TRUE(PageSurvey(teasers.text, teasers.lines, teasers.looks).teaser_row(3));
    const Surveyed ticker("10:30 | Traktor\n" + blurb + "\n09:15 | Kuh\n" + blurb + "\n08:05 | Schaf\n" + blurb + "\n");
    EXPECT_FALSE(PageSurvey(ticker.text, ticker.lines, ticker.looks).teaser_row(3));
}

TEST(PageSurvey, FindsWhatIsCitedFromAParagraph) {
    const Surveyed page(paragraph +
                        "\nDie Helfer brachten in der Nacht Sandsäcke an die Bruchstelle\nDie Gemeinde will den Deich im Frühjahr um einen "
                        "Meter erhöhen lassen\n");
    const PageSurvey survey(page.text, page.lines, page.looks);
    EXPECT_TRUE(survey.cited(1));
    EXPECT_FALSE(survey.cited(0));
    EXPECT_FALSE(survey.cited(2));
}

TEST(PageSurvey, LinesKnowTheirIndentAndTheEmptyLinesAroundThem) {
    const std::vector<PageLine> lines = lines_of("\n\n  eins\nzwei\n \t\n\tdrei");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].indent, 2U);
    EXPECT_TRUE(lines[0].blank_before);
    EXPECT_FALSE(lines[0].blank_after);
    EXPECT_FALSE(lines[1].blank_before);
    EXPECT_TRUE(lines[1].blank_after);
    EXPECT_TRUE(lines[2].blank_before && lines[2].blank_after);
    EXPECT_TRUE(lines_of(" \n\n").empty());
}

}  // namespace
}  // namespace depesche
