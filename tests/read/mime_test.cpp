#include "read/mime.h"

#include <gtest/gtest.h>

#include "read/archives.h"
#include "read/page.h"
#include "read/saved_page.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

using tests::pages_of;

const std::string saved =
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://blatt.example/bericht\r\nSubject: Bericht\r\n"
    "Date: Thu, 5 Mar 2031 14:02:11 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
    "\tboundary=\"----Grenze--7----\"\r\n\r\n\r\n------Grenze--7----\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://blatt.example/teil\r\n\r\n"
    "<html><p class=3D\"a\">Br=FCcke ge=\r\nsperrt</p>\r\n------Grenze--7----\r\nContent-Type: image/png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\naGFsbG8=\r\n------Grenze--7------\r\n";

TEST(Mhtml, ThePageIsItsDecodedHtmlPart) {
    const auto all = pages_of(saved);
    ASSERT_EQ(all.pages.size(), 1U);
    const PageBytes& page = all.pages[0].page;
    EXPECT_EQ(page.bytes,
              "<html><p class=\"a\">Br\xFC"
              "cke gesperrt</p>");
    EXPECT_EQ(page.path, "f");
    EXPECT_EQ(page.url, "https://blatt.example/bericht");
    EXPECT_EQ(page.crawled, "2031-03-05T14:02:11+01:00");
    EXPECT_EQ(page.charset, "iso-8859-1");
}

TEST(Mhtml, OneThatEndsInsideItsPageIsRefused) {
    const auto all = pages_of(saved.substr(0, saved.find("sperrt")));
    EXPECT_TRUE(all.pages.empty());
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_EQ(all.problems[0].problem, Problem::truncated);
}

TEST(Mhtml, APageInsideAlternativesIsFoundAndEndlessNestingIsNot) {
    const std::string nested =
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        "Content-Type: text/plain\n\nschlicht\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: "
        "base64\n\nPHA+amE8L3A+\n--b--\n--a--\n";
    EXPECT_EQ(pages_of(nested).pages.at(0).page.bytes, "<p>ja</p>");
    std::string deep = "MIME-Version: 1.0\n";
    for (int i = 0; i < 2000; ++i) deep += "Content-Type: multipart/related; boundary=a\n\n--a\n";
    EXPECT_EQ(pages_of(deep).problems.size(), 1U);
}

TEST(Mhtml, ALetterLikeTextIsAPage) { EXPECT_EQ(pages_of("Nordstadt: Brücke gesperrt\n\nText").pages.at(0).page.path, "f"); }

TEST(QuotedPrintable, JoinsSoftLineEndsAndKeepsWhatIsNoEscape) {
    EXPECT_EQ(decode_quoted_printable("a=\r\nb=\nc=3D=zz=C3=BC="), "abc==zz\xC3\xBC");
}

TEST(Base64, PassesOverLineEndsAndStopsAtPadding) {
    EXPECT_EQ(decode_base64("aGFs\r\nbG8="), "hallo");
    EXPECT_EQ(decode_base64("aGFsbG8=aGFs"), "hallo");
    EXPECT_EQ(decode_base64("!"), "");
}

TEST(WrittenDates, AreReadInEveryOrderAndNothingIsFilledIn) {
    EXPECT_EQ(iso_of_written_date("Thu, 5 Mar 2031 14:02:11 +0100"), "2031-03-05T14:02:11+01:00");
    EXPECT_EQ(iso_of_written_date("Wed Mar 05 2031 14:02:11 GMT-0330 (Somewhere)"), "2031-03-05T14:02:11-03:30");
    EXPECT_EQ(iso_of_written_date("05 Mar 2031 14:02 GMT"), "2031-03-05T14:02Z");
    EXPECT_EQ(iso_of_written_date("14:02:11 Mar 05, 2031"), "2031-03-05T14:02:11");
    EXPECT_EQ(iso_of_written_date("2031-03-05T14:02:11+01:00"), "2031-03-05T14:02:11+01:00");
    EXPECT_EQ(iso_of_written_date("5 Mar"), "");
    EXPECT_EQ(iso_of_written_date("gestern"), "");
    EXPECT_EQ(iso_of_stamp("20310305140211"), "2031-03-05T14:02:11Z");
    EXPECT_EQ(iso_of_stamp("20311305140211"), "");
}

TEST(SavedPage, SingleFileTellsAddressAndTime) {
    const std::string page =
        "<!DOCTYPE html> <html lang=de><!--\n Page saved with SingleFile \n url: https://blatt.example/a?b=1 \n saved date: Wed Mar 05 "
        "2031 "
        "14:02:11 GMT+0100 (Zeit)\n--><meta charset=utf-8><title>Brücke</title><p>Text";
    const auto all = pages_of(page);
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].page.url, "https://blatt.example/a?b=1");
    EXPECT_EQ(all.pages[0].page.crawled, "2031-03-05T14:02:11+01:00");
    EXPECT_EQ(all.pages[0].page.bytes, page);
}

TEST(SavedPage, AnArchivesBannerIsLeftOutAndTheOriginalNamed) {
    const std::string page =
        "<!DOCTYPE html><html><head><script>wm.rewrite(\"https://archive.example/web/20310305140211js_/https://blatt.example/x\");</script>"
        "</head><body><!-- BEGIN SOME TOOLBAR INSERT --><div>Captured 12 times &auml;</div><!-- END SOME TOOLBAR INSERT -->"
        "<h1>Br\xC3\xBC"
        "cke gesperrt</h1><p>Text</p></body></html>";
    const auto all = pages_of(page);
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].page.url, "https://blatt.example/x");
    EXPECT_EQ(all.pages[0].page.crawled, "2031-03-05T14:02:11Z");
    const auto read = make_page(all.pages[0].page);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->source.text(), "Brücke gesperrt\nText");
    const Span headline = read->source.to_page({0, 16});
    EXPECT_EQ(page.substr(headline.begin, headline.size()),
              "Br\xC3\xBC"
              "cke gesperrt");
}

TEST(SavedPage, ABannerThatNeverEndsHidesNothing) {
    const auto read = make_page({"p", "<html><!-- BEGIN X INSERT --><p>Text</p>", "", "", ""});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->source.text(), "Text");
}

TEST(SavedPage, OnlyAStampedAddressIsAnArchives) {
    EXPECT_EQ(original_address("https://a.example/web/20310305140211/http://b.example/").url, "http://b.example/");
    EXPECT_EQ(original_address("https://a.example/web/2031030514021/http://b.example/").url,
              "https://a.example/web/2031030514021/http://b.example/");
    EXPECT_EQ(original_address("https://a.example/?to=/http://b.example/").crawled, "");
    EXPECT_EQ(how_saved("<html><p>https://a.example/web/20310305140211/http://b.example/").url, "");
}

}  // namespace
}  // namespace depesche
