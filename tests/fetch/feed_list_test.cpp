#include "fetch/feed_list.h"

#include <gtest/gtest.h>

#include "fetch/sitemap_index.h"

namespace depesche {
namespace {

constexpr std::int64_t latest = 4'000'000'000;

Result<FeedList> list_of(const std::string& text) {
    return read_feed_list(text, "application/xml", *parse_address("https://blatt.example/feeds/a.xml"), latest);
}

TEST(FeedList, PagesComeLatestFirstEachOnce) {
    const auto list = list_of(
        "<rss><channel><item><title>A</title><link>/1</link><pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate></item>"
        "<item><title>B</title><link>2</link><pubDate>Sat, 14 Mar 2026 11:00:00 GMT</pubDate></item>"
        "<item><title>C</title><link>/1#x</link></item><item><title>D</title></item></channel></rss>");
    ASSERT_TRUE(list);
    ASSERT_EQ(list->pages.size(), 2U);
    EXPECT_EQ(list->pages[0].address.text, "https://blatt.example/feeds/2");
    EXPECT_EQ(list->pages[1].address.text, "https://blatt.example/1");
    EXPECT_EQ(list->pages[0].stamp - list->pages[1].stamp, 3600);
}

TEST(FeedList, TheLatestDateOfAnEntryCountsAndNoneFromTheFuture) {
    const auto list = list_of(
        "<feed><entry><title>A</title><link href='/1'/><published>1970-01-01T00:00:10Z</published><updated>1970-01-01T00:00:20Z</updated>"
        "</entry><entry><title>B</title><link href='/2'/><updated>2999-01-01T00:00:20Z</updated></entry></feed>");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->pages[0].stamp, 20);
    EXPECT_EQ(list->pages[1].stamp, 0);
}

TEST(FeedList, ANewsSitemapCountsItsChangesToo) {
    const auto list = list_of(
        "<urlset xmlns:news='n'><url><loc>https://blatt.example/1</loc><lastmod>1970-01-01T00:01:00Z</lastmod><news:news>"
        "<news:publication_date>1970-01-01</news:publication_date><news:title>A</news:title></news:news></url></urlset>");
    ASSERT_TRUE(list);
    ASSERT_EQ(list->pages.size(), 1U);
    EXPECT_EQ(list->pages[0].stamp, 60);
}

TEST(FeedList, AnIndexListsSitemaps) {
    const auto list = list_of(
        "<?xml version='1.0'?><!-- index --><s:sitemapindex xmlns:s='x'><s:sitemap><s:loc> /old.xml "
        "</s:loc><s:lastmod>1970-01-01</s:lastmod>"
        "</s:sitemap><s:sitemap><s:loc>/new.xml?a=1&amp;b=2</s:loc><s:lastmod>1970-01-02</s:lastmod></s:sitemap>");
    ASSERT_TRUE(list);
    ASSERT_EQ(list->sitemaps.size(), 2U);
    EXPECT_EQ(list->sitemaps[0].address.text, "https://blatt.example/new.xml?a=1&b=2");
    EXPECT_TRUE(list->pages.empty());
}

TEST(FeedList, EntriesThatLeadElsewhereThanTheWebAreProblems) {
    const auto list = list_of(
        "<rss><item><title>A</title><link>javascript:alert(1)</link></item><item><title>B</title><link>http://u:p@a.example/</link></item>"
        "<item><title>C</title><link>/good</link></item></rss>");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->pages.size(), 1U);
    EXPECT_EQ(list->problems.size(), 2U);
}

TEST(FeedList, WhatIsNoFeedOrDeclaresEntitiesIsRefused) {
    for (const char* text : {"", "hallo", "<html><body>x</body></html>", "<sitemapindex", "{\"items\": []}",
                             "<!DOCTYPE s [<!ENTITY a 'b'>]><sitemapindex><sitemap><loc>/&a;</loc></sitemap></sitemapindex>"})
        EXPECT_FALSE(list_of(text)) << text;
    const auto list = list_of("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><item><title>A</title><link>/&a;</link></item></rss>");
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->pages.empty());
    EXPECT_EQ(list->problems.size(), 1U);
}

TEST(SitemapIndex, EntriesEndAtTheLimit) {
    std::string text = "<sitemapindex>";
    for (int i = 0; i < 1000; ++i) text += "<sitemap><loc>/a</loc></sitemap>";
    EXPECT_EQ(read_sitemap_index(text + "</sitemapindex>", 10)->size(), 10U);
}

}  // namespace
}  // namespace depesche
