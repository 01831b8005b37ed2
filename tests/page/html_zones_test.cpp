// Zones of HTML pages: what the elements and their names say, beside the words.
#include <gtest/gtest.h>

#include <string>

#include "pages.h"

namespace {

using namespace depesche;
using namespace depesche::test;

struct Read {
    Page page;
    Article article;
    [[nodiscard]] std::string zone(std::string_view words) const { return zone_at(page, article, words); }
    [[nodiscard]] bool text_has(std::string_view words) const {
        return article_text(article, page.source).find(words) != std::string::npos;
    }
};

Read read(const std::string& body, const std::string& head = {}) {
    Read out;
    out.page = page_of("<!doctype html><html><head><title>Seite</title>" + head + "</head><body>" + body + "</body></html>");
    out.article = reader().read(out.page);
    return out;
}

const std::string german_text = R"(
<p>Die Fähre nach Möwenoog bleibt bis zum Wochenende im Hafen, weil der Sturm die Zufahrt mit Sand und Treibholz verschlossen hat, wie die Reederei mitteilte.</p>
<p>Am Montag sollen zwei Bagger die Rinne räumen. „Wir rechnen mit drei Tagen Arbeit“, sagte Hafenmeisterin Tilda Brook, die den Einsatz leitet.</p>
<h2>Gäste warten auf dem Festland</h2>
<p>Rund zweihundert Gäste sitzen in Wittsiel fest. Die Gemeinde hat die Turnhalle der Schule geöffnet und verteilt dort warme Mahlzeiten an alle Wartenden.</p>
<p>Wer nicht warten will, kann sein Geld zurückfordern, teilte die Reederei mit. Das gilt auch für Fahrten, die noch gar nicht begonnen haben.</p>)";

const std::string german_page = R"(
<header class="page-header"><nav><ul><li><a href="/a">Politik</a></li><li><a href="/b">Küste und Inseln</a></li><li><a href="/c">Wetter</a></li></ul></nav></header>
<main><article class="article">
<header class="article-header"><span class="article-kicker">Sturm an der Küste</span>
<h1 class="article-headline">Fähre nach Möwenoog fährt erst am Sonntag wieder</h1>
<p class="article-intro">Ein Sturm hat die Hafeneinfahrt versperrt. Was Reisende jetzt wissen müssen.</p>
<div class="article-meta"><span class="byline">Von <a href="/p/1">Enno Petersen</a></span> <time class="date" datetime="2025-03-07T10:15">7. März 2025, 10:15 Uhr</time></div></header>
<figure><img src="a.jpg"><figcaption><span class="caption-text">Die Fähre liegt im Hafen von Wittsiel, davor ein Bagger</span> <span class="credit">Foto: Lina Ahrens</span></figcaption></figure>
<div class="share-bar"><button>Teilen</button><a href="/x">Merken</a></div>
<div class="article-body">)" + german_text +
                                R"(
<aside class="related-teaser"><h3>Lesen Sie auch</h3><a href="/d"><p>Deich bei Suderbüll hält dem Hochwasser stand, doch die Sorgen der Anwohner bleiben groß.</p></a></aside>
<div class="newsletter-box"><p>Mit unserem Brief am Morgen wissen Sie vor allen anderen, was an der Küste geschieht. Melden Sie sich gleich an.</p></div>
<p>Am Abend will die Reederei über den weiteren Fahrplan entscheiden und ihn im Hafen aushängen.</p>
</div></article>
<section class="comments"><h2>Kommentare</h2><div class="comment"><span class="comment-author">Strandgut7</span><p>Jedes Jahr dasselbe mit dieser Rinne, warum hat die Reederei nicht längst einen eigenen Bagger gekauft?</p></div></section>
<section class="teaser-list"><h2>Mehr aus der Region</h2><article class="teaser"><h3><a href="/e">Rathaus in Suderbüll wird saniert</a></h3><p>Der Umbau des Rathauses beginnt im Mai und soll zwei Jahre dauern, die Kosten liegen bei vier Millionen Euro.</p></article></section>
</main><footer class="page-footer"><p>Alle Texte dieser Seite sind geschützt. Der Nachdruck ist nur mit Erlaubnis des Verlags gestattet.</p><a href="/i">Impressum</a></footer>)";

TEST(HtmlZones, a_news_page_falls_into_its_zones) {
    const Read r = read(german_page);
    EXPECT_EQ(r.zone("Küste und Inseln"), "boilerplate");
    EXPECT_EQ(r.zone("Sturm an der Küste"), "kicker");
    EXPECT_EQ(r.zone("Fähre nach Möwenoog fährt"), "headline");
    EXPECT_EQ(r.zone("Ein Sturm hat die Hafeneinfahrt"), "standfirst");
    EXPECT_EQ(r.zone("Enno Petersen"), "byline");
    EXPECT_EQ(r.zone("7. März 2025"), "date");
    EXPECT_EQ(r.zone("Die Fähre liegt im Hafen"), "caption");
    EXPECT_EQ(r.zone("Foto: Lina Ahrens"), "credit");
    EXPECT_EQ(r.zone("Die Fähre nach Möwenoog bleibt"), "body");
    EXPECT_EQ(r.zone("Gäste warten auf dem Festland"), "crosshead");
    EXPECT_EQ(r.zone("Wer nicht warten will"), "body");
    EXPECT_EQ(r.zone("Am Abend will die Reederei"), "body");
}

