#include <gtest/gtest.h>

#include <random>

#include "origins/articles.h"
#include "origins/trace.h"
#include "origins/words.h"

namespace depesche {
namespace {

using test::numbered;
using test::origin_texts;
using test::part;
using test::Piece;

const std::string asked = "Wir hatten keine Zeit, die Schleuse noch zu schließen";

std::vector<Piece> pile(int others) {
    std::mt19937 random(11);
    std::vector<Piece> pieces{
        {"late", "Spätpost", "2026-06-03T18:00Z",
         "Am Kanal fiel ein Satz: „Wir hatten eine Zeit, die Schleuse noch zu schließen“, so der Wärter."},
        {"first", "Kanalbote", "2026-06-02T06:00Z",
         "Der Wärter ist müde. „Wir hatten keine Zeit, die Schleuse noch zu schliessen“, sagte Wärter Jörn Petter am frühen Morgen dem "
         "Kanalboten."},
        {"copy", "Abendblatt", "2026-06-02T19:00Z",
         "„Wir hatten keine Zeit, die Schleuse noch zu schließen“, sagte Wärter Jörn Petter am frühen Morgen dem Kanalboten. Nun wird "
         "ermittelt."},
        {"undated", "Zettel", "", "Keine Zeit, die Schleuse noch zu schließen? Das glaubt ihm keiner."},
        {"other", "Kanalbote", "2026-06-01T06:00Z", "Die Schleuse bekommt neue Tore. Schließen wird sie dafür im Herbst."}};
    for (int i = 0; i < others; ++i) pieces.push_back({numbered("x", i), "Blatt", "2026-06-01T00:00Z", test::made_text(random, 6, 4000)});
    return pieces;
}

std::vector<std::string> ids(const std::vector<TraceHit>& hits, const std::vector<Piece>& pieces) {
    std::vector<std::string> out;
    for (const TraceHit& hit : hits) out.push_back(pieces[hit.article].id);
    return out;
}

TEST(Trace, FindsEveryFormEarliestFirstInASmallAndInALargePile) {
    for (const int others : {0, 600}) {
        const auto pieces = pile(others);
        const auto hits = trace_text(asked, "de", Languages(), origin_texts(pieces));
        EXPECT_EQ(ids(hits, pieces), (std::vector<std::string>{"first", "copy", "late", "undated"})) << others;
    }
}

TEST(Trace, SaysWhoTookItFromWhomAndLeavesQuotedWordsAloneOpen) {
    const auto pieces = pile(0);
    const auto hits = trace_text(asked, "de", Languages(), origin_texts(pieces));
    ASSERT_EQ(hits.size(), 4U);
    EXPECT_FALSE(hits[0].from.has_value());
    EXPECT_EQ(hits[1].from, 1U);
    EXPECT_FALSE(hits[2].from.has_value());
}

TEST(Trace, PutsTheWordingsSideBySide) {
    const auto pieces = pile(0);
    const auto texts = origin_texts(pieces);
    const auto hits = trace_text(asked, "de", Languages(), texts);
    EXPECT_EQ(part(texts[1].text, hits[0].span), "Wir hatten keine Zeit, die Schleuse noch zu schliessen");
    ASSERT_EQ(hits[0].wording.size(), 1U);
    EXPECT_TRUE(hits[0].wording[0].same);
    EXPECT_FLOAT_EQ(hits[0].likeness, 1);
    bool changed = false;
    for (const WordingPart& p : hits[2].wording)
        changed = changed || (!p.same && part(asked, p.asked) == "keine" && part(texts[0].text, p.found) == "eine");
    EXPECT_TRUE(changed);
}

TEST(Trace, AsksForNothingAndFindsNothing) {
    const auto pieces = pile(0);
    EXPECT_TRUE(trace_text("", "de", Languages(), origin_texts(pieces)).empty());
    EXPECT_TRUE(trace_text(" …!? ", "de", Languages(), origin_texts(pieces)).empty());
    EXPECT_TRUE(trace_text("Ganz andere Worte über den Markt von Hinterfeld", "de", Languages(), origin_texts(pieces)).empty());
}

}  // namespace
}  // namespace depesche
