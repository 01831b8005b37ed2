#include <gtest/gtest.h>

#include "read/archives.h"
#include "read/limits.h"

namespace depesche {
namespace {

using tests::AllPages;
using tests::gzip_of;
using tests::pages_of;
using tests::warc_record;
using tests::warc_response;
using tests::zstd_of;

const std::string info = warc_record("warcinfo", "", "application/warc-fields", "software: made up\r\n");
const std::string one = warc_response("https://blatt.example/1", "", "<p>eins</p>");
const std::string two = warc_response("https://blatt.example/2", "", "<p>zwei</p>");

std::vector<std::string> bodies(const AllPages& all) {
    std::vector<std::string> out;
    for (const StreamedPage& page : all.pages) out.push_back(page.page.bytes);
    return out;
}
using Bodies = std::vector<std::string>;

TEST(Warc, GivesPagesWithAddressTimeCharsetAndPlace) {
    const AllPages all = pages_of(info + one + two);
    ASSERT_EQ(all.pages.size(), 2U);
    const PageBytes& page = all.pages[1].page;
    EXPECT_EQ(page.path, "f#" + std::to_string(info.size() + one.size()));
    EXPECT_EQ(page.url, "https://blatt.example/2");
    EXPECT_EQ(page.crawled, "2031-03-04T05:06:07Z");
    EXPECT_EQ(page.charset, "utf-8");
    EXPECT_EQ(page.bytes, "<p>zwei</p>");
    EXPECT_TRUE(all.problems.empty());
    EXPECT_EQ(all.passed_over, 1U);
}

TEST(Warc, OneMemberARecordOrOneForAllGiveTheSamePages) {
    const Bodies expected = {"<p>eins</p>", "<p>zwei</p>"};
    for (const std::string& bytes :
         {gzip_of(info) + gzip_of(one) + gzip_of(two), gzip_of(info + one + two), zstd_of(info) + zstd_of(one + two)}) {
        const AllPages all = pages_of(bytes);
        EXPECT_EQ(bodies(all), expected);
        EXPECT_TRUE(all.problems.empty());
    }
    EXPECT_EQ(pages_of(gzip_of(info) + gzip_of(one)).pages[0].page.path, "f#" + std::to_string(gzip_of(info).size()));
    EXPECT_EQ(pages_of(gzip_of(info + one)).pages[0].page.path, "f#0+" + std::to_string(info.size()));
}

TEST(Warc, ReadingGoesOnWhereItWasLeft) {
    for (const std::string& bytes : {info + one + two, gzip_of(info) + gzip_of(one) + gzip_of(two), gzip_of(info + one + two)}) {
        StreamOptions options;
        options.begin_at = [next = pages_of(bytes).pages[0].next](const std::string&) { return next; };
        const AllPages rest = pages_of(bytes, std::move(options));
        ASSERT_EQ(rest.pages.size(), 1U);
        EXPECT_EQ(rest.pages[0].page.bytes, "<p>zwei</p>");
        EXPECT_EQ(rest.pages[0].page.path, pages_of(bytes).pages[1].page.path);
    }
}

TEST(Warc, EveryPageIsFoundAgainByItsPath) {
    for (const std::string& bytes : {info + one + two, gzip_of(info) + gzip_of(one) + gzip_of(two), zstd_of(info + one + two)}) {
        const tests::OneFile files(bytes);
        for (const StreamedPage& page : pages_of(bytes).pages) {
            const auto again = read_page_at(page.page.path, files);
            ASSERT_TRUE(again) << page.page.path;
            EXPECT_EQ(again->bytes, page.page.bytes);
        }
        EXPECT_FALSE(read_page_at("f#3", files));
        EXPECT_FALSE(read_page_at("f#x", files));
    }
}

TEST(Warc, TakesResourcesAndConversionsOfPageTypesOnly) {
    const std::string bytes = warc_record("resource", "https://a.example/", "text/html; charset=iso-8859-1", "<p>a</p>") +
                              warc_record("conversion", "https://b.example/", "text/plain", "b") +
                              warc_record("resource", "https://c.example/", "image/png", "c") +
                              warc_record("metadata", "https://d.example/", "text/plain", "d") +
                              warc_record("request", "https://e.example/", "application/http", "GET / HTTP/1.1\r\n\r\n");
    const AllPages all = pages_of(bytes);
    EXPECT_EQ(bodies(all), (Bodies{"<p>a</p>", "b"}));
    EXPECT_EQ(all.pages[0].page.charset, "iso-8859-1");
    EXPECT_EQ(all.passed_over, 3U);
    EXPECT_TRUE(all.problems.empty());
}

TEST(Warc, RevisitsAreToldAndRedirectsAndPicturesPassedOver) {
    const std::string redirect = "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /\r\n\r\n<p>moved</p>";
    const std::string picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
    const AllPages all = pages_of(warc_record("revisit", "u", "application/http", "HTTP/1.1 200 OK\r\n\r\n") +
                                  warc_record("response", "u", "application/http", redirect) +
                                  warc_record("response", "u", "application/http", picture) + one);
    EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>"}));
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].problem, Problem::passed_over);
    EXPECT_TRUE(all.problems[0].reason.starts_with("1 revisit"));
}

