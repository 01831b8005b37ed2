// Fields of an article: outlet, dates, authors, translated texts; and what is none of them.
#include <gtest/gtest.h>

#include "page/pages.h"

namespace depesche {
namespace {

using test::page_of;
using test::reader;
using test::zone_at;

const std::string text =
    "Der Deich war nach Angaben der Gemeinde erst vor sechs Jahren verstärkt worden, und er galt als sicher. Die Helfer brachten in der "
    "Nacht Sandsäcke an die Bruchstelle.\n"
    "Am Morgen stand das Wasser in den Gärten von Lüttersiel, wie die Feuerwehr mitteilte. Niemand wurde verletzt, aber die Straße zum "
    "Hafen ist bis auf Weiteres gesperrt.\n"
    "Die Gemeinde will den Deich in Lüttersiel im Frühjahr um einen Meter erhöhen lassen, wenn das Land die Kosten übernimmt. Eine Zusage "
    "aus dem Ministerium gibt es noch nicht.\n";
const std::string head =
    "Deich bei Lüttersiel gebrochen\nDas Wasser steht in den Gärten, die Straße zum Hafen ist gesperrt. Das Land soll zahlen.\n";

std::string outlet_of(std::string page, std::string url = {}) {
    Page read = page_of(std::move(page));
    read.stored.url = std::move(url);
    const Article article = reader().read(read);
    return article.outlet ? article.outlet->value : "unknown";
}

TEST(Metadata, TheOutletIsTheNameAboveTheMenu) {
    EXPECT_EQ(outlet_of("Lüttersieler Anzeiger\nAbo · Suche · Anzeigen\n\n" + head + text), "Lüttersieler Anzeiger");
    EXPECT_EQ(outlet_of("LÜTTERSIELER ANZEIGER\nAbo · Suche · Anzeigen\n\n" + head + text), "Lüttersieler Anzeiger");
}

TEST(Metadata, AKickerOrAMenuEntryIsNoOutlet) {
    EXPECT_EQ(outlet_of("Nordpost\n" + head + text), "unknown");
    EXPECT_EQ(outlet_of("Hochwasser\nPolitik\nSport\nKultur\n\n" + head + text), "unknown");
    EXPECT_EQ(outlet_of(head + text + "\nMehr zum Thema\nSturmflut: alle Berichte von kuestenblatt.example\n"), "unknown");
}

TEST(Metadata, AHostAloneInTheFurnitureOrTheAddressIsTheOutlet) {
    EXPECT_EQ(outlet_of(head + text + "\nkuestenblatt.example\nImpressum\nIhr kuestenblatt.example-Team\n"), "unknown")
        << "labels of more than six letters are no top-level domain here";
    EXPECT_EQ(outlet_of(head + text + "\nkuestenblatt.de\nImpressum\nIhr kuestenblatt.de-Team\n"), "kuestenblatt.de");
    EXPECT_EQ(outlet_of(head + text + "\nkuestenblatt.de\nnordpost.de\nImpressum\n"), "unknown");
    EXPECT_EQ(outlet_of("kuestenblatt.de\nNachrichten   Wetter   Über uns\n\n" + head + text), "kuestenblatt.de") << "at the page's top";
    EXPECT_EQ(outlet_of(head + text, "https://www.kuestenblatt.de/deich/4711"), "kuestenblatt.de");
}

TEST(Metadata, TheCrawlersWordComesFirst) {
    Page page = page_of("Lüttersieler Anzeiger\nAbo · Suche\n\n" + head + text);
    page.stored.outlet = "Küstenblatt";
    const Article article = reader().read(page);
    ASSERT_TRUE(article.outlet);
    EXPECT_EQ(article.outlet->value, "Küstenblatt");
    EXPECT_TRUE(article.outlet->evidence.front().span.empty());
}

TEST(Metadata, TwoDatesThatRunIntoEachOtherArePublishedAndUpdated) {
    const Article article = reader().read(page_of("Deich bei Lüttersiel gebrochen\n17.02.2026 06:3017.02.2026 14:52\n" + text));
    ASSERT_TRUE(article.published && article.updated);
    EXPECT_EQ(to_iso(article.published->value), "2026-02-17T06:30");
    EXPECT_EQ(to_iso(article.updated->value), "2026-02-17T14:52");
}

TEST(Metadata, AClockInTheNextLineBelongsToTheDay) {
    const Article article = reader().read(page_of(head + "Von Ida Horn\n05. November 2024\n15:36 Uhr\n" + text));
    ASSERT_TRUE(article.published);
    EXPECT_EQ(to_iso(article.published->value), "2024-11-05T15:36");
}

TEST(Metadata, TheDateOfACommentIsNotTheArticles) {
    const Page page =
        page_of(head + text +
                "\nKommentare (1)\nDeichgraf58\n08.10.2026 um 07:31 Uhr\nMein Schwager war dabei und hat das Wasser gesehen.\nAntworten\n");
    const Article article = reader().read(page);
    EXPECT_FALSE(article.published);
    EXPECT_FALSE(article.updated);
    EXPECT_EQ(zone_at(page, article, "Mein Schwager"), "comment");
}

TEST(Metadata, ANoteOnATranslationNamesThePaperAndGivesNoDate) {
    const Page page = page_of(head + "Von Inger Damm\n" + text +
                              "Zur Autorin\nInger Damm ist Leiterin des Hafenbüros und berichtet über die Küste.\n"
                              "Dieser Artikel war zuerst am 3. Mai 2024 in dänischer Sprache bei der „Strandtidende“ erschienen und wurde "
                              "automatisiert ins Deutsche übersetzt.\n");
    const Article article = reader().read(page);
    EXPECT_EQ(zone_at(page, article, "Dieser Artikel war"), "note");
    EXPECT_EQ(zone_at(page, article, "Inger Damm ist"), "note");
    ASSERT_TRUE(article.translated_from);
    EXPECT_EQ(article.translated_from->value, "Strandtidende");
    EXPECT_FALSE(article.published);
}

TEST(Metadata, AuthorsOfTeasersAreNotTheArticles) {
    const Article article = reader().read(page_of(head + "Von Ida Horn\n12.03.2025, 07:10 Uhr\n" + text +
                                                  "\nMehr zum Thema\nSturm über der Küste\nVon Uwe Falke\nFlut im Hafen\nVon Svea Timm\n"));
    ASSERT_EQ(article.authors.size(), 1U);
    EXPECT_EQ(article.authors.front().value, "Ida Horn");
}

TEST(Metadata, AnAgencyOfAPictureIsNotTheTexts) {
    const Article article = reader().read(page_of(head + text + "Der Deich am Morgen.Foto: Uwe Falke/dpa\n" + text + "(AFP)\n"));
    ASSERT_EQ(article.agencies.size(), 1U);
    EXPECT_EQ(article.agencies.front().value, "AFP");
}

TEST(Metadata, AReleaseNamesWhoIssuedIt) {
    const Article article =
        reader().read(page_of(head + text + "\nOriginal-Content von: Polizei Lüttersiel, übermittelt durch einen Verteiler\n"));
    ASSERT_TRUE(article.release);
    EXPECT_EQ(article.release->value, "Polizei Lüttersiel");
    const Article kicker = reader().read(page_of("Pressemitteilung der Gemeinde Lüttersiel\n\n" + head + text));
    ASSERT_TRUE(kicker.release);
    EXPECT_EQ(kicker.release->value, "Gemeinde Lüttersiel");
    EXPECT_FALSE(reader().read(page_of("Pressemitteilung\n\n" + head + text)).release);
    EXPECT_FALSE(reader().read(page_of(head + text)).release);
}

TEST(Metadata, TheDesksNameBeforeTheHeadlineIsNotInTheTitle) {
    const Article article = reader().read(page_of("Kultur : Deich bei Lüttersiel gebrochen\n12.03.2025, 07:10 Uhr\n" + text));
    ASSERT_TRUE(article.title);
    EXPECT_EQ(article.title->value, "Deich bei Lüttersiel gebrochen");
}

}  // namespace
}  // namespace depesche
