#include "read/json_pages.h"

#include <gtest/gtest.h>

#include "read/archives.h"
#include "read/limits.h"

namespace depesche {
namespace {

using tests::AllPages;
using tests::gzip_of;
using tests::pages_of;

TEST(JsonPages, TakesHtmlBeforeTextAndWhatIsKnownBeside) {
    const AllPages all = pages_of(
        R"({"url": "https://a.example/1", "title": "Titel", "maintext": "Text \u00fc", "date_publish": "2031-03-04 05:06:07", "date_download": "2031-03-05 01:02:03"})"
        "\n"
        R"({"html": "<html>ja", "text": "nein", "outlet": "Blatt", "published": null})"
        "\n");
    ASSERT_EQ(all.pages.size(), 2U);
    const PageBytes& first = all.pages[0].page;
    EXPECT_EQ(first.path, "f#0");
    EXPECT_EQ(first.bytes, "Text ü");
    EXPECT_EQ(first.url, "https://a.example/1");
    EXPECT_EQ(first.title, "Titel");
    EXPECT_EQ(first.published, "2031-03-04T05:06:07");
    EXPECT_EQ(first.crawled, "2031-03-05T01:02:03");
    EXPECT_EQ(all.pages[1].page.bytes, "<html>ja");
    EXPECT_EQ(all.pages[1].page.outlet, "Blatt");
    EXPECT_TRUE(all.problems.empty());
}

TEST(JsonPages, NamedFieldsComeBeforeTheUsualOnes) {
    StreamOptions options;
    EXPECT_TRUE(add_field(options.fields, "text=Inhalt"));
    EXPECT_FALSE(add_field(options.fields, "no=Inhalt"));
    EXPECT_FALSE(add_field(options.fields, "text="));
    EXPECT_FALSE(add_field(options.fields, "text"));
    const AllPages all = pages_of(R"({"text": "a", "Inhalt": "b"})", std::move(options));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].page.bytes, "b");
}

TEST(JsonPages, ABadLineCostsOnlyItself) {
    const AllPages all = pages_of("{\"text\": \"a\"}\n\nno json\n{\"title\": \"b\"}\n[1]\n{\"text\": \"c\"}");
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[1].page.bytes, "c");
    ASSERT_EQ(all.problems.size(), 3U);
    EXPECT_EQ(all.problems[0].place, "f#15");
    EXPECT_NE(all.problems[1].reason.find("has no page"), std::string::npos);
    EXPECT_EQ(pages_of("{\"text\": \"a\n{\"text\": \"c\"}\n").pages.size(), 1U);
}

TEST(JsonPages, AFileThatIsOneObjectIsOnePage) {
    const AllPages all = pages_of("{\n  \"text\": \"a\",\n  \"url\": \"https://a.example/\"\n}\n");
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].page.bytes, "a");
    EXPECT_TRUE(all.problems.empty());
}

TEST(JsonPages, EveryLineIsFoundAgainAlsoWhenPacked) {
    const std::string lines = "{\"text\": \"a\"}\n{\"text\": \"b\"}\n{\"text\": \"c\"}\n";
    for (const std::string& bytes : {lines, gzip_of(lines), gzip_of(lines) + gzip_of(lines)}) {
        const tests::OneFile files(bytes);
        const AllPages all = pages_of(bytes);
        EXPECT_GE(all.pages.size(), 3U);
        for (std::size_t i = 0; i < all.pages.size(); ++i) {
            const auto again = read_page_at(all.pages[i].page.path, files);
            ASSERT_TRUE(again);
            EXPECT_EQ(again->bytes, all.pages[i].page.bytes);
            StreamOptions options;
            options.begin_at = [&](const std::string&) { return all.pages[i].next; };
            EXPECT_EQ(pages_of(bytes, std::move(options)).pages.size(), all.pages.size() - i - 1);
        }
    }
}

TEST(JsonPages, AnEndlessLineIsToldAndTheNextRead) {
    const std::string bytes = "{\"text\": \"" + std::string(limits::json_line_bytes + 10, 'x') + "\"}\n{\"text\": \"b\"}\n";
    const AllPages all = pages_of(bytes);
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].problem, Problem::too_large);
    EXPECT_EQ(all.problems[0].place, "f#0");
    ASSERT_EQ(all.pages.size(), 1U);
}

TEST(JsonPages, DeepNestingIsNoJson) {
    const AllPages all = pages_of("{\"a\": " + std::string(100'000, '[') + "\n{\"text\": \"b\"}\n");
    EXPECT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.pages.size(), 1U);
}

TEST(JsonPages, ATextThatBeginsWithABraceIsAPage) {
    EXPECT_EQ(pages_of("{Kommentar} Guten Tag").pages[0].page.bytes, "{Kommentar} Guten Tag");
}

}  // namespace
}  // namespace depesche
