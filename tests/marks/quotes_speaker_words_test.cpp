// Where the words for a speaker begin and end, and which clause they stand in: each in made-up newsroom text.
#include "quotes_cases.h"

namespace depesche {
namespace {

TEST(QuotesSpeakerWords, AppositionsFollowOneAnother) {
    expect_cases({
        {"Der Vorsitzende des Hafenbunds, Nachfolger des Seebunds, Onno Krey, sagte, der Damm halte.", "der Damm halte",
         "Der Vorsitzende des Hafenbunds, Nachfolger des Seebunds, Onno Krey"},
        {"Onno Krey, der Leiter des Bauamts, der seit Mai im Amt ist, sagte, der Damm sei sicher.", "der Damm sei sicher",
         "Onno Krey, der Leiter des Bauamts"},
        {"Kürzlich hatte eine Sprecherin auf dänischer Seite, Ada Krey, erklärt, der Damm sei sicher.", "der Damm sei sicher",
         "eine Sprecherin auf dänischer Seite, Ada Krey"},
        {"Die Agentur sagte unter Berufung auf den Leiter, Onno Krey, der Damm sei sicher.", "der Damm sei sicher", "Die Agentur"},
    });
}

TEST(QuotesSpeakerWords, NamesHoldNumbersAgenciesAndForeignJoints) {
    expect_cases({
        {"„Wir haben gewonnen“, sagte der Trainer von Hansa 04 Ossenfleth.", "Wir haben gewonnen", "der Trainer von Hansa 04 Ossenfleth"},
        {"Nach Angaben der Presseagenturen dpa und AFP umstellten Helfer das Lager.", "umstellten Helfer das Lager",
         "Angaben / der Presseagenturen dpa und AFP"},
        {"Das Eis wird dünner, erklärte Jane Grey von der University of Tarn.", "Das Eis wird dünner",
         "Jane Grey von der University of Tarn"},
        {"Wie die Banca d'Aosta mitteilte, sinken die Zinsen.", "sinken die Zinsen", "die Banca d'Aosta"},
        {"Ein Vertreter der „küste ag“ nannte den Plan „teuer und falsch“.", "teuer und falsch", "Ein Vertreter der „küste ag“"},
        {"Das Lager kostete laut Hafenamt 40 Leute die Arbeit.", "Das Lager kostete / 40 Leute die Arbeit", "Hafenamt"},
    });
}

TEST(QuotesSpeakerWords, ASourcePhraseThatOpensASentenceReachesToTheVerb) {
    expect_cases({
        {"Nach einem Bericht des Hafenamts vom Sommer 2011 wurden die Schuten verkauft.", "wurden die Schuten verkauft",
         "einem Bericht des Hafenamts vom Sommer 2011"},
        {"Laut „Hafenblatt“ unter Berufung auf die Werft wurden die Schuten verkauft.",
         "unter Berufung auf die Werft wurden die Schuten verkauft", "„Hafenblatt“"},
        {"Beim Verladen würden nach Auskunft der Reederei der gesamte Vorrat und das Öl verderben.",
         "Beim Verladen würden / der gesamte Vorrat und das Öl verderben", "Auskunft / der Reederei"},
        {"Bei dem Sturm waren offiziellen dänischen Angaben zufolge zwei Boote gesunken.", "Bei dem Sturm waren / zwei Boote gesunken",
         "offiziellen dänischen Angaben"},
    });
}

TEST(QuotesSpeakerWords, APersonStandsBeforeTheColonWhateverTheVerb) {
    expect_cases({
        {"Den Unmut der Fischer brachte die Sprecherin der Fraktion im Rat, Ada Krey, zum Ausdruck: „Es gibt keinen Grund zu weichen.“",
         "Es gibt keinen Grund zu weichen.", "die Sprecherin der Fraktion im Rat, Ada Krey"},
        {"Hier sparte der Bürgermeister auch nicht mit Kritik: „Jeder Schritt war zu klein, viel zu klein.“",
         "Jeder Schritt war zu klein, viel zu klein.", "der Bürgermeister"},
    });
}

TEST(QuotesSpeakerWords, ADocumentSpeaksFromTheClauseBefore) {
    expect_cases({
        {"In einer Presseerklärung, die am Mittwoch erschien, wurde verkündet, dass der Damm hält.", "dass der Damm hält",
         "einer Presseerklärung"},
        {"Auf der hafen-Homepage heißt es, der Damm sei sicher.", "der Damm sei sicher", "der hafen-Homepage"},
    });
}

TEST(QuotesSpeakerWords, AThingInFrontOfANameDoesNotSpeak) {
    expect_cases({
        {"Die Verantwortung für den Bruch wies Ministerin Ada Krey zurück und sagte, der Damm sei alt.", "der Damm sei alt",
         "Ministerin Ada Krey"},
        {"Einige der Werften haben Minister Onno Krey geschrieben, dass der Damm bricht.", "dass der Damm bricht", "Einige der Werften"},
    });
}

}  // namespace
}  // namespace depesche
