#include "read/html.h"

#include <gtest/gtest.h>

#include <random>

#include "read/encoding.h"
#include "read/html_references.h"

namespace depesche {
namespace {

HtmlPage html(std::string_view bytes) { return read_html(decode(bytes, Encoding::utf8).source); }

std::vector<std::string> lines(const HtmlPage& page) {
    std::vector<std::string> out;
    for (const HtmlBlock& block : page.blocks) out.emplace_back(page.source.view(block.text));
    return out;
}

using Lines = std::vector<std::string>;

TEST(Html, IsToldByItsBeginning) {
    EXPECT_TRUE(looks_like_html("\n<!DOCTYPE html><html>"));
    EXPECT_TRUE(looks_like_html("<!-- stored 2024 --><HTML lang=de>"));
    EXPECT_TRUE(looks_like_html("<?xml version='1.0'?><html>"));
    EXPECT_FALSE(looks_like_html("Am Montag <b>nicht</b>"));
    EXPECT_FALSE(looks_like_html("<3 steht am Anfang"));
    EXPECT_TRUE(looks_like_html("<!--[if i]><![endif]-->\n<!DOCTYPE html><html>"));
    EXPECT_TRUE(looks_like_html("<br /><b>Warning</b>: no server in <b>start.php</b>\n<!DOCTYPE html><html>"));
    EXPECT_TRUE(looks_like_html("<style>p { color: red }</style><html><body>"));
    EXPECT_FALSE(looks_like_html("<b>Am Montag</b> nicht"));
    EXPECT_FALSE(looks_like_html("<?xml version='1.0'?><rss><title>Der &lt;html> und &lt;body> und <html></title></rss>"));
}

TEST(Html, BlocksAreLinesAndWhiteSpaceIsCollapsed) {
    EXPECT_EQ(lines(html("<p>Ein \n\t Satz <b>mit</b> Wort.</p><p>Zwei<br>Drei</p>")), (Lines{"Ein Satz mit Wort.", "Zwei", "Drei"}));
}

TEST(Html, ScriptsStylesAndTheHeadAreNoText) {
    const HtmlPage page = html(
        "<head><title>Titel &amp; mehr</title><style>p{}</style></head><body><script>if (a<b) "
        "x();</script><p>Text</p><noscript>Bild</noscript>");
    EXPECT_EQ(lines(page), Lines{"Text"});
    EXPECT_EQ(decode_references(page.decoded.view(page.title)), "Titel & mehr");
}

TEST(Html, WordsOfNeighbouringElementsDoNotRunTogether) {
    EXPECT_EQ(lines(html("<h1><span class=a>Hafen</span><span class=b>Die Brücke</span></h1>")), Lines{"Hafen Die Brücke"});
    EXPECT_EQ(lines(html("<p><span>D</span>er Kahn</p>")), Lines{"Der Kahn"});
}

TEST(Html, UnclosedAndCrossedTagsStillGiveLines) {
    EXPECT_EQ(lines(html("<ul><li>Eins<li>Zwei</ul><p>Drei<p>Vier<div>Fünf</p></div>")), (Lines{"Eins", "Zwei", "Drei", "Vier", "Fünf"}));
    EXPECT_EQ(lines(html("<p><b>fett<i>beides</b>schräg</i></p>")), Lines{"fettbeidesschräg"});
}

TEST(Html, ElementsKnowWhatTheyStandInAndWhetherTheyAreShown) {
    const HtmlPage page = html("<article class='story'><div hidden><p>Weg</p></div><p id=x>Da <a href='/l'>Link</a></p></article>");
    ASSERT_EQ(page.blocks.size(), 2U);
    EXPECT_TRUE(page.blocks[0].hidden);
    EXPECT_FALSE(page.blocks[1].hidden);
    EXPECT_EQ(page.blocks[1].linked, 4U);
    const HtmlElement& element = page.elements[page.blocks[1].element];
    EXPECT_EQ(element.name, "p");
    EXPECT_EQ(page.attribute(element, HtmlName::id), "x");
    EXPECT_EQ(page.attribute(page.elements[element.parent], HtmlName::classes), "story");
}

TEST(Html, DataScriptsAreKept) {
    const HtmlPage page = html("<script type=\"application/ld+json\">{\"a\": 1}</script><script>var x;</script>");
    ASSERT_EQ(page.scripts.size(), 1U);
    EXPECT_EQ(page.decoded.view(page.scripts[0].text), "{\"a\": 1}");
}

struct Place {
    std::string_view word;
    std::string_view stored;
};

TEST(Html, EveryWordLeadsToItsStoredBytes) {
    const std::string bytes =
        "<p>Fr&uuml;h&nbsp;am  Montag &amp; sp&#228;t &ndash; Stra\xC3\x9F"
        "e\r\n&lt;b&gt; &notit; R&D</p>";
    const HtmlPage page = html(bytes);
    ASSERT_EQ(lines(page), Lines{"Früh am Montag & spät – Straße <b> ¬it; R&D"});
    for (const Place& place :
         {Place{"Früh", "Fr&uuml;h"}, Place{"am", "am"}, Place{"& ", "&amp; "}, Place{"spät", "sp&#228;t"}, Place{"–", "&ndash;"},
          Place{"Straße",
                "Stra\xC3\x9F"
                "e"},
          Place{"<b>", "&lt;b&gt;"}, Place{"R&D", "R&D"}, Place{"¬it;", "&notit;"}}) {
        const auto at = static_cast<std::uint32_t>(page.source.text().find(place.word));
        const Span stored = page.source.to_page({at, at + static_cast<std::uint32_t>(place.word.size())});
        EXPECT_EQ(bytes.substr(stored.begin, stored.size()), place.stored) << place.word;
    }
}

// Slow twin: the bytes of every block, read alone, give the same text.
TEST(Html, EveryBlockReadsTheSameFromItsOwnBytes) {
    std::mt19937 chance(17);
    const std::vector<std::string> pieces = {"<p>",      "</p>", "<b>", "</b>", "Wort", " ",     "\r\n",   "&amp;",     "&uuml;",
                                             "&#x20AC;", "&",    "&lt", "ß",    "<br>", "<div>", "</div>", "<!-- x -->"};
    for (int round = 0; round < 500; ++round) {
        std::string bytes = "<html>";
        for (unsigned i = 0; i < 12; ++i) bytes += pieces[chance() % pieces.size()];
        const HtmlPage page = html(bytes);
        for (const HtmlBlock& block : page.blocks) {
            const Span stored = page.source.to_page(block.text);
            const HtmlPage again = html(std::string_view(bytes).substr(stored.begin, stored.size()));
            ASSERT_EQ(again.source.text(), page.source.view(block.text)) << bytes;
        }
    }
}

TEST(Html, HostilePagesTakeBoundedTime) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
    EXPECT_EQ(lines(html(deep + "Text")), Lines{"Text"});
    std::string closing = "<table><td>";
    for (int i = 0; i < 500; ++i) closing += "<b>";
    for (int i = 0; i < 200'000; ++i) closing += "</i>";
    EXPECT_EQ(lines(html(closing + "Text")), Lines{"Text"});
    std::string attributes = "<p";
    for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=1";
    const HtmlPage many = html("<p>Davor</p>" + attributes + ">Text");
    EXPECT_EQ(lines(many), Lines{"Davor"});
    EXPECT_TRUE(many.cut);
    EXPECT_TRUE(html(std::string(1'000'000, '<')).blocks.size() <= 1);
}

}  // namespace
}  // namespace depesche
