// What stands behind an article in unnamed boxes: signed comments, and the closing sections of press releases.
#include <gtest/gtest.h>

#include "pages.h"

namespace {

using namespace depesche;
using namespace depesche::test;

const std::string text =
    "<p>Im Steinbruch bei Quarzheim ist am Dienstag eine Wand abgerutscht, wie der Betreiber und die Feuerwehr am Abend mitteilten. "
    "Verletzt "
    "wurde niemand.</p><p>Die Straße nach Grauwacken bleibt gesperrt, bis ein Gutachter die Böschung geprüft hat. Das kann nach Angaben "
    "der "
    "Gemeinde bis Freitag dauern.</p><p>„Wir hatten großes Glück“, sagte Betriebsleiterin Ruth Sandmann, die bei dem Rutsch in ihrem Büro "
    "über der Grube saß.</p>";

struct Read {
    explicit Read(const std::string& body, const std::string& head = {})
        : page(page_of("<!doctype html><html lang=\"de\"><head><title>Wand im Steinbruch abgerutscht</title>" + head + "</head><body>" +
                       body + "</body></html>")),
          article(reader().read(page)) {}
    [[nodiscard]] std::string zone(std::string_view words) const { return zone_at(page, article, words); }
    [[nodiscard]] bool has_text(std::string_view words) const {
        return article_text(article, page.source).find(words) != std::string::npos;
    }
    Page page;
    Article article;
};

const std::string headline = "<h1>Wand im Steinbruch abgerutscht</h1>";

TEST(Closings, CommentsThatBeginWithWhoWroteThemWhenAreNoText) {
    const Read r("<table><tr><td>" + headline + text +
                 "<b>Das sagt ihr</b><br><i>Opa Ernst, 11.03.2026 10:12:</i> Ich hab da 1983 selber gearbeitet, das war schon damals "
                 "gefährlich, und keiner hat etwas getan.<br><i>Lene aus Grauwacken, 11.03.2026 10:30:</i> Die Sandmann soll gesagt haben: "
                 "„Der Hang ist sicher wie eine Bank.“ Stimmt das?<br></td></tr></table>");
    EXPECT_EQ(r.zone("Ich hab da 1983"), "comment");
    EXPECT_EQ(r.zone("Die Sandmann soll"), "comment");
    EXPECT_FALSE(r.has_text("Das sagt ihr"));
    EXPECT_TRUE(r.has_text("Wir hatten großes Glück"));
}

TEST(Closings, AnUpdateAtTheEndIsNoComment) {
    const Read r("<article>" + headline + text +
                 "<p>Update, 11.03.2026, 10:12 Uhr: Die Straße nach Grauwacken ist wieder frei, teilte die Gemeinde am Vormittag mit, der "
                 "Gutachter gibt Entwarnung.</p></article>");
    EXPECT_TRUE(r.has_text("Die Straße nach Grauwacken ist wieder frei"));
}

TEST(Closings, APostscriptWithItsDayIsNoComment) {
    const Read r(
        "<article>" + headline + text +
        "<p>Nachtrag 11.03.2026 10:12 Uhr: Die Wand ist inzwischen gesichert, schreibt uns die Betriebsleiterin, und die Straße soll am "
        "Abend frei sein.</p></article>");
    EXPECT_TRUE(r.has_text("Die Wand ist inzwischen gesichert"));
}

TEST(Closings, EntriesOfATickerAreNoComments) {
    const Read r("<article>" + headline + text +
                 "<p>11.03.2026, 10:12 Uhr: Der Gutachter ist eingetroffen und prüft seit einer Stunde die Böschung über der Straße nach "
                 "Grauwacken.</p></article>");
    EXPECT_TRUE(r.has_text("Der Gutachter ist eingetroffen"));
}

const std::string release =
    "<article><p class=\"kicker\">Pressemitteilung · Umwelt</p>" + headline + text +
    "<h3>Originalpublikation</h3><p>Sandmann R, Falk U, et al.: Slope failures in open pits. Ann Rock Mech 41 (2026), 112–127. Die Arbeit "
    "ist frei "
    "im Netz zu lesen.</p><h3>Über die Quarzwerke Grauwacken</h3><p>Mit 620 Beschäftigten sind die Quarzwerke der größte Arbeitgeber der "
    "Region. Im Jahr 2025 brachen sie 61.000 Tonnen Stein und bildeten zwölf junge Leute aus.</p></article>";
const std::string issuer =
    R"(<script type="application/ld+json">{"@type":"Article","headline":"Wand im Steinbruch abgerutscht","author":{"@type":"Organization","name":"Quarzwerke Grauwacken"},"publisher":{"@type":"Organization","name":"Meldungsportal"}}</script>)";

TEST(Closings, WhatStandsBehindAReleasesNewsIsNoText) {
    const Read r(release, issuer);
    EXPECT_FALSE(r.has_text("Ann Rock Mech"));
    EXPECT_FALSE(r.has_text("61.000 Tonnen"));
    EXPECT_TRUE(r.has_text("Wir hatten großes Glück"));
}

TEST(Closings, AHeadingAboutSomethingIsTextWhereThePageIsNoRelease) {
    const Read r("<article>" + headline + text +
                 "<h3>Über die Gefahren wird seit Jahren gestritten</h3><p>Schon 2019 hatte die Gemeinde vor der Wand gewarnt, doch der "
                 "Betreiber hielt sie für sicher, und die Behörde glaubte ihm.</p></article>");
    EXPECT_TRUE(r.has_text("Schon 2019 hatte die Gemeinde"));
}

TEST(Release, ASectionBehindTheWordForAReleaseNamesNobodyButTheDeclaredBodyDoes) {
    const Read r(release, issuer);
    ASSERT_TRUE(r.article.release.has_value());
    EXPECT_EQ(r.article.release->value, "Quarzwerke Grauwacken");
    EXPECT_FALSE(Read(release).article.release.has_value());
}

TEST(Release, ThePaperBehindItsWriterIsNoSecondWriter) {
    const Read r("<article>" + headline + "<p class=\"author\">Interview: Søren Falk, Havneby Tidende</p>" + text + "</article>");
    ASSERT_EQ(r.article.authors.size(), 1U);
    EXPECT_EQ(r.article.authors[0].value, "Søren Falk");
}

}  // namespace
