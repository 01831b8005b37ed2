// Whole pages of plain text: zones and fields.
#include <gtest/gtest.h>

#include "page/pages.h"

namespace depesche {
namespace {

using test::page_of;
using test::reader;
using test::zone_at;

const std::string storm =
    "Harzer Landbote\n"
    "Startseite · Abo · Suche\n"
    "\n"
    "Panorama\n"
    "\n"
    "Unwetter im Oberharz\n"
    "\n"
    "Sturm deckt Dach der Grundschule Kaltental ab\n"
    "\n"
    "In Kaltental hat ein Sturm das Dach der Grundschule abgedeckt. Die Kinder haben bis Freitag frei.\n"
    "\n"
    "Von Ida Horn\n"
    "Veröffentlicht: 12.03.2025, 07:10 Uhr\n"
    "Aktualisiert: 12.03.2025, 09:45 Uhr\n"
    "\n"
    "Der Schulhof in Kaltental am Morgen nach dem Sturm.Foto: Uwe Falke/dpa\n"
    "\n"
    "Kaltental (dpa) - Ein Sturm hat in der Nacht das Dach der Grundschule in Kaltental abgedeckt. Verletzt wurde nach Angaben der "
    "Feuerwehr niemand, weil das Gebäude leer war.\n"
    "\n"
    "„Wir haben das Krachen bis zum Markt gehört“, sagte Bürgermeisterin Petra Lohmann am Morgen vor der Schule. Die Feuerwehr war mit "
    "dreißig Helfern im Einsatz und sicherte das Gebäude bis zum Mittag.\n"
    "\n"
    "Unterricht fällt aus\n"
    "\n"
    "Die Kinder der Grundschule haben bis Freitag frei, wie die Schulleitung mitteilte. Danach sollen sie in der Turnhalle des "
    "Nachbarortes unterrichtet werden, bis das Dach wieder dicht ist. (iho/dpa)\n"
    "\n"
    "Mehr zum Thema\n"
    "Umgestürzte Bäume blockieren die Bahnstrecke nach Altenrode\n"
    "Sturm kostet Versicherer 40 Millionen Euro\n"
    "\n"
    "Kommentare (2)\n"
    "Bergziege\n"
    "12.03.2025 08:15\n"
    "Das Dach war doch schon vor zehn Jahren morsch, sagt mein Onkel.\n"
    "Antworten\n"
    "\n"
    "Impressum · Datenschutz · AGB\n";

TEST(ReadArticle, GivesEachLineOfAPageItsZone) {
    const Page page = page_of(storm);
    const Article article = reader().read(page);
    EXPECT_EQ(zone_at(page, article, "Harzer Landbote"), "boilerplate");
    EXPECT_EQ(zone_at(page, article, "Panorama"), "section");
    EXPECT_EQ(zone_at(page, article, "Unwetter im Oberharz"), "kicker");
    EXPECT_EQ(zone_at(page, article, "Sturm deckt Dach"), "headline");
    EXPECT_EQ(zone_at(page, article, "In Kaltental hat"), "standfirst");
    EXPECT_EQ(zone_at(page, article, "Von Ida Horn"), "byline");
    EXPECT_EQ(zone_at(page, article, "Veröffentlicht"), "date");
    EXPECT_EQ(zone_at(page, article, "Der Schulhof"), "caption");
    EXPECT_EQ(zone_at(page, article, "Foto: Uwe"), "credit");
    EXPECT_EQ(zone_at(page, article, "Kaltental (dpa)"), "agency");
    EXPECT_EQ(zone_at(page, article, "Ein Sturm hat"), "body");
    EXPECT_EQ(zone_at(page, article, "Unterricht fällt aus"), "crosshead");
    EXPECT_EQ(zone_at(page, article, "(iho/dpa)"), "agency");
    EXPECT_EQ(zone_at(page, article, "Umgestürzte"), "other");
    EXPECT_EQ(zone_at(page, article, "Bergziege"), "comment");
    EXPECT_EQ(zone_at(page, article, "Das Dach war doch"), "comment");
    EXPECT_EQ(zone_at(page, article, "Impressum"), "boilerplate");
}

TEST(ReadArticle, ReadsItsFieldsWithTheirEvidence) {
    const Page page = page_of(storm);
    const Article article = reader().read(page);
    ASSERT_TRUE(article.title && article.published && article.updated && article.outlet);
    EXPECT_EQ(article.title->value, "Sturm deckt Dach der Grundschule Kaltental ab");
    EXPECT_EQ(to_iso(article.published->value), "2025-03-12T07:10");
    EXPECT_EQ(to_iso(article.updated->value), "2025-03-12T09:45");
    EXPECT_EQ(page.source.view(article.published->evidence.front().span), "12.03.2025, 07:10 Uhr");
    EXPECT_EQ(article.outlet->value, "Harzer Landbote");
    ASSERT_EQ(article.authors.size(), 1U);
    EXPECT_EQ(article.authors.front().value, "Ida Horn");
    EXPECT_EQ(page.source.view(article.authors.front().evidence.front().span), "Ida Horn");
    ASSERT_EQ(article.agencies.size(), 1U);
    EXPECT_EQ(article.agencies.front().value, "dpa");
    EXPECT_EQ(article.language, "de");
}

TEST(ReadArticle, ADateAfterTheCrawlIsNotBelieved) {
    const Article article = reader().read(page_of(storm, "2025-02-01T10:00:00"));
    EXPECT_FALSE(article.published);
    EXPECT_FALSE(article.updated);
}

TEST(ReadArticle, ZonesAreSortedAndDoNotOverlap) {
    const Article article = reader().read(page_of(storm));
    for (std::size_t i = 1; i < article.zones.size(); ++i) EXPECT_LE(article.zones[i - 1].span.end, article.zones[i].span.begin);
}

TEST(ReadArticle, StandsHostilePages) {
    const std::string many_lines = std::string(1'000'000, '\n') + "Ende";
    std::string short_lines;
    for (int i = 0; i < 60'000; ++i) short_lines += "a\n";
    for (const std::string& text : {many_lines, short_lines, std::string(1 << 20, 'x'), std::string(1 << 18, '('),
                                    std::string(1 << 18, ':'), std::string("\x01\x02\xff<<>>"), std::string(200'000, '1')}) {
        const Page page = page_of(text);
        const Article article = reader().read(page);
        for (const Zone& zone : article.zones) EXPECT_LE(zone.span.end, page.source.text().size());
    }
    EXPECT_TRUE(reader().read(page_of("Startseite\nImpressum\n")).authors.empty());
}

}  // namespace
}  // namespace depesche
