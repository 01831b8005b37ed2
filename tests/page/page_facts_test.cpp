// Keywords, section, language, access, kind, addresses and authors of HTML pages. Invented outlets.
#include <gtest/gtest.h>

#include "page/pages.h"

namespace depesche {
namespace {

using test::page_of;
using test::reader;

const std::string& body = test::bridge_body;
const std::string& headline = test::bridge_headline;

Article article_of(const std::string& head, const std::string& top = headline, const std::string& bottom = {}) {
    return reader().read(
        page_of("<!doctype html><html lang=\"de-AT\"><head>" + head + "</head><body>" + top + body + bottom + "</body></html>"));
}
std::string ld(const std::string& json) { return "<script type=\"application/ld+json\">" + json + "</script>"; }
std::string value(const std::optional<Field>& field) { return field ? field->value : "none"; }

std::string names(const std::vector<Field>& fields) {
    std::string all;
    for (const Field& field : fields) all.append(all.empty() ? "" : ", ").append(field.value);
    return all;
}

TEST(PageFacts, KeywordsAndSectionWithTheirEvidence) {
    const Article article = article_of(ld(R"({"@type":"NewsArticle","articleSection":"Stadt","keywords":["Hafen","Sturm"]})") +
                                       "<meta name=\"news_keywords\" content=\"Sturm, Brücke\">");
    EXPECT_EQ(names(article.keywords), "Hafen, Sturm, Brücke");
    EXPECT_EQ(article.keywords.back().evidence.front().how, "news_keywords");
    EXPECT_EQ(value(article.section), "Stadt");
}

TEST(PageFacts, TheDeclaredLanguageStandsBesideTheDetectedOne) {
    const Article article = article_of("");
    EXPECT_EQ(article.language, "de");
    EXPECT_EQ(value(article.declared_language), "de-AT");
}

TEST(PageFacts, AddressesThatThePageCallsItsOwn) {
    const Article article = article_of(
        "<link rel=\"canonical\" href=\"https://hafenblick.example/lastkahn\"><link rel=\"amphtml\" "
        "href=\"https://hafenblick.example/lastkahn.amp\">"
        "<meta property=\"og:url\" content=\"https://hafenblick.example/andere\">");
    EXPECT_EQ(value(article.canonical), "https://hafenblick.example/lastkahn");
    EXPECT_EQ(value(article.amp), "https://hafenblick.example/lastkahn.amp");
}

TEST(PageFacts, APaywallIsDeclaredOrStandsBehindTheText) {
    EXPECT_EQ(value(article_of(ld(R"({"@type":"NewsArticle","isAccessibleForFree":false})")).access), "paywall");
    EXPECT_EQ(value(article_of(ld(R"({"@type":"NewsArticle","isAccessibleForFree":"False"})")).access), "paywall");
    EXPECT_EQ(value(article_of(ld(R"({"@type":"NewsArticle","isAccessibleForFree":true})")).access), "free");
    EXPECT_EQ(value(article_of("<meta property=\"article:content_tier\" content=\"locked\">").access), "paywall");
    EXPECT_EQ(value(article_of("", headline, "<p>Dieser Artikel ist exklusiv für Abonnenten.</p>").access), "paywall");
    EXPECT_EQ(value(article_of("", headline, "<p>Jetzt Newsletter abonnieren</p>").access), "none");
    EXPECT_EQ(value(article_of("").access), "none");
}

TEST(PageFacts, TheKindIsDeclaredOrSaidByKickerAndTitle) {
    EXPECT_EQ(value(article_of(ld(R"({"@type":"LiveBlogPosting","headline":"Sturm im Norden"})")).kind), "live blog");
    EXPECT_EQ(value(article_of(ld(R"({"@type":"OpinionNewsArticle"})")).kind), "comment");
    EXPECT_EQ(value(article_of(ld(R"({"@type":"NewsArticle"})")).kind), "report");
    EXPECT_EQ(value(article_of(ld(R"({"@type":"NewsArticle"})"), "<p>Kommentar</p>" + headline).kind), "comment");
    EXPECT_EQ(value(article_of("", "<h1>Interview: Lastkahn rammt Hafenbrücke und treibt davon</h1>").kind), "interview");
    EXPECT_EQ(value(article_of("", "<h1>Liveticker: Sturm im Norden und an der Küste</h1>").kind), "live blog");
    EXPECT_EQ(value(article_of("", "<p class=\"kicker\">Pressemitteilung der Stadt Nordstadt</p>" + headline).kind), "press release");
    EXPECT_EQ(value(article_of("").kind), "none") << "a page that does not say is not guessed at";
    EXPECT_EQ(value(article_of("", "<h1>Im Kommentar der Stadt fehlt die Hafenbrücke</h1>").kind), "none");
}

TEST(PageFacts, AuthorsOfTheBestSourceWithoutRolesAgenciesAndTheOutlet) {
    const Article article =
        article_of(ld(R"({"@type":"NewsArticle","author":[{"@type":"Person","name":"Von Ida Horn"},{"@type":"Organization","name":"dpa"}],
        "publisher":{"name":"Hafenblick"}})") +
                   "<meta name=\"author\" content=\"Haus Strandmedien\">");
    EXPECT_EQ(names(article.authors), "Ida Horn");
    EXPECT_EQ(names(article.agencies), "dpa");
    EXPECT_EQ(names(article_of(ld(R"({"@type":"NewsArticle","author":{"@type":"Organization","name":"Hafen Blick Online"}})")).authors),
              "");
}

TEST(PageFacts, AuthorsFromLinksMadeForThem) {
    EXPECT_EQ(names(article_of("", headline + "<p><a rel=\"author\" href=\"/horn\">Ida Horn</a></p>").authors), "Ida Horn");
    EXPECT_EQ(names(article_of("", headline + "<p itemprop=\"author\"><span itemprop=\"name\">Ida Horn</span></p>").authors), "Ida Horn");
    EXPECT_EQ(names(article_of("", headline, "<aside><a rel=\"author\" href=\"/falk\">Uwe Falk</a></aside>").authors), "");
}

}  // namespace
}  // namespace depesche
