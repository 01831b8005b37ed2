// Who the words of a quote are given to, by the words of the page: one case for each way of writing, each in made-up newsroom text.
#include "quotes_cases.h"

namespace depesche {
namespace {

TEST(QuotesWho, WhatStandsOnAPageIsThePages) {
    expect_cases({
        {"Auf der Webseite des Amts heißt es, der Damm sei sicher.", "der Damm sei sicher", "der Webseite des Amts"},
        {"In dieser Resolution, die vom Rat angenommen wurde, heißt es, dass der Damm verletzt werde.", "dass der Damm verletzt werde",
         "dieser Resolution"},
        {"Auf Anfrage hieß es, der Damm sei sicher.", "der Damm sei sicher", ""},
    });
}

TEST(QuotesWho, StudiesByWhichSomethingIsSoSayThatClauseAlone) {
    expect_cases({
        {"Er verwies auf Studien der Ossenflether Klinik, nach denen der Tee wirkt.", "der Tee wirkt", "denen"},
        {"Er kam an dem Abend, nach dem alles anders war.", nullptr, ""},
    });
}

TEST(QuotesWho, AReflexiveOrABeginningIsNoSpeech) {
    expect_cases({
        {"Die Ministerin zeigte sich entschlossen, den Deich zu bauen.", nullptr, ""},
        {"Die Ministerin zeigte sich überzeugt, dass der Deich hält.", "dass der Deich hält", "Die Ministerin"},
        {"Das Problem besteht darin, dass viele abhängig sind.", nullptr, ""},
        {"Die Partei besteht darauf, dass ihr Name bleibt.", "dass ihr Name bleibt", "Die Partei"},
        {"Die Wehr hatte damit begonnen, den Keller zu leeren.", nullptr, ""},
        {"Die Elf verpasste im Anschluss, den Ausgleich zu erzielen.", nullptr, ""},
        {"Im Hafen wurden 3.538 Boote verkauft, so viele wie nie.", nullptr, ""},
    });
}

TEST(QuotesWho, BehindAnOpeningClauseTheMainClauseSpeaks) {
    expect_cases({
        {"Nachdem Behörden gewarnt hatten, hatte sich herausgestellt, dass die Gurken sauber waren.", "dass die Gurken sauber waren", ""},
    });
}

TEST(QuotesWho, ASentenceBrokenOffBySoGoesOn) {
    expect_cases({
        {"Doch sei es, so der Schriftsteller Musa Krey in einem Beitrag auf der Website der Zeitung „Hafenblatt“, ein Haufen Leute "
         "gewesen.",
         "Doch sei es / ein Haufen Leute gewesen", "der Schriftsteller Musa Krey"},
    });
}

TEST(QuotesWho, AnObjectInFrontDoesNotSpeak) {
    expect_cases({
        {"Die Vorwürfe wies der Sprecher zurück und sagte, der Damm sei sicher.", "der Damm sei sicher", "der Sprecher"},
        {"Die praktische Anwendung der Regel stellte der Vorsitzende Franz Krey in Frage: „Die Regel ist fern von allem Leben.“",
         "Die Regel ist fern von allem Leben.", "der Vorsitzende Franz Krey"},
        {"Die Sprecherin sagte der Zeitung, der Damm sei sicher.", "der Damm sei sicher", "Die Sprecherin"},
    });
}

TEST(QuotesWho, EachMainClauseHasItsOwnSpeaker) {
    expect_cases({
        {"Torwart Hinnerk Krey nannte die Karte „überzogen“, Trainer Onno Tuor bezeichnete sie als „richtig und klug“.", "richtig und klug",
         "Trainer Onno Tuor"},
        {"Ministerin Susanne Krey wies das zurück, die Sprecherin der Fraktion, Sandra Tuor (Grüne), erklärte: „Neid schadet uns allen.“",
         "Neid schadet uns allen.", "die Sprecherin der Fraktion, Sandra Tuor (Grüne)"},
        {"In seiner Antwort sah der Dekan Benno Krey den Plan als gescheitert an und nannte den Auftrag „schlecht und teuer“.",
         "schlecht und teuer", "der Dekan Benno Krey"},
    });
}

TEST(QuotesWho, APhraseIsTakenWhole) {
    expect_cases({
        {"Das Auswärtige Amt der Republik empfiehlt allen Reisenden, zu Hause zu bleiben.", "zu Hause zu bleiben",
         "Das Auswärtige Amt der Republik"},
        {"Nach Ansicht von Senator Krey, Vorsitzender des Ausschusses im Senat, hat die Bank versagt.", "hat die Bank versagt",
         "Ansicht von / Senator Krey, Vorsitzender des Ausschusses im Senat"},
        {"Erkki Tammen, Präsident des Rats der Union: „Ein solches Gesetz ist falsch und dumm.“", "Ein solches Gesetz ist falsch und dumm.",
         "Erkki Tammen, Präsident des Rats der Union"},
        {"Der erst kürzlich ernannte Bischof der Diözese Onnen, Gerhard Krey hat gebeten, ihn zu entlassen.", "ihn zu entlassen",
         "Der erst kürzlich ernannte Bischof der Diözese Onnen, Gerhard Krey"},
        {"Die 64-jährige deutsche Ministerin Angela Krey hat am Samstag angekündigt, zurückzutreten.", "zurückzutreten",
         "Die 64-jährige deutsche Ministerin Angela Krey"},
    });
}

TEST(QuotesWho, FreeSpeechIsOfThePersonInTheSentenceBefore) {
    expect_cases({
        {"Am Rande der Sitzung meldete sich der Minister Onno Krey zu Wort. Jeder Lehrer könne das Konto einlösen.",
         "Jeder Lehrer könne das Konto einlösen", "der Minister Onno Krey"},
    });
}

TEST(QuotesWho, BehindARelativePronounWithAPrepositionStandsTheSubject) {
    expect_cases({
        {"Er fand den Brief, in dem die Reederei verlangt, dass der Hof geräumt wird.", "dass der Hof geräumt wird", "die Reederei"},
        {"Es gab Streit, in dessen Folge das Landgericht festgestellt hatte, der Bau sei zulässig.", "der Bau sei zulässig",
         "das Landgericht"},
        {"Mitarbeiter von Werften wurden von den Behörden angewiesen, den Hafen zu verlassen.", "den Hafen zu verlassen", "den Behörden"},
    });
}

TEST(QuotesWho, WhatCannotSpeakInFrontOfWhoCanIsAnObject) {
    expect_cases({
        {"Die Zahl der Boote, die fehlten, bezifferte die Agentur mit 13, „vorläufig“, wie es hieß.", "vorläufig", "die Agentur"},
        {"Die Lage am Deich beschrieb die Feuerwehr als „ernst und unklar“.", "ernst und unklar", "die Feuerwehr"},
    });
}

TEST(QuotesWho, WhatCannotSpeakIsNoSourceOfWhatFollows) {
    expect_cases({
        {"Nach Angaben der Werft liegt das Boot im Dock. Dort hält der Bus nur selten. Das Boot sei alt.", "Das Boot sei alt",
         "Angaben / der Werft"},
    });
}

TEST(QuotesWho, WhatIsSomethingForSomebodyIsThatOnesOpinion) {
    expect_cases({
        {"Für die Gewerkschaft ist der Plan „ein Schlag ins Gesicht“.", "ein Schlag ins Gesicht", "die Gewerkschaft"},
        {"Für Bürgermeisterin Hanne Krey war die Absage „ein klarer Wortbruch“.", "ein klarer Wortbruch", "Bürgermeisterin Hanne Krey"},
        {"Für den Umzug ist die Halle „Nordlicht“ gemietet.", nullptr, ""},
    });
}

}  // namespace
}  // namespace depesche
