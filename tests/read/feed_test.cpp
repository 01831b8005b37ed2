#include "read/feed_piece.h"

#include <gtest/gtest.h>

#include "read/archives.h"
#include "read/limits.h"
#include "read/page.h"

namespace depesche {
namespace {

using tests::AllPages;
using tests::gzip_of;
using tests::pages_of;

const std::string rss =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Blatt</title><link>https://blatt.example/</link>\n"
    "<item><title>Brücke &amp; Tunnel gesperrt</title><link>https://blatt.example/1</link>\n"
    "<description><![CDATA[<p>Nach dem <b>Sturm</b> &ndash; </item> keine Fahrt</p>]]></description>\n"
    "<pubDate>Wed, 05 Mar 2031 14:02:11 +0100</pubDate><dc:creator>Hilde Marquardt</dc:creator></item>\n"
    "<!-- <item><title>weg</title></item> -->\n"
    "<item><title>Zweites</title><link>https://blatt.example/2</link><description>&lt;p&gt;Kurz "
    "&amp;uuml;ber&lt;/p&gt;</description></item>\n"
    "</channel></rss>\n";

Page page_of(const StreamedPage& streamed) {
    auto page = make_page(streamed.page);
    EXPECT_TRUE(page) << (page ? "" : page.error().reason);
    return std::move(*page);
}

TEST(Feed, RssGivesItsItemsAsPieces) {
    const AllPages all = pages_of(rss);
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_TRUE(all.problems.empty());
    EXPECT_EQ(all.pages[0].page.path, "f#" + std::to_string(rss.find("<item>")));
    EXPECT_EQ(all.pages[0].page.url, "https://blatt.example/1");
    const Page first = page_of(all.pages[0]);
    ASSERT_TRUE(first.piece);
    EXPECT_EQ(first.source.view(first.piece->title), "Brücke & Tunnel gesperrt");
    EXPECT_EQ(first.source.view(first.piece->teaser), "Nach dem Sturm – keine Fahrt");
    EXPECT_EQ(first.piece->published.value, "2031-03-05T14:02:11+01:00");
    ASSERT_EQ(first.piece->authors.size(), 1U);
    EXPECT_EQ(first.piece->authors[0].value, "Hilde Marquardt");
    const Page second = page_of(all.pages[1]);
    EXPECT_EQ(second.source.view(second.piece->teaser), "Kurz über");
}

TEST(Feed, EveryValueLeadsToItsStoredBytes) {
    const AllPages all = pages_of(rss);
    const Page first = page_of(all.pages[0]);
    const std::string& stored = first.stored.bytes;
    const Span title = first.source.to_page(first.piece->title);
    EXPECT_EQ(stored.substr(title.begin, title.size()), "Brücke &amp; Tunnel gesperrt");
    const FeedValue& date = first.piece->published;
    EXPECT_EQ(stored.substr(date.bytes.begin, date.bytes.size()), "Wed, 05 Mar 2031 14:02:11 +0100");
    const Page second = page_of(all.pages[1]);
    const Span teaser = second.source.to_page(second.piece->teaser);
    EXPECT_EQ(second.stored.bytes.substr(teaser.begin, teaser.size()), "Kurz &amp;uuml;ber");
}

TEST(Feed, AtomNewsSitemapsAndRdfAreReadToo) {
    const AllPages atom = pages_of(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">Eins</title><link rel=\"self\" href=\"x\"/><link "
        "href=\"https://a.example/1\"/><summary type=\"xhtml\"><div>Zwei <b>drei</b></div></summary><author><name>Jo Lenz</name></author>"
        "<published>2031-03-05T14:02:11Z</published><updated>2031-03-06T14:02:11Z</updated></entry></feed>");
    ASSERT_EQ(atom.pages.size(), 1U);
    EXPECT_EQ(atom.pages[0].page.url, "https://a.example/1");
    const Page page = page_of(atom.pages[0]);
    EXPECT_EQ(page.source.text(), "Eins\nZwei drei");
    EXPECT_EQ(page.piece->authors.at(0).value, "Jo Lenz");
    EXPECT_EQ(page.piece->updated.value, "2031-03-06T14:02:11Z");

    const AllPages sitemap = pages_of(
        "<?xml version='1.0'?><urlset xmlns:news=\"n\"><url><loc>https://a.example/2</loc><news:news><news:publication><news:name>Blatt"
        "</news:name></news:publication><news:publication_date>2031-03-05</news:publication_date><news:title>Titel</news:title></news:news>"
        "</url><url><loc>https://a.example/3</loc></url></urlset>");
    ASSERT_EQ(sitemap.pages.size(), 1U);
    EXPECT_EQ(sitemap.passed_over, 1U);
    const Page news = page_of(sitemap.pages[0]);
    EXPECT_EQ(news.piece->outlet.value, "Blatt");
    EXPECT_EQ(news.piece->published.value, "2031-03-05");

    EXPECT_EQ(pages_of("<rdf:RDF xmlns:rdf=\"r\"><item rdf:about=\"u\"><title>T</title></item></rdf:RDF>").pages.size(), 1U);
}

TEST(Feed, APieceIsFoundAgainByItsPlaceAlsoWhenPacked) {
    for (const std::string& bytes : {rss, gzip_of(rss)}) {
        const tests::OneFile files(bytes);
        for (const StreamedPage& page : pages_of(bytes).pages) {
            const auto again = read_page_at(page.page.path, files);
            ASSERT_TRUE(again) << page.page.path;
            EXPECT_EQ(again->bytes, page.page.bytes);
            EXPECT_EQ(again->charset, page.page.charset);
        }
    }
}

TEST(Feed, TheDeclaredEncodingHoldsForEveryPiece) {
    const AllPages all = pages_of(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><item><title>Br\xFC"
        "cke</title></item></rss>");
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(page_of(all.pages[0]).source.text(), "Brücke");
}

TEST(Feed, EntitiesAreRefused) {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    const AllPages all = pages_of(bomb + "]><rss><item><title>&z;</title></item></rss>");
    EXPECT_TRUE(all.pages.empty());
    ASSERT_EQ(all.problems.size(), 1U);
    EXPECT_NE(all.problems[0].reason.find("entities"), std::string::npos);
}

TEST(Feed, APieceThatIsNoXmlCostsOnlyItself) {
    const AllPages all = pages_of("<rss><item><title>a</b></item><item><title>&nbsp;x</title></item><item><title>c</title></item></rss>");
    EXPECT_EQ(all.problems.size(), 2U);
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(page_of(all.pages[0]).source.text(), "c");
}

TEST(Feed, OneThatIsCutOffGivesWhatIsWhole) {
    for (std::size_t cut = rss.find("<item>") + 10; cut < rss.find("</channel>"); cut += 11) {
        const AllPages all = pages_of(rss.substr(0, cut));
        EXPECT_EQ(all.pages.size(), cut >= rss.find("\n<!-- <item>") ? 1U : 0U) << cut;
        EXPECT_LE(all.problems.size(), 1U);
    }
}

TEST(Feed, HostileFeedsEnd) {
    std::string endless = "<rss><item><title>";
    endless.append(3 * limits::feed_piece_bytes, 'x');
    EXPECT_EQ(pages_of(endless).pages.size(), 0U);
    EXPECT_GE(pages_of(endless).problems.size(), 1U);
    std::string angles = "<rss>";
    angles.append(200'000, '<');
    EXPECT_EQ(pages_of(angles).pages.size(), 0U);
    std::string items = "<rss>";
    for (int i = 0; i < 50'000; ++i) items += "<item>";
    EXPECT_EQ(pages_of(items).pages.size(), 0U);
}

}  // namespace
}  // namespace depesche
