#include "page/declared.h"

#include <gtest/gtest.h>

#include "page/line_look.h"
#include "page/read_article.h"

namespace depesche {
namespace {

Page page_of(std::string bytes, std::string crawled = {}) {
    PageBytes stored;
    stored.path = "page.html";
    stored.bytes = std::move(bytes);
    stored.crawled = std::move(crawled);
    auto page = make_page(std::move(stored));
    EXPECT_TRUE(page);
    return std::move(*page);
}

Article article_of(const Page& page) {
    static const Languages languages;
    static const ArticleReader reader(languages);
    return reader.read(page);
}

Declared declared_of(const Page& page) {
    static const Languages languages;
    static const LineReader reader(languages);
    return read_declared(page, reader.dates(), {});
}

const std::string body =
    "<p>Die alte Hafenbrücke in Nordstadt ist am Montag nach einem Sturm gesperrt worden, wie die Stadtverwaltung am Nachmittag "
    "mitteilte.</p>"
    "<p>Ein losgerissener Lastkahn hatte die Brücke in der Nacht getroffen. Verletzt wurde nach Angaben der Stadt niemand.</p>";

const std::string ld =
    R"({"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Ein Verlag"}, {"@type": ["NewsArticle"], "headline": "Brücke nach Sturm gesperrt",
    "datePublished": "2025-05-12T10:15:00+02:00", "dateModified": "2025-05-12T12:00:00+02:00", "author": [{"name": "Hilde Marquardt"}, "dpa"], "publisher": {"name": "Hafenblick"}}]})";

std::string html(const std::string& head, const std::string& h1) {
    return "<!doctype html><html><head>" + head + "</head><body><h1>" + h1 + "</h1>" + body + "</body></html>";
}

TEST(Declared, JsonLdGivesTheFieldsWithTheBytesTheyStandIn) {
    const std::string bytes = html("<script type=\"application/ld+json\">" + ld + "</script>", "Brücke nach Sturm gesperrt");
    const Page page = page_of(bytes);
    const Article article = article_of(page);
    EXPECT_EQ(article.title->value, "Brücke nach Sturm gesperrt");
    EXPECT_FALSE(article.title->evidence.front().span.empty());
    EXPECT_EQ(to_iso(article.published->value), "2025-05-12T10:15:00+02:00");
    EXPECT_EQ(to_iso(article.updated->value), "2025-05-12T12:00:00+02:00");
    EXPECT_EQ(article.outlet->value, "Hafenblick");
    ASSERT_EQ(article.authors.size(), 1U);
    EXPECT_EQ(article.authors.front().value, "Hilde Marquardt");
    ASSERT_EQ(article.agencies.size(), 1U);
    EXPECT_EQ(article.agencies.front().value, "dpa");
    const Span at = article.published->evidence.front().bytes;
    EXPECT_EQ(bytes.substr(at.begin, at.size()), "2025-05-12T10:15:00+02:00");
}

TEST(Declared, TagsAreReadAndTheOutletIsCutOffTheTitle) {
    const std::string head =
        "<meta property=\"og:title\" content=\"Br&uuml;cke gesperrt | Hafenblick\"><meta property='og:site_name' content=Hafenblick>"
        "<meta name=\"date\" content=\"2025-05-12\">";
    const Declared declared = declared_of(page_of(html(head, "x")));
    ASSERT_EQ(declared.titles.size(), 1U);
    EXPECT_EQ(declared.titles.front().value, "Brücke gesperrt | Hafenblick");
    const Article article = article_of(page_of("<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>"));
    EXPECT_EQ(article.title->value, "Brücke gesperrt");
    EXPECT_EQ(to_iso(article.published->value), "2025-05-12");
}

std::string outlet_of(const std::string& title, const std::string& links) {
    const Page page =
        page_of("<html><head><title>" + title + "</title></head><body>" + links + "<h1>Brücke gesperrt</h1>" + body + "</body></html>");
    const Declared declared = declared_of(page);
    if (declared.outlets.empty()) return "none";
    const Field& outlet = declared.outlets.front();
    const Span bytes = outlet.evidence.front().bytes;
    EXPECT_EQ(page.stored.bytes.substr(bytes.begin, bytes.size()), outlet.value);
    return outlet.value;
}

