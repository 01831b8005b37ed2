// Which of a page's headings and declared titles is the title that a reader sees. Invented outlets.
#include <gtest/gtest.h>

#include "page/pages.h"

namespace depesche {
namespace {

using test::page_of;
using test::reader;

const std::string body =
    "<p>Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung am Nachmittag "
    "mitteilte.</p><p>Ein losgerissener Lastkahn hatte die Brücke in der Nacht getroffen. Verletzt wurde nach Angaben der Stadt "
    "niemand, der Schaden ist hoch.</p>";

std::string title_of(const std::string& head, const std::string& top) {
    const Article article = reader().read(page_of("<!doctype html><html><head>" + head + "</head><body>" + top + body + "</body></html>"));
    return article.title ? article.title->value : "none";
}

TEST(HtmlTitles, AHeadingInTheBreadcrumbIsNotTheHeadlineWhenOneStandsBelow) {
    const std::string head = "<meta property=\"og:title\" content=\"Hafenbrücke: Sturm beschädigt Pfeiler\">";
    const std::string headline = "<h2>Lastkahn rammt Hafenbrücke und treibt davon</h2>";
    EXPECT_EQ(title_of(head,
                       "<ol class=\"breadcrumb\"><li><a href=\"/\">Start</a></li><li><a href=\"/stadt\">Stadt</a></li><li><h1>"
                       "Hafenbrücke: Sturm beschädigt Pfeiler</h1></li></ol>" +
                           headline),
              "Lastkahn rammt Hafenbrücke und treibt davon");
    EXPECT_EQ(title_of(head,
                       "<header><div><a href=\"/\">Start</a> <span>|</span> <a href=\"/stadt\">Stadt</a> <span>|</span> <h1>Hafenbrücke: "
                       "Sturm beschädigt Pfeiler</h1></div>" +
                           headline + "</header>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

TEST(HtmlTitles, ABreadcrumbsHeadingIsTheTitleWhenThereIsNoOther) {
    EXPECT_EQ(
        title_of("", "<ol class=\"breadcrumb\"><li><a href=\"/\">Start</a></li><li><h1>Sturm beschädigt Pfeiler der Brücke</h1></li></ol>"),
        "Sturm beschädigt Pfeiler der Brücke");
    EXPECT_EQ(title_of("",
                       "<ol class=\"breadcrumb\"><li><a href=\"/\">Start</a></li><li><h1>Sturm beschädigt Pfeiler der Brücke</h1></li></ol>"
                       "<div class=\"teaser\"><h2>Newsletter</h2></div>"),
              "Sturm beschädigt Pfeiler der Brücke");
}

TEST(HtmlTitles, AnElementThatHoldsTheNextHeadingAsWellIsNoBreadcrumb) {
    EXPECT_EQ(title_of("",
                       "<div class=\"intro breadcrumb-wrapper\"><h1>Lastkahn rammt Hafenbrücke und treibt davon</h1>"
                       "<h2>Die Stadt sperrt die Brücke bis auf Weiteres</h2></div>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

TEST(HtmlTitles, AKickerInTheHeadingIsCutOffWhereADeclaredTitleSaysSo) {
    const std::string head = "<meta property=\"og:title\" content=\"Lastkahn rammt Hafenbrücke und treibt davon\">";
    EXPECT_EQ(title_of(head, "<h1><span>Unwetter</span> <span>Lastkahn rammt Hafenbrücke und treibt davon</span></h1>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
    EXPECT_EQ(title_of(head, "<h1><span>Stadt</span>:<span>Lastkahn rammt Hafenbrücke und treibt davon</span></h1>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

TEST(HtmlTitles, AKickerOnItsOwnLineOfTheHeadingIsNotInTheTitle) {
    EXPECT_EQ(title_of("", "<h1><div class=\"kicker\">Unwetter</div><div>Lastkahn rammt Hafenbrücke und treibt davon</div></h1>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

TEST(HtmlTitles, OfSeveralFirstHeadingsTheOneAboveTheTextIsTheHeadline) {
    const std::string head = "<meta property=\"og:title\" content=\"Nach dem Sturm: So geht es an der Brücke weiter\">";
    EXPECT_EQ(title_of(head, "<h1>Hafenblick</h1><h1>Lastkahn rammt Hafenbrücke und treibt davon</h1>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

TEST(HtmlTitles, ATickerOfLatestItemsIsNotTheTitleOfALiveBlog) {
    const std::string head = "<title>Sturm im Norden: alle Entwicklungen</title>";
    EXPECT_EQ(title_of(head, "<h1>Brücke bleibt gesperrt +++ Fähre fährt wieder</h1>"), "Sturm im Norden: alle Entwicklungen");
}

TEST(HtmlTitles, TheOutletsNameInTheFirstHeadingIsNotTheTitle) {
    const std::string head =
        "<title>Lastkahn rammt Hafenbrücke und treibt davon | Hafenblick</title><meta property=\"og:site_name\" content=\"Hafenblick\">";
    EXPECT_EQ(title_of(head, "<h1>Hafenblick</h1><h2>Lastkahn rammt Hafenbrücke und treibt davon</h2>"),
              "Lastkahn rammt Hafenbrücke und treibt davon");
}

}  // namespace
}  // namespace depesche
