#include <gtest/gtest.h>

#include "origins/articles.h"

namespace depesche {
namespace {

using test::origin_texts;
using test::part;
using test::Piece;

// What the second article took from the first, as text.
std::vector<std::string> taken(const std::string& source, const std::string& taker) {
    const std::vector<Piece> pieces{{"a", "Erstblatt", "2026-05-01T08:00Z", source}, {"b", "Zweitblatt", "2026-05-01T12:00Z", taker}};
    const auto texts = origin_texts(pieces);
    std::vector<std::string> out;
    for (const Copy& copy : find_copies(texts, Languages(), 1)) {
        EXPECT_EQ(copy.to, 1U);
        out.emplace_back(part(texts[1].text, copy.span));
    }
    return out;
}

const std::string own_start = "Im Rathaus brannte gestern lange Licht. ";
const std::string own_end = " Was daraus wird, weiß im Ort niemand so recht.";
const std::string quotation = "„Wir haben jeden Stein umgedreht und trotzdem keinen einzigen Cent gefunden“";

TEST(Stretches, AQuotationAloneIsNoCopy) {
    EXPECT_TRUE(taken("Kämmerin Rosa Wendt zeigte sich am Abend ratlos: " + quotation + ".",
                      own_start + quotation + ", so klang es aus dem Saal." + own_end)
                    .empty());
    EXPECT_TRUE(taken(own_start + quotation + ", sagte Wendt.", "Bei der Sitzung fiel ein Satz: " + quotation + "." + own_end).empty());
}

TEST(Stretches, AQuotationWithItsIntroductionIsACopy) {
    const std::string whole = quotation + ", sagte Kämmerin Rosa Wendt am Abend vor dem verschlossenen Tresor der Gemeinde Oberbach.";
    EXPECT_EQ(taken("Es fehlt Geld. " + whole, own_start + whole + own_end), std::vector<std::string>{whole});
}

TEST(Stretches, QuotedWordsThatTwoReportsShareAreASharedQuote) {
    const std::vector<Piece> pieces{
        {"a", "Erstblatt", "2026-05-01T08:00Z", "Kämmerin Rosa Wendt zeigte sich am Abend ratlos: " + quotation + "."},
        {"b", "Zweitblatt", "2026-05-01T12:00Z", own_start + quotation + ", so klang es aus dem Saal." + own_end}};
    const auto texts = origin_texts(pieces);
    const Lineage lineage = trace_lineage(texts, Languages());
    EXPECT_TRUE(lineage.copies.empty());
    ASSERT_EQ(lineage.quotes.size(), 1U);
    EXPECT_NE(part(texts[1].text, lineage.quotes[0].left_span).find("keinen einzigen Cent"), std::string_view::npos);
    EXPECT_EQ(lineage.origins.size(), 2U);
}

TEST(Stretches, FindsASentenceWithAnotherDayNameAndFigure) {
    const std::string source =
        "Der Bauausschuss der Stadt Oberbach hat am Dienstag den Abriss der alten Mühle für 240 000 Euro beschlossen.";
    const std::string taker = "Der Bauausschuss von Oberbach hat heute den Abriss der alten Mühle für 250.000 Euro beschlossen.";
    EXPECT_EQ(taken(source, own_start + taker + own_end), std::vector<std::string>{taker});
}

TEST(Stretches, FindsMergedAndSplitSentencesBesideACopiedOne) {
    const std::string anchor =
        "Am Ufer der Wulme lagerten nach Angaben des Kreises mehr als 40 Tonnen belasteter Schlamm aus dem alten Gaswerk.";
    const std::string two = " Die Räumung beginnt im Herbst. Sie kostet den Kreis Harkenrode rund drei Millionen Euro.";
    const std::string merged = " Rund drei Millionen Euro kostet den Kreis Harkenrode die Räumung, die im Herbst beginnt.";
    EXPECT_EQ(taken(anchor + two, anchor + merged), std::vector<std::string>{anchor + merged});
}

TEST(Stretches, TwoReportsOfTheSameFactsAreNoCopies) {
    EXPECT_TRUE(taken("Bei einem Zusammenstoß zweier Straßenbahnen in Ellerbeck wurden am Montag neun Menschen verletzt. Der Verkehr ruhte "
                      "bis zum Abend.",
                      "Neun Verletzte und gesperrte Gleise: In Ellerbeck sind zwei Straßenbahnen aneinandergeraten, wie die "
                      "Verkehrsbetriebe berichten. Erst am Abend fuhren wieder Bahnen.")
                    .empty());
}

}  // namespace
}  // namespace depesche
