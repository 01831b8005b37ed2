// Which changes of an utterance's words are drift. The pairs were written before the rules.
#include <gtest/gtest.h>

#include "brief/drift.h"
#include "brief/made_reports.h"

namespace depesche {
namespace {

using test::MadeReport;
using test::MadeStory;

struct Pair {
    std::string left;
    std::string right;
};

struct Judged {
    bool drift = false;
    std::vector<std::string> changes;
};

Judged judge(const Pair& pair) {
    std::vector<MadeReport> reports;
    for (const std::string& words : {pair.left, pair.right}) {
        reports.push_back(test::body("„" + words + "“, sagte Anna Berg."));
        reports.back().person("Anna Berg", "Anna Berg").quote(words, "Anna Berg", "Anna Berg");
    }
    const MadeStory story(std::move(reports));
    const std::vector<Utterance> utterances = find_utterances(story.text());
    EXPECT_EQ(utterances.size(), 2U);
    const WordingMatch match = match_wordings(story.text(), utterances[0], utterances[1]);
    return {has_drift(match), describe(story.text(), utterances[0], utterances[1], match)};
}

TEST(Drift, words_that_turn_or_narrow_are_missed) {
    const std::vector<Pair> pairs = {
        {"Wir haben keine Hinweise auf Sabotage", "Wir haben Hinweise auf Sabotage"},
        {"Der Damm hält nicht mehr lange", "Der Damm hält lange"},
        {"Wir schließen derzeit einen Anschlag aus", "Wir schließen einen Anschlag aus"},
        {"Ich habe das nach bestem Wissen geprüft", "Ich habe das geprüft"},
        {"Das war einer der schwersten Einsätze meines Lebens", "Das war der schwerste Einsatz meines Lebens"},
        {"Wir haben den Turm langsam geräumt", "Wir haben den Turm hastig geräumt"},
        {"Die Brücke war sicher, wenn man die Last begrenzt", "Die Brücke war sicher"},
        {"Das Geld ist da, aber niemand darf es ausgeben", "Das Geld ist da"},
        {"Es waren 14 Leute im Zug", "Es waren 41 Leute im Zug"},
        {"Wir können das schaffen", "Wir hätten das schaffen müssen"},
    };
    for (const Pair& pair : pairs) {
        EXPECT_TRUE(judge(pair).drift) << pair.left << " / " << pair.right;
        EXPECT_TRUE(judge({pair.right, pair.left}).drift) << "turned round: " << pair.left;
    }
}

TEST(Drift, harmless_variants_are_none) {
    const std::vector<Pair> pairs = {
        {"Das war ein grosser Fehler", "Das war ein großer Fehler"},
        {"Das tut mir leid.", "Das tut mir leid!"},
        {"Ich warte seit sieben Wochen", "Ich warte seit 7 Wochen"},
        {"das Boot ist voll", "Das Boot ist voll"},
        {"Wir sind noch immer hier", "Wir sind immer noch hier"},
        {"Ich habe ihn zurück gerufen", "Ich habe ihn zurückgerufen"},
        {"Das ist ja ein Wunder", "Das ist ein Wunder"},
        {"Das war ein schöner Abend, ein ganz schöner", "Das war ein schöner Abend"},
        {"Wir gehen jetzt. Morgen kommen wir wieder", "Wir gehen jetzt"},
        {"Ich habe gewarnt, und zwar zweimal", "Ich habe gewarnt"},
        {"einem schweren Schlag", "einen schweren Schlag"},
    };
    for (const Pair& pair : pairs) {
        EXPECT_FALSE(judge(pair).drift) << pair.left << " / " << pair.right;
        EXPECT_FALSE(judge({pair.right, pair.left}).drift) << "turned round: " << pair.left;
    }
}

TEST(Drift, what_changed_is_named_in_the_words_of_the_reports) {
    EXPECT_EQ(judge({"Wir hatten keine Wahl", "Wir hatten eine Wahl"}).changes, std::vector<std::string>{"keine → eine"});
    EXPECT_EQ(judge({"Wir schließen derzeit alles aus", "Wir schließen alles aus"}).changes, std::vector<std::string>{"derzeit → –"});
    EXPECT_EQ(judge({"Wir fahren weiter, aber nur bis Mittag", "Wir fahren weiter"}).changes,
              std::vector<std::string>{"aber nur bis Mittag → …"});
    EXPECT_EQ(judge({"Wir fahren weiter", "Wir fahren nur weiter"}).changes, std::vector<std::string>{"– → nur"});
}

TEST(Drift, what_the_desk_put_in_brackets_was_not_said) {
    EXPECT_FALSE(judge({"Er [der Pilot] hat richtig gehandelt", "Er hat richtig gehandelt"}).drift);
}

}  // namespace
}  // namespace depesche
