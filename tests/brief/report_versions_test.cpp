// Versions in a brief: one report, all pages told, every change traced to both pages.
#include <algorithm>

#include <gtest/gtest.h>

#include <depesche/depesche.h>

namespace depesche {
namespace {

PageBytes page(const std::string& path, const std::string& outlet, const std::string& injured, const std::string& hour) {
    PageBytes stored;
    stored.path = path;
    stored.outlet = outlet;
    stored.bytes =
        "Lastkahn rammt Hafenbrücke in Nordstadt\n12.05.2025, " + hour +
        " Uhr\n\n"
        "Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung am Nachmittag "
        "mitteilte. " +
        injured +
        " Menschen wurden leicht verletzt.\n\n"
        "Ein losgerissener Lastkahn hatte die Brücke in der Nacht getroffen. Die Feuerwehr sicherte das Schiff mit Seilen am Ufer, die "
        "Polizei sperrte die Zufahrten. Wann die Brücke wieder geöffnet wird, ist nach Angaben der Stadt offen.\n";
    return stored;
}

TEST(ReportVersions, ThePieceIsOneReportWithItsVersions) {
    std::vector<PageBytes> pages = {page("a.txt", "Hafenblick", "Drei", "10:00"), page("b.txt", "Hafenblick", "Vier", "14:00"),
                                    page("c.txt", "Nordkurier", "Vier", "15:00")};
    const Brief brief = make_brief(pages, {});
    ASSERT_EQ(brief.stories.size(), 1U);
    const std::vector<Report>& reports = brief.stories.front().reports;
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(brief.pages.size(), 3U);
    const auto own = std::ranges::find(reports, "Hafenblick", &Report::outlet);
    ASSERT_NE(own, reports.end());
    EXPECT_EQ(brief.pages[own->page].page, "b.txt");
    ASSERT_EQ(own->versions.size(), 2U);
    EXPECT_EQ(own->versions.front().page, own->page);
    ASSERT_EQ(own->versions.front().changes.size(), 1U);
    const ReportChange& change = own->versions.front().changes.front();
    ASSERT_TRUE(change.before && change.after);
    EXPECT_EQ(change.before->text, "Drei");
    EXPECT_EQ(change.after->text, "Vier");
    EXPECT_EQ(brief.pages[change.before->page].page, "a.txt");
    EXPECT_TRUE(own->versions.back().changes.empty());
    const auto other = std::ranges::find(reports, "Nordkurier", &Report::outlet);
    ASSERT_NE(other, reports.end());
    EXPECT_TRUE(other->versions.empty());
    std::ranges::reverse(pages);
    EXPECT_EQ(to_json(make_brief(pages, {})), to_json(brief)) << "the order of the pages is no matter";
}

TEST(ReportVersions, PeopleReadHowManyVersionsThereAreAndWhatChanged) {
    const Brief brief = make_brief({page("a.txt", "Hafenblick", "Drei", "10:00"), page("b.txt", "Hafenblick", "Vier", "14:00")}, {});
    EXPECT_NE(to_terminal(brief, OutputLanguage::english, 100, false).find("2 versions, changed: “Drei” → “Vier”"), std::string::npos);
    EXPECT_NE(to_html(brief, OutputLanguage::german).find("2 Fassungen, geändert: “Drei” → “Vier”"), std::string::npos);
}

}  // namespace
}  // namespace depesche
