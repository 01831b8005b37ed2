// Which words are said, and how often: one case for each way of writing, each in made-up newsroom text.
#include "quotes_cases.h"

namespace depesche {
namespace {

TEST(QuotesSaid, AShortClauseWithAnArticleIsNoRelativeClause) {
    expect_cases({
        {"Das Ministerium teilte mit, der Damm halte.", "der Damm halte", "Das Ministerium"},
        {"Krey hatte gesagt, die Gemeinden müssten von Anfang an einbezogen werden.",
         "die Gemeinden müssten von Anfang an einbezogen werden", "Krey"},
        {"Er sagte, er ruft am Abend an.", "er ruft am Abend an", "Er"},
        {"Die Gazette berichtete, 200 Stellen sollen in Onnen wegfallen.", "200 Stellen sollen in Onnen wegfallen", "Die Gazette"},
    });
}

TEST(QuotesSaid, WhatASentenceSaidWithACueIsNotSaidAgain) {
    EXPECT_EQ(quotes_in("Der Minister sagte, der Damm sei dicht. Das sagte er am Montag.").size(), 1U);
    EXPECT_EQ(quotes_in("„Der Damm ist dicht“, sagte der Minister. Das sagte er am Montag.").size(), 1U);
    expect_cases({
        {"Der Damm sei dicht. Das teilte die Behörde mit.", "Der Damm sei dicht", "die Behörde"},
        {"„Ja, wir haben Fehler gemacht.“ Das sagte Ministerin Ada Krey.", "Ja, wir haben Fehler gemacht.", "Ministerin Ada Krey"},
        {"Der Damm ist dicht. Das teilte die Behörde mit.", "Der Damm ist dicht / Das", "die Behörde"},
    });
}

TEST(QuotesSaid, ARelativePronounSpeaksInItsClause) {
    expect_cases({
        {"Dann kam ein Junge, der angab, an der Mole verletzt worden zu sein.", "an der Mole verletzt worden zu sein", "der"},
        {"Dann kam ein Gast, der alle Fischer aufforderte, nicht mehr auszulaufen.", "nicht mehr auszulaufen", "der"},
        {"Dann kam die Wirtin, die er bat, den Hund zu holen.", "den Hund zu holen", "er"},
    });
}

TEST(QuotesSaid, ASubjunctiveInARelativeClauseMakesNotTheWholeSentenceSpeech) {
    expect_cases({
        {"Die Reederei sucht einen Hafen, der groß genug sei.", "der groß genug sei", ""},
        {"Er las Berichte, laut denen jeder ein Boot habe und fahren könne.", "jeder ein Boot habe und fahren könne", "denen"},
    });
}

TEST(QuotesSaid, WhoIsQuotedFromAMediumSpokeAndTheMediumPassesOn) {
    for (const char* text : {"Onno Krey wird von der „Küstenzeitung“ mit den Worten zitiert: „Wir warten auf Regen.“",
                             "„Wir warten auf Regen“, wird Onno Krey in der „Küstenzeitung“ zitiert."}) {
        const std::vector<Quote> quotes = quotes_in(text);
        ASSERT_EQ(quotes.size(), 1U) << text;
        EXPECT_EQ(joined(text, quotes.front().speaker), "Onno Krey");
        EXPECT_EQ(joined(text, quotes.front().via), "der „Küstenzeitung“");
        EXPECT_TRUE(quotes.front().cited);
    }
    expect_cases(
        {{"Die Gazette zitiert den Wirt mit den Worten „Hier war einmal ein Strand.“", "Hier war einmal ein Strand.", "den Wirt"}});
}

TEST(QuotesSaid, ANounForWhatIsDoneIsSaidButANameIsNot) {
    expect_cases({
        {"Sie sagte, das Amt komme nur durch „Trickserei“ zu Geld.", "Trickserei", "Sie"},
        {"Krey warnte vor den „Sparfantasien“ des Rats.", "Sparfantasien", "Krey"},
    });
    for (const char* text :
         {"Die Warte teilte mit, dass sich „Larry“ vor der Küste abgeschwächt habe.",
          "Er sagte, die „Vereinigung Onnener Fischer“ sei dafür.", "Er sagte, der Wettbewerb „Forschung“ sei vorbei."}) {
        for (const Quote& quote : quotes_in(text)) EXPECT_NE(quote.type, QuoteType::direct) << joined(text, quote.parts);
    }
}

TEST(QuotesSaid, QuotedWordsThatBeginSmallAreNoTitle) {
    expect_cases({
        {"Wie der Minister sagte, sieht der Rat in dem Gesetz „kein Hindernis für den Handel“.", "kein Hindernis für den Handel",
         "der Minister"},
    });
}

TEST(QuotesSaid, AJudgementInsideAClauseIsSaid) {
    expect_cases({
        {"Krey bezeichnete die Worte, sollten sie so gefallen sein, als „dumm“.", "dumm", "Krey"},
        {"Die Schwaden, die als „nebelartig“ beschrieben wurden, zogen ab.", "nebelartig", ""},
        {"Der Wirt, der den Sieg als „Fest“ bezeichnete, schloss früh.", "Fest", ""},
    });
}

TEST(QuotesSaid, WordsOnBannersAndOfWitnessesAreSaid) {
    expect_cases({
        {"Einige trugen Bänder mit der Aufschrift „Fischer raus“ am Arm.", "Fischer raus", ""},
        {"Die Menge rief Parolen wie zum Beispiel „Lasst den Hafen offen“.", "Lasst den Hafen offen", "Die Menge"},
        {"Der Mann rief laut Zeugenaussagen „Feuer im Hafen“.", "Feuer im Hafen", "Zeugenaussagen"},
        {"Wie Krey berichtet, gab der Wirt eine Antwort, die aus einem Wort bestand: „Nein.“", "Nein.", ""},
        {"Der Grundsatz „Wasser vor Land“ gilt.", nullptr, ""},
    });
}

TEST(QuotesSaid, AClauseThatEndsInTheSubjunctiveIsOfWhomTheSentenceIsAbout) {
    expect_cases({
        {"Die Wirtin warnte vor einem Bau, der die Küste zerstöre.", "der die Küste zerstöre", "Die Wirtin"},
        {"Er protestierte gegen einen Absatz, der Zelte am Strand verbiete.", "der Zelte am Strand verbiete", "Er"},
        {"Die Gemeinde begrüßte den Plan, weil er den Hafen sicherer mache.", "weil er den Hafen sicherer mache", "Die Gemeinde"},
        {"Ich mag die Gäste, die ich bisher getroffen habe.", nullptr, ""},
    });
}

TEST(QuotesSaid, WhatStandsBeforeThatSaidIsSaid) {
    expect_cases({
        {"Seit Montag ist die Schleuse geschlossen, das teilte das Wasseramt mit.", "Seit Montag ist die Schleuse geschlossen",
         "das Wasseramt"},
    });
}

TEST(QuotesSaid, ASentenceBeginsBehindAYearOrAnArticle) {
    expect_cases({
        {"Seit Jahren fordert der Kreis die Rückgabe des Bootes. 1996 hatte der Rat sie schon zugesagt.",
         "Seit Jahren fordert der Kreis die Rückgabe des Bootes", "der Kreis"},
        {"Krey warnte vor Bus 13. Der Fahrer sagte, die Bremse habe versagt.", "die Bremse habe versagt", "Der Fahrer"},
        {"Krey sagte am 13. Mai, die Bremse habe versagt.", "die Bremse habe versagt", "Krey"},
    });
}

TEST(QuotesSaid, BehindAModalVerbSomethingIsSaidOnlyWhenItWasDone) {
    expect_cases({
        {"„Ja, der Damm ist alt“, musste Ministerin Ada Krey einräumen.", "Ja, der Damm ist alt", "Ministerin Ada Krey"},
        {"Beide Reeder konnten sich darauf einigen, den Kai zu teilen.", "den Kai zu teilen", "Beide Reeder"},
        {"Ein Sprecher wollte nicht bestätigen, dass der Damm bricht.", nullptr, ""},
        {"Kurz darauf sollte sich herausstellen, dass der Damm bricht.", nullptr, ""},
    });
}

TEST(QuotesSaid, ASentenceBehindAColonIsSaidWithoutMarks) {
    expect_cases({
        {"Die Polizei teilte mit: Der Kai bleibt bis Mai gesperrt.", "Der Kai bleibt bis Mai gesperrt", "Die Polizei"},
        {"Die Namen der Boote lauten: Möwe und Seestern, dann Klabauter.", nullptr, ""},
    });
}

TEST(QuotesSaid, AnInfinitiveMayHoldAnyParticle) {
    expect_cases({
        {"Das Hilfswerk rief den Rat auf, das Verbot nicht durchzusetzen.", "das Verbot nicht durchzusetzen", "Das Hilfswerk"},
        {"Der Rat hatte ihn aufgefordert, sein Amt niederzulegen.", "sein Amt niederzulegen", "Der Rat"},
    });
}

TEST(QuotesSaid, QuotedWordsMayBeAllThatASubjectDoes) {
    expect_cases({
        {"Später sagte die Reederin vor der Presse, Kapitän Krey „ist und bleibt der beste Lotse“.",
         "Kapitän Krey „ist und bleibt der beste Lotse“", "die Reederin"},
    });
}

TEST(QuotesSaid, AMediumInMarksIsNoQuote) {
    expect_cases({
        {"„Küstenblatt“ berichtet mit Blick auf einen Lotsen, dass der Kai brennt.", "dass der Kai brennt", "„Küstenblatt“"},
        {"Der Veranstalter informierte das Amt, welches einen Stab einrichtete.", nullptr, ""},
    });
}

TEST(QuotesSaid, WhatSollTellsIsHearsay) {
    const std::string text = "Die Polizei teilte mit, ein Lotse sei verhört worden. Er soll zwei Boote gestohlen haben.";
    const std::vector<Quote> quotes = quotes_in(text);
    ASSERT_EQ(quotes.size(), 2U);
    EXPECT_EQ(quotes[1].type, QuoteType::free_indirect);
    EXPECT_EQ(joined(text, quotes[1].parts), "Er soll zwei Boote gestohlen haben");
    EXPECT_EQ(joined(text, quotes[1].speaker), "Die Polizei");
    expect_cases({
        {"Der Lotse soll zwei Boote gestohlen haben.", nullptr, ""},  // nobody told it
        {"Der Rat baut einen Kai, der die Stadt schützen soll.", nullptr, ""},
    });
}

TEST(QuotesSaid, WordsThatReadLikeSpeechAreNoName) {
    expect_cases({
        {"„Ich habe fertig“ ist seitdem ein geflügeltes Wort.", "Ich habe fertig", ""},
        {"Die Zahlung wurde im „Regelfall um Jahre verschoben“.", "Regelfall um Jahre verschoben", ""},
        {"Am Abend lief „Jeder fischt für sich allein“ im Saal.", nullptr, ""},
        {"Am Abend lief „Man of the Match“ im Saal.", nullptr, ""},
        {"Eine „ernstzunehmende Spur“ führte zum Kai.", "ernstzunehmende Spur", ""},
    });
}

TEST(QuotesSaid, SentencesWhoseBlankIsLostAreTwo) {
    expect_cases({
        {"„Der Kai hält noch lange“, sagte der Lotse.Gleichzeitig wurde der Hafen gesperrt.", "Der Kai hält noch lange", "der Lotse"},
        {"Die Seite hafen.de berichtet, dass der Kai hält.", "dass der Kai hält", "Die Seite hafen.de"},
    });
}

TEST(QuotesSaid, AJudgementInMarksIsNoReportedSpeechBesides) {
    const std::vector<Quote> quotes = quotes_in("Der Reeder Onno Krey nannte die Meldung eine „Zeitungsente“.");
    for (const Quote& quote : quotes) EXPECT_NE(quote.type, QuoteType::reported);
}

TEST(QuotesSaid, MarksOfOneKindInsideEachOtherAreOneQuote) {
    expect_cases(
        {{"„Die „Möwe“ lief aus. Wir sahen ihr lange zu“, sagte der Wirt.", "Die „Möwe“ lief aus. Wir sahen ihr lange zu", "der Wirt"}});
}

}  // namespace
}  // namespace depesche