TEST(HtmlOutlet, EndOfTheTitleThatTheLinkToTheFirstPageSays) {
    EXPECT_EQ(outlet_of("Brücke gesperrt - Hafenblick", "<a href=\"/\">Hafenblick</a><a href=\"/sport\">Sport</a>"), "Hafenblick");
    EXPECT_EQ(
        outlet_of("Brücke gesperrt | Der Hafenblick", "<a href='https://hafen.example/'><img src=l.png alt='Der Hafenblick Logo'></a>"),
        "Der Hafenblick");
    EXPECT_EQ(outlet_of("Hafenblick – Brücke gesperrt", "<a href=\"/\" title=\"Zur Startseite von Hafenblick\"></a>"), "Hafenblick");
}

TEST(HtmlOutlet, NeitherPlaceAloneSaysIt) {
    EXPECT_EQ(outlet_of("Brücke gesperrt - Panorama", "<a href=\"/\">Hafenblick</a><a href=\"/panorama\">Panorama</a>"), "none");
    EXPECT_EQ(outlet_of("Brücke gesperrt", "<a href=\"/\">Brücke gesperrt</a>"), "none");
    EXPECT_EQ(outlet_of("Brücke gesperrt - Hafenblick", "<a href=\"https://partner.example/x\">Hafenblick</a>"), "none");
    const Page empty = page_of("<title>Brücke - Hafenblick</title>" + body + "<div><a href=\"/\"> </a></div><a href='/'>");
    EXPECT_TRUE(declared_of(empty).outlets.empty()) << "a link without words behind all text";
}

TEST(HtmlOutlet, IsCutOffTheTitleAndGivenWithTheArticle) {
    const Page page = page_of("<html><head><title>Brücke gesperrt - Hafenblick</title></head><body><a href=\"/\">Hafenblick</a><main>" +
                              body + "</main></body></html>");
    const Article article = article_of(page);
    ASSERT_TRUE(article.outlet);
    EXPECT_EQ(article.outlet->value, "Hafenblick");
    ASSERT_TRUE(article.title);
    EXPECT_EQ(article.title->value, "Brücke gesperrt");
}

TEST(Declared, ADateAfterTheCrawlIsNotBelieved) {
    const std::string head = "<meta property=\"article:published_time\" content=\"2025-05-12T10:15:00Z\">";
    EXPECT_FALSE(article_of(page_of(html(head, "Brücke gesperrt"), "2025-05-01T08:00:00Z")).published);
    EXPECT_TRUE(article_of(page_of(html(head, "Brücke gesperrt"), "2025-05-12T11:00:00Z")).published);
}

TEST(Declared, WhatIsNoJsonOrNoArticleDeclaresNothing) {
    JsonLd found;
    for (const std::string_view text :
         {"{\"@type\": \"NewsArticle\", ", "[]", "\"NewsArticle\"", "{\"@type\": \"Recipe\", \"headline\": \"Suppe\"}", ""})
        read_json_ld(text, 0, found);
    read_json_ld(std::string(100'000, '['), 0, found);
    EXPECT_TRUE(found.titles.empty());
}

TEST(Declared, LineEndsInsideStringsDoNotLoseTheScript) {
    JsonLd found;
    read_json_ld("{\"@type\": \"NewsArticle\", \"headline\": \"Brücke\ngesperrt\"}", 0, found);
    ASSERT_EQ(found.titles.size(), 1U);
    EXPECT_EQ(found.titles.front().value, "Brücke gesperrt");
}

TEST(Declared, APlainTextPageDeclaresNothing) { EXPECT_TRUE(declared_of(page_of("Brücke gesperrt\n\nText")).titles.empty()); }

}  // namespace
}  // namespace depesche
