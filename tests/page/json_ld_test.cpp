// JSON-LD: references, graphs, what is another piece's, what is broken or hostile.
#include <chrono>

#include <gtest/gtest.h>

#include "page/declared.h"

namespace depesche {
namespace {

JsonLd read(std::string_view text) {
    JsonLd found;
    read_json_ld(text, 0, found);
    return found;
}
std::string first(const std::vector<Found>& values) { return values.empty() ? "none" : values.front().value; }

TEST(JsonLd, AReferenceStandsForTheObjectWithTheId) {
    const JsonLd found =
        read(R"({"@graph":[{"@type":"NewsArticle","headline":"Brücke gesperrt","author":{"@id":"#horn"},"publisher":{"@id":"#verlag"}},
        {"@type":"Person","@id":"#horn","name":"Ida Horn"},{"@type":"Organization","@id":"#verlag","name":"Hafenblick"}]})");
    EXPECT_EQ(first(found.authors), "Ida Horn");
    EXPECT_EQ(first(found.outlets), "Hafenblick");
}

TEST(JsonLd, WhatRefersToItselfEnds) {
    EXPECT_EQ(
        first(read(R"({"@type":"NewsArticle","@id":"#a","headline":"Brücke","author":{"@id":"#b"},"x":[{"@id":"#b","name":{"@id":"#b"}}]})")
                  .authors),
        "none");
    EXPECT_EQ(first(read(R"({"@type":"NewsArticle","author":{"@id":"#a"},"@id":"#a","name":{"name":{"@id":"#a"}}})").authors), "none");
}

TEST(JsonLd, OtherPiecesAreNotTheArticle) {
    const JsonLd found =
        read(R"({"@type":"WebPage","mainEntity":{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Andere"}]},
        "comment":[{"@type":"Article","headline":"Leser"}],"datePublished":"2025-05-12"})");
    EXPECT_EQ(first(found.titles), "none");
    EXPECT_EQ(first(found.page_published), "2025-05-12");
    EXPECT_EQ(
        first(
            read(
                R"({"@type":"LiveBlogPosting","headline":"Sturm","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Baum","datePublished":"2025-05-13"}]})")
                .published),
        "none");
}

TEST(JsonLd, AuthorsOfOnePieceOnly) {
    const JsonLd found = read(R"([{"@type":"NewsArticle","author":"Ida Horn"},{"@type":"NewsArticle","author":"Uwe Falk"}])");
    ASSERT_EQ(found.authors.size(), 1U);
    EXPECT_EQ(first(read(R"({"@type":"NewsArticle","author":{"@type":"NewsMediaOrganization","name":"dpa"}})").organizations), "dpa");
}

TEST(JsonLd, WhatTemplatesGetWrongIsMended) {
    EXPECT_EQ(first(read("\n//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Brücke\"}\n//]]>").titles), "Brücke");
    EXPECT_EQ(first(read("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Brücke\"}; -->").titles), "Brücke");
    EXPECT_EQ(first(read("{\"@type\":\"NewsArticle\",\"headline\":\"Brücke\",}").titles), "Brücke");
}

TEST(JsonLd, HostileScriptsEndSoonAndDeclareNothing) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(first(read(std::string(1'000'000, '[')).titles), "none");
    std::string nested;
    for (int i = 0; i < 100'000; ++i) nested += "{\"a\":[";
    EXPECT_EQ(first(read(nested).titles), "none");
    std::string deep = "{\"@type\":\"NewsArticle\",\"headline\":\"unten\"}";
    for (int i = 0; i < 500; ++i) deep = "{\"a\":" + deep + "}";
    EXPECT_EQ(first(read(deep).titles), "none") << "deeper than objects are followed";
    std::string many = "[";
    for (int i = 0; i < 20'000; ++i)
        many += "{\"@type\":\"NewsArticle\",\"@id\":\"#" + std::to_string(i) + "\",\"headline\":\"Titel " + std::to_string(i) + "\"},";
    const JsonLd found = read(many + "{}]");
    EXPECT_EQ(found.titles.size(), 64U);
    EXPECT_EQ(first(read("{\"@type\":\"NewsArticle\",\"headline\":\"" + std::string(1'000'000, 'x') + "\"}").titles), "none");
    EXPECT_EQ(first(read("kein JSON").titles), "none");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace depesche
