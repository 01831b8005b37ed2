// Dates of HTML pages: declared in many forms, in elements, in the address, in lines that a reader sees. Invented outlets.
#include <gtest/gtest.h>

#include "page/pages.h"

namespace depesche {
namespace {

using test::page_of;
using test::reader;

const std::string& body = test::bridge_body;
const std::string& headline = test::bridge_headline;

std::string html(const std::string& head, const std::string& top, const std::string& bottom = {}) {
    return "<!doctype html><html><head>" + head + "</head><body>" + top + body + bottom + "</body></html>";
}
std::string published(const std::string& page, const std::string& url = {}, const std::string& crawled = {}) {
    Page read = page_of(page, crawled);
    read.stored.url = url;
    const Article article = reader().read(read);
    return article.published ? to_iso(article.published->value) : "none";
}
std::string meta(const std::string& name, const std::string& value) { return "<meta name=\"" + name + "\" content=\"" + value + "\">"; }

TEST(HtmlDates, MetaTagsOfManyNames) {
    for (const std::string name : {"article:published_time", "DC.date.issued", "DC:date", "dcterms.created", "publication_date",
                                   "publishdate", "sailthru.date", "parsely-pub-date", "og:release_date", "bt:pubDate", "date", "pubdate"})
        EXPECT_EQ(published(html(meta(name, "2025-05-12"), headline)), "2025-05-12") << name;
}

TEST(HtmlDates, MetaDatesInManyForms) {
    const auto form = [](const std::string& value) { return published(html(meta("date", value), headline)); };
    EXPECT_EQ(form("Mon, 12 May 2025 00:04:00 +0200"), "2025-05-12T00:04:00+02:00");
    EXPECT_EQ(form("Mon, 12 May 2025 10:04:00 GMT"), "2025-05-12T10:04:00Z");
    EXPECT_EQ(form("Mon May 12 14:57:21 CEST 2025"), "2025-05-12T14:57:21");
    EXPECT_EQ(form("20250512"), "2025-05-12");
    EXPECT_EQ(form("2025/05/12"), "2025-05-12");
    EXPECT_EQ(form("2025-05-12T12:45:36.270+01"), "2025-05-12T12:45:36+01:00");
    EXPECT_EQ(form("12.05.2025, 07:00:03"), "2025-05-12T07:00:03");
    EXPECT_EQ(form("May 12, 2025"), "2025-05-12");
    EXPECT_EQ(form("2025-02-31"), "none");
    EXPECT_EQ(form("gestern"), "none");
}

TEST(HtmlDates, ElementsThatAreMadeForDates) {
    EXPECT_EQ(published(html("", headline + "<p><time datetime=\"2025-05-12T10:15:00+02:00\">vor 3 Stunden</time></p>")),
              "2025-05-12T10:15:00+02:00");
    EXPECT_EQ(published(html("", headline + "<p><time>12.05.2025, 10:15 Uhr</time></p>")), "2025-05-12T10:15");
    EXPECT_EQ(published(html("", headline + "<abbr class=\"published\" title=\"2025-05-12T10:15:00+0200\">Montag</abbr>")),
              "2025-05-12T10:15:00+02:00");
    EXPECT_EQ(published(html("", headline + "<span itemprop=\"datePublished\">12.05.2025 10:15</span>")), "2025-05-12T10:15");
    EXPECT_EQ(published(html("", headline + "<span itemprop=\"datePublished\" content=\"2025-05-12\">Montag</span>")), "2025-05-12");
}

TEST(HtmlDates, ThePublicationIsPreferredToTheUpdate) {
    EXPECT_EQ(published(html("", headline + "<time class=\"updated\" datetime=\"2025-05-14\">14.05.</time><time class=\"published\" "
                                            "datetime=\"2025-05-12\">12.05.</time>")),
              "2025-05-12");
    EXPECT_EQ(published(html("", headline + "<p>Aktualisiert: 14.05.2025</p><p>Veröffentlicht am 12.05.2025</p>")), "2025-05-12");
}

TEST(HtmlDates, LinesWithADateAroundTheHeadline) {
    for (const std::string line : {"12. Mai 2025", "May 12th 2025", "Posted on May 12, 2025 by Ida Horn", "Stand: 12.05.2025 18:00 Uhr",
                                   "am Montag 12. Mai 2025", "12 mai 2025", "12/05/2025 - 18:00"})
        EXPECT_EQ(published(html("", headline + "<div class=\"post-meta\">" + line + "</div>")).substr(0, 10), "2025-05-12") << line;
}

TEST(HtmlDates, MonthNamesOfLanguagesWithoutTablesOfTheirOwn) {
    const auto in = [](const std::string& line, const std::string& text) {
        return published("<!doctype html><html><body><h1>" + text.substr(0, text.find('.')) + "</h1><p class=\"date\">" + line + "</p><p>" +
                         text + "</p><p>" + text + "</p></body></html>");
    };
    EXPECT_EQ(in("12 мая 2025, 13:43",
                 "Старый мост в порту закрыли после сильного шторма. Городская администрация сообщила, что никто не пострадал, "
                 "но движение судов остановлено до следующей недели."),
              "2025-05-12T13:43");
    EXPECT_EQ(in("12 Maggio 2025",
                 "Il vecchio ponte del porto è stato chiuso dopo la tempesta. Il comune ha comunicato che nessuno è rimasto "
                 "ferito, ma il traffico delle navi resta fermo fino alla prossima settimana."),
              "2025-05-12");
    EXPECT_EQ(in("12 de mayo de 2025",
                 "El viejo puente del puerto fue cerrado después de la tormenta. El ayuntamiento comunicó que nadie resultó "
                 "herido, pero el tráfico de barcos sigue parado hasta la próxima semana."),
              "2025-05-12");
    EXPECT_EQ(in("12 maja 2025",
                 "Stary most w porcie został zamknięty po silnej burzy. Urząd miasta poinformował, że nikt nie został ranny, ale "
                 "ruch statków jest wstrzymany do przyszłego tygodnia."),
              "2025-05-12");
    EXPECT_EQ(
        in("2025年5月12日", "港の古い橋は嵐のあと閉鎖されました。市によると、けが人はいませんでしたが、船の運航は来週まで止まっています。"),
        "2025-05-12");
}

TEST(HtmlDates, TheAddressGivesTheDayWhenNothingElseDoes) {
    EXPECT_EQ(published(html("", headline), "https://hafenblick.example/2025/05/12/lastkahn"), "2025-05-12");
    EXPECT_EQ(published(html("<link rel=\"canonical\" href=\"https://hafenblick.example/stadt/2025-05-12/lastkahn\">", headline)),
              "2025-05-12");
    EXPECT_EQ(published(html("", headline), "https://hafenblick.example/2025/05/lastkahn"), "none") << "a month alone is no day";
    EXPECT_EQ(published(html("", headline), "https://hafenblick.example/20259912/lastkahn"), "none");
    EXPECT_EQ(published(html("", headline), "https://hafenblick.example/news/12-05-2025-lastkahn"), "2025-05-12");
    EXPECT_EQ(published(html("", headline + "<p>12. Mai 2025, 18:00 Uhr</p>"), "https://hafenblick.example/2025/05/12/lastkahn"),
              "2025-05-12T18:00");
}

TEST(HtmlDates, TheFurnituresDatesAreNotBelieved) {
    EXPECT_EQ(published(html("", "<header>Montag, 19. Mai 2025</header>" + headline, "<footer>© 19.05.2025 Hafenblick</footer>")), "none");
    EXPECT_EQ(
        published(html("", headline,
                       "<div class=\"comments\"><p class=\"comment-date\">19.05.2025, 08:12</p><p>Mein Schwager war dabei.</p></div>")),
        "none");
    EXPECT_EQ(published(html("", headline, "<aside><h3>Mehr zum Thema</h3><time datetime=\"2025-05-19\">19.05.2025</time></aside>")),
              "none");
    EXPECT_EQ(
        published(html("", headline + "<p>12.05.2025</p>", "<div class=\"sidebar\"><time datetime=\"2025-05-19\">19.05.2025</time></div>")),
        "2025-05-12");
}

TEST(HtmlDates, ADateAfterTheCrawlIsNotBelievedAndTheNextSourceIsAsked) {
    EXPECT_EQ(published(html(meta("date", "2026-05-12"), headline + "<p>12. Mai 2025</p>"), "", "2025-05-20T00:00:00Z"), "2025-05-12");
}

TEST(HtmlDates, ThePagesOwnOffsetIsPreferredWhereTwoSourcesNameTheSameInstant) {
    EXPECT_EQ(
        published(html(meta("article:published_time", "2025-05-11T22:04:00Z") + meta("date", "Mon, 12 May 2025 00:04:00 +0200"), headline)),
        "2025-05-12T00:04:00+02:00");
}

TEST(HtmlDates, AClockInUtcAndTheReadersClockGiveTheOffsetTogether) {
    EXPECT_EQ(
        published(html(meta("article:published_time", "2025-05-11T22:04:00Z"), headline + "<p class=\"date\">12. Mai 2025, 00:04 Uhr</p>")),
        "2025-05-12T00:04:00+02:00");
    EXPECT_EQ(
        published(html(meta("article:published_time", "2025-05-11T22:04:00Z"), headline + "<p class=\"date\">12. Mai 2025, 07:31 Uhr</p>")),
        "2025-05-11T22:04:00Z");
}

TEST(HtmlDates, ADateBesideTheHeadlineOrInTheTextsElementIsThePiecesWhateverItsNamesSay) {
    EXPECT_EQ(published(html("",
                             "<div class=\"article\"><div class=\"footer\"><time itemprop=\"datePublished\" "
                             "datetime=\"2025-05-12\">12.05.2025</time></div>" +
                                 headline + "</div>")),
              "2025-05-12");
    EXPECT_EQ(published(html("", headline + "<div class=\"teaser\"><p class=\"byline\">am 12. Mai 2025</p></div>")), "2025-05-12");
}

TEST(HtmlDates, AnUpdateAloneIsTheDateThatIsKnownAndSaysSo) {
    const Article article = reader().read(page_of(html(meta("article:modified_time", "2025-05-12T10:00:00Z"), headline)));
    ASSERT_TRUE(article.published && article.updated);
    EXPECT_EQ(article.published->evidence.front().how, "date of an update, the only one shown");
}

}  // namespace
}  // namespace depesche
