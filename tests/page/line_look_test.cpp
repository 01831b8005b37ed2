// What one line says by itself: cues, credits, looks.
#include <gtest/gtest.h>

#include "page/line_look.h"
#include "page/zone_parts.h"

namespace depesche {
namespace {

class Look : public ::testing::Test {
protected:
    LineLook look(std::string_view line) const { return reader_.look(line, languages_.find("de")); }
    std::string credit(std::string_view line) const {
        const Span span = credit_in(line, reader_.wording(), reader_.bylines());
        return std::string(line.substr(span.begin, span.size()));
    }
    Languages languages_;
    LineReader reader_{languages_};
};

TEST_F(Look, CuesStandWhereTheTableSaysTheyMust) {
    EXPECT_TRUE(has(look("Kommentare (12)").cues, Cue::comments));
    EXPECT_FALSE(has(look("Kommentare zur Lage gab es kaum").cues, Cue::comments));
    EXPECT_TRUE(has(look("Mehr zum Thema Deichbau").cues, Cue::related));
    EXPECT_TRUE(has(look("BILD 3 VON 14").cues, Cue::gallery));
    EXPECT_TRUE(has(look("Ein Abo, das Ihnen gefällt").cues, Cue::address));
    EXPECT_FALSE(has(look("Die Feuerwehr half ihnen").cues, Cue::address));
    EXPECT_TRUE(has(look("© 2024 Kaltentaler Verlag").cues, Cue::copyright));
    EXPECT_TRUE(look("").cues.none());
}

TEST_F(Look, FindsTheCreditBehindACaption) {
    EXPECT_EQ(credit("Der Schulhof nach dem Sturm.Bild: keystone"), "Bild: keystone");
    EXPECT_EQ(credit("Die Turnhalle gegen zwei Uhr.  FOTO: FALKE"), "FOTO: FALKE");
    EXPECT_EQ(credit("Das Dach liegt auf dem Platz. (Foto: Uwe Falke/dpa)"), "(Foto: Uwe Falke/dpa)");
    EXPECT_EQ(credit("Die Brücke von Altenrode. © Falke/Imago"), "© Falke/Imago");
    EXPECT_EQ(credit("Die Feuerwehr im Einsatz auf dem PlatzFoto: Ida Horn"), "Foto: Ida Horn");
    EXPECT_EQ(credit("Die Ministerin kam am Abend auf den Platz. Imago/Uwe Falke"), " Imago/Uwe Falke");
    EXPECT_EQ(credit("Hier sehen Sie den Sturm im Video:"), "");
    EXPECT_EQ(credit("Der Deich sei erst vor sechs Jahren verstärkt worden. (dpa)"), "");
    EXPECT_EQ(credit(std::string(100'000, ':')), "");
}

TEST_F(Look, TellsDateLinesFromSentencesWithDates) {
    EXPECT_TRUE(look("Zuletzt geändert: 8. Oktober 2026, 13:40 Uhr").date_line);
    EXPECT_TRUE(look("15.04.2025, 17:59Lesezeit: 5 Min.").date_line);
    EXPECT_FALSE(look("Am 8. Oktober 2026 brach der Deich").date_line);
    EXPECT_TRUE(look("Am 8. Oktober 2026 brach der Deich").has_date);
}

TEST_F(Look, SplitsDatelineAndWireCreditFromAParagraph) {
    const std::string_view line = "Kaltental (dpa/lno) - Ein Sturm hat das Dach der Schule abgedeckt. (iho/dpa)";
    const std::vector<Zone> parts =
        parts_of({ZoneKind::body, {100, 100 + static_cast<std::uint32_t>(line.size())}, 1}, line, look(line), reader_);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].kind, ZoneKind::agency);
    EXPECT_EQ(parts[1].kind, ZoneKind::body);
    EXPECT_EQ(line.substr(parts[1].span.begin - 100, parts[1].span.size()), "Ein Sturm hat das Dach der Schule abgedeckt.");
    EXPECT_EQ(line.substr(parts[2].span.begin - 100, parts[2].span.size()), "(iho/dpa)");
    EXPECT_TRUE(dateline_in("SEOUL. Der Teppich ist rot (sagt man) - und das Lächeln sitzt", reader_.bylines()).empty());
    EXPECT_TRUE(dateline_in("Seoul – Der Teppich ist rot", reader_.bylines()).empty());
}

TEST_F(Look, SplitsDateAndByline) {
    const std::string_view line = "27. Januar 2026 • Gregor Menne • 3 Minuten";
    const std::vector<Zone> parts = parts_of({ZoneKind::date, {0, static_cast<std::uint32_t>(line.size())}, 1}, line, look(line), reader_);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].kind, ZoneKind::date);
    EXPECT_EQ(parts[1].kind, ZoneKind::byline);
}

}  // namespace
}  // namespace depesche