TEST(HtmlZones, what_only_looks_like_text_is_left_out) {
    const Read r = read(german_page);
    for (const char* words : {"Deich bei Suderbüll", "Mit unserem Brief am Morgen", "Jedes Jahr dasselbe", "Der Umbau des Rathauses",
                              "Alle Texte dieser Seite", "Lesen Sie auch", "Teilen"})
        EXPECT_FALSE(r.text_has(words)) << words << " is " << r.zone(words);
    EXPECT_EQ(r.zone("Jedes Jahr dasselbe"), "comment");
}

TEST(HtmlZones, lists_tables_quotes_and_code_within_the_text_stay) {
    const Read r = read(R"(<div id="sidebar"><ul><li><a href="/1">Archive</a></li><li><a href="/2">About this garden</a></li></ul></div>
<div id="content"><div class="post"><h1 class="entry-title">How I stopped worrying about slugs</h1><div class="entry-content">
<p>Last spring the slugs of Harrow Green ate every single lettuce that I had planted, and I decided that something had to change in my garden.</p>
<p>These are the things that worked for me, in the order in which I tried them over the summer:</p>
<ul><li>Copper tape around the beds</li><li>Coffee grounds, dried for a day</li><li>Two ducks borrowed from a neighbour</li></ul>
<blockquote><p>A duck eats more slugs in an hour than you collect in a week.</p></blockquote>
<p>The ducks were by far the best of it, though they also have a taste for young spinach and for the strawberries of other people.</p>
<table><tr><th>Method</th><th>Slugs a night</th></tr><tr><td>Copper tape</td><td>forty-one</td></tr></table>
<pre>feed_ducks --every day --with peas</pre>
<p>I will write again when the winter is over and the ducks have gone home to the pond where they belong.</p>
</div></div>
<div id="comments"><h3>2 responses</h3><ol class="commentlist"><li class="comment"><p>My neighbour has no ducks, only a very old tortoise, and I am afraid it is of no use at all.</p></li></ol></div></div>
<div id="footer"><p>Proudly made with a keyboard and a lot of tea.</p></div>)");
    for (const char* words :
         {"Copper tape around", "Coffee grounds", "A duck eats more", "forty-one", "feed_ducks --every", "I will write again"})
        EXPECT_TRUE(r.text_has(words)) << words << " is " << r.zone(words);
    for (const char* words : {"About this garden", "only a very old tortoise", "Proudly made"})
        EXPECT_FALSE(r.text_has(words)) << words << " is " << r.zone(words);
}

TEST(HtmlZones, a_page_whose_elements_have_no_names_is_read_by_its_shape) {
    const Read r = read("<div><a href=/1>Start</a> <a href=/2>Karte</a> <a href=/3>Archiv</a></div><div><div><h1>Fähre liegt fest</h1>" +
                        german_text + "</div></div><div><a href=/4>Deich bei Suderbüll hält</a><a href=/5>Rathaus wird saniert</a></div>");
    EXPECT_TRUE(r.text_has("Die Fähre nach Möwenoog bleibt"));
    EXPECT_TRUE(r.text_has("Gäste warten auf dem Festland"));
    EXPECT_FALSE(r.text_has("Deich bei Suderbüll"));
    EXPECT_EQ(r.zone("Fähre liegt fest"), "headline");
}

TEST(HtmlZones, hidden_text_is_not_the_article) {
    const Read r =
        read("<div><h1>Fähre liegt fest</h1>" + german_text +
             "<div hidden><p>Dieser Absatz ist für die Vorlage gedacht und wird niemandem gezeigt, der die Seite liest.</p></div></div>");
    EXPECT_FALSE(r.text_has("Dieser Absatz ist für die Vorlage"));
}

TEST(HtmlZones, a_declared_body_helps_text_that_has_no_shape) {
    const std::string head =
        R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Kurzmeldung","articleBody":"Hafen gesperrt. Zwei Bagger räumen die Rinne."}</script>)";
    const Read r =
        read("<nav><a href=/1>Start</a></nav><div><h1>Kurzmeldung</h1><p>Hafen gesperrt. Zwei Bagger räumen die Rinne.</p></div>", head);
    EXPECT_TRUE(r.text_has("Zwei Bagger räumen die Rinne.")) << r.zone("Zwei Bagger");
}

TEST(HtmlZones, a_deep_a_wide_and_a_crowded_page_are_read_in_time) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div class=a>";
    EXPECT_TRUE(read(deep + german_text).text_has("Die Fähre nach Möwenoog bleibt"));
    const Read table = read("<table><tr><td colspan=2000000000>" + german_text + "</td></tr></table>");
    EXPECT_TRUE(table.text_has("Die Fähre nach Möwenoog bleibt"));
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "<p class=\"a b c d\">Wort</p>";
    EXPECT_FALSE(read(wide).page.source.text().empty());
}

}  // namespace
