// Telling: the day of an article's news, and what stands in background alone.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "stories/telling.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages made;
    return made;
}

// An article of Friday, 13 March 2026, or of no known day.
struct Told {
    explicit Told(std::string text, bool dated = true, std::string language = "de") : words(languages()) {
        piece.title = "Kirche";
        piece.teaser = "Wort";
        piece.text = std::move(text);
        piece.language = std::move(language);
        if (dated) piece.first_seen = parse_iso("2026-03-13T18:00");
        const std::vector<const Piece*> pieces = {&piece};
        reads = read_pieces(pieces, words, languages(), 1);
        found = telling_of(reads[0].tokens, words, reads[0].day);
    }
    // Days from publication to the day of the news.
    [[nodiscard]] int from_publication() const { return *found.day - *reads[0].day; }
    [[nodiscard]] bool background(std::string_view word) {
        const std::uint32_t index = words.index_of(word, *languages().find(piece.language));
        const auto& tokens = reads[0].tokens;
        const auto at = std::ranges::find(tokens, index, &Token::word);
        EXPECT_NE(at, tokens.end()) << word;
        return at != tokens.end() && found.background[static_cast<std::size_t>(at - tokens.begin())];
    }
    Piece piece;
    WordTable words;
    std::vector<ReadPiece> reads;
    Telling found;
};

TEST(Telling, WhatIsToldInThePluperfectIsBackground) {
    Told told("Hundert Menschen kamen am Freitag nach Görnitz. Bei der Kollision waren drei Fahrgäste gestorben. Bischöfin Solms sprach.");
    EXPECT_TRUE(told.background("Kollision"));
    EXPECT_TRUE(told.background("Fahrgäste"));
    EXPECT_FALSE(told.background("Görnitz"));
    EXPECT_FALSE(told.background("Solms"));
}

TEST(Telling, WhatWasBeforeTheDayOfTheNewsIsBackground) {
    Told told(
        "Der Kreistag entschied am Donnerstag über Schranken. Seit Montag ist die Strecke gesperrt, die Pendler brauchen Busse. Landrat "
        "Dobberstein rechnet mit Kosten.");
    EXPECT_TRUE(told.background("Strecke"));
    EXPECT_TRUE(told.background("Pendler"));
    EXPECT_FALSE(told.background("Schranken"));
    EXPECT_FALSE(told.background("Kosten"));
}

TEST(Telling, AClauseInThePluperfectLeavesItsMainClause) {
    Told told("Ermittler durchsuchten am Mittwoch die Spedition, nachdem ein Zeuge Fahrtenbücher übergeben hatte.");
    EXPECT_FALSE(told.background("Spedition"));
    EXPECT_TRUE(told.background("Fahrtenbücher"));
}

TEST(Telling, TheFirstDayThatIsOverIsTheDayOfTheNews) {
    EXPECT_EQ(Told("Die Polizei nahm am Mittwoch zwei Brüder fest. Am Montag war die Krone gestohlen worden.").from_publication(), -2);
    EXPECT_EQ(Told("Am Montag war die Krone gestohlen worden. Die Polizei nahm am Mittwoch zwei Brüder fest.").from_publication(), -2);
    EXPECT_EQ(Told("In der Nacht zu Samstag einigten sich beide Seiten.").from_publication(), 1);
    EXPECT_EQ(Told("Gestern rollten die Lastwagen durch das Dorf.").from_publication(), -1);
    EXPECT_EQ(Told("Four people died on Monday when the ferry burned.", true, "en").from_publication(), -4);
}

TEST(Telling, WhatIsStillToComeIsNoDayOfNews) {
    EXPECT_FALSE(Told("Die Züge fahren ab Montag wieder.").found.day);
    EXPECT_FALSE(Told("Am Mittwoch wird die Ministerin vereidigt, sagt ihr Sprecher.").found.day);
}

TEST(Telling, AWeekdayIsKnownWithoutADayOfPublication) {
    const Told told("Ein Wal lag am Dienstag am Strand.", false);
    EXPECT_FALSE(told.found.day);
    EXPECT_EQ(told.found.weekday, 1);
}

TEST(Telling, AReportageWithoutADayHasNone) {
    const Told told("Das Sofa hat dunkle Flecken. „Am Montag lag hier eine Schülerin“, sagt sie. Der Nachbar kam mit einer Leiter.");
    EXPECT_FALSE(told.found.day);
    EXPECT_FALSE(told.found.weekday);
}

TEST(Telling, AnArticleWithoutWordsTellsNothing) {
    const Told told("—");
    EXPECT_FALSE(told.found.day);
}

}  // namespace
}  // namespace depesche