TEST(Warc, ChunksAndContentCodingsAreTakenOff) {
    const std::string chunked = "3;x=y\r\n<p>\r\n5\r\ndrei<\r\n3\r\n/p>\r\n0\r\n\r\n";
    const std::string packed = gzip_of("<p>vier</p>");
    const AllPages all =
        pages_of(warc_response("u", "Transfer-Encoding: chunked\r\n", chunked) + warc_response("u", "Content-Encoding: gzip\r\n", packed) +
                 warc_response("u", "Content-Encoding: zstd\r\n", zstd_of("<p>acht</p>")) +
                 warc_response("u", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "<p>stored without both</p>"));
    EXPECT_EQ(bodies(all), (Bodies{"<p>drei</p>", "<p>vier</p>", "<p>acht</p>", "<p>stored without both</p>"}));
    EXPECT_TRUE(all.problems.empty());
}

TEST(Warc, ABodyThatIsCutOffOrOfUnknownCodingCostsOnlyItself) {
    const std::string packed = gzip_of("<p>" + std::string(3000, 'x') + "y</p>");
    const AllPages all = pages_of(warc_response("u", "Content-Encoding: gzip\r\n", packed.substr(0, packed.size() - 12)) +
                                  warc_response("u", "Content-Encoding: lzma\r\n", "???") +
                                  warc_response("u", "Transfer-Encoding: chunked\r\n", "ff\r\nshort") + one);
    EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>"}));
    ASSERT_EQ(all.problems.size(), 3U);
    EXPECT_EQ(all.problems[0].problem, Problem::truncated);
    EXPECT_EQ(all.problems[0].place, "f#0");
    EXPECT_EQ(all.problems[1].problem, Problem::bad_format);
    EXPECT_EQ(all.problems[2].problem, Problem::truncated);
}

TEST(Warc, AWrongLengthCostsOnlyItsRecord) {
    for (const std::string_view length : {"5", "700", "40000000", "2147483648", "-3", "x", ""}) {
        std::string bad = warc_response("https://bad.example/", "", "<p>bad</p>", length.empty() ? "Q" : length);
        const AllPages all = pages_of(one + bad + two + info + two);
        EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>", "<p>zwei</p>", "<p>zwei</p>"})) << length;
        ASSERT_EQ(all.problems.size(), 1U) << length;
        EXPECT_TRUE(all.problems[0].place.starts_with("f#")) << length;
    }
}

TEST(Warc, ARecordOfTwoGigabytesAtTheEndIsToldAndNothingElseIsLost) {
    const AllPages all = pages_of(one + warc_response("u", "", "<p>bad</p>", "2147483648"));
    EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>"}));
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].problem, Problem::truncated);
    EXPECT_EQ(all.problems[0].place, "f#" + std::to_string(one.size()));
}

TEST(Warc, ALargePageIsToldAndALargePictureIsNot) {
    const std::string large(limits::page_bytes + 10, 'x');
    const std::string film = "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + large;
    const AllPages all = pages_of(warc_response("u", "", large) + warc_record("response", "u", "application/http", film) + one);
    EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>"}));
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].problem, Problem::too_large);
}

TEST(Warc, ABrokenMemberCostsOnlyItself) {
    std::string broken = gzip_of(warc_response("u", "", std::string(500, 'q') + "abcdefghijklmnop"));
    for (std::size_t i = 150; i < 170 && i < broken.size(); ++i) broken[i] = static_cast<char>(~broken[i]);
    const AllPages all = pages_of(gzip_of(one) + broken + gzip_of(two));
    EXPECT_EQ(bodies(all), (Bodies{"<p>eins</p>", "<p>zwei</p>"}));
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].place, "f#" + std::to_string(gzip_of(one).size()));
}

TEST(Warc, ATruncatedArchiveGivesWhatIsWholeAtEveryCut) {
    const std::string plain = one + two;
    for (std::size_t cut = 8; cut < plain.size() - 4; cut += 3) {
        const AllPages all = pages_of(plain.substr(0, cut));
        const bool first = cut >= one.size() - 4;
        EXPECT_EQ(bodies(all), first ? Bodies{"<p>eins</p>"} : Bodies{}) << cut;
        if (cut > one.size() + 5) {
            EXPECT_EQ(all.problems.size(), 1U) << cut;
        }
    }
    const std::string packed = gzip_of(one) + gzip_of(two);
    for (std::size_t cut = gzip_of(one).size() + 5; cut < packed.size(); cut += 7) {
        const AllPages all = pages_of(packed.substr(0, cut));
        EXPECT_EQ(bodies(all), Bodies{"<p>eins</p>"}) << cut;
        ASSERT_EQ(all.problems.size(), 1U) << cut;
        EXPECT_EQ(all.problems[0].problem, Problem::truncated);
    }
}

TEST(Warc, BytesThatAreNoArchiveAreAPage) {
    EXPECT_EQ(bodies(pages_of("WARC heißt das Wort.\n")), (Bodies{"WARC heißt das Wort.\n"}));
    EXPECT_EQ(bodies(pages_of(gzip_of("Guten Tag."))), (Bodies{"Guten Tag."}));
    EXPECT_EQ(bodies(pages_of(zstd_of(gzip_of("Guten Tag.")))), (Bodies{"Guten Tag."}));
    EXPECT_EQ(pages_of(gzip_of(gzip_of(gzip_of(gzip_of("Guten Tag."))))).problems[0].problem, Problem::too_large);
}

}  // namespace
}  // namespace depesche
