// Speakers linked to entities: names, pronouns, roles, words of one's own, media. Names and entities are set by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "marks/quotes.h"

namespace depesche {
namespace {

struct Known {
    std::string name;  // as it stands, every occurrence; behind "|" when only the one that stands behind those words is meant
    std::uint32_t entity = 0;
    std::vector<std::string> roles;
};

class Speakers : public testing::Test {
protected:
    // The entity of each quote's speaker, in text order; -1 when open.
    std::vector<int> speakers(const std::string& text, const std::vector<Known>& known) {
        Marks marks;
        for (const Known& k : known) {
            if (marks.entities.size() <= k.entity) marks.entities.resize(k.entity + 1);
            const std::size_t bar = k.name.find('|');
            const std::string before = bar == std::string::npos ? "" : k.name.substr(0, bar);
            const std::string name = bar == std::string::npos ? k.name : k.name.substr(bar + 1);
            for (std::size_t at = text.find(before + name); at != std::string::npos; at = text.find(before + name, at + 1)) {
                marks.names.push_back({span(at + before.size(), name), NameKind::person, k.entity, 1});
            }
            if (marks.entities[k.entity].name.size() < name.size()) marks.entities[k.entity].name = name;
            for (const std::string& role : k.roles) marks.entities[k.entity].roles.push_back(span(text.find(role), role));
        }
        std::ranges::sort(marks.names, {}, [](const Name& n) { return n.span.begin; });
        std::vector<Passage> passages;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) passages.push_back({span(begin, text.substr(begin, end - begin)), PassageKind::body});
            begin = end + 1;
        }
        const Language& german = *languages().find("de");
        quotes_ = finder().find(make_mark_text(text, passages, {}, german), german, marks);
        std::vector<int> found;
        for (const Quote& q : quotes_) found.push_back(q.speaker_entity ? static_cast<int>(*q.speaker_entity) : -1);
        return found;
    }

    std::vector<Quote> quotes_;

private:
    static Span span(std::size_t at, const std::string& words) {
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    }
    static const Languages& languages() {
        static const Languages all;
        return all;
    }
    static const QuoteFinder& finder() {
        static const QuoteFinder one(languages());
        return one;
    }
};

using Entities = std::vector<int>;

TEST_F(Speakers, ANameIsItsEntity) {
    EXPECT_EQ(speakers("„Wir bleiben“, sagte Wirtin Hilke Baumann.", {{"Hilke Baumann", 0, {}}}), Entities{0});
}

TEST_F(Speakers, APronounIsTheLastPersonOfItsGender) {
    EXPECT_EQ(speakers("Pastorin Undine Gerlach traf Bürgermeister Rolf Kamp. „Hier ist Platz für alle“, sagte sie.",
                       {{"Undine Gerlach", 0, {}}, {"Rolf Kamp", 1, {}}}),
              Entities{0});
    EXPECT_EQ(speakers("Pastorin Undine Gerlach traf Bürgermeister Rolf Kamp. „Hier ist Platz für alle“, sagte er.",
                       {{"Undine Gerlach", 0, {}}, {"Rolf Kamp", 1, {}}}),
              Entities{1});
}

TEST_F(Speakers, TwoThatFitStayOpen) {
    EXPECT_EQ(speakers("Am Abend trafen sich Lehrerin Anna Berg und Ärztin Maria Tal. „Wir müssen reden“, sagte sie.",
                       {{"Anna Berg", 0, {}}, {"Maria Tal", 1, {}}}),
              Entities{-1});
}

TEST_F(Speakers, ManyWhoSpeakAreNoPerson) {
    EXPECT_EQ(speakers("Fischer Momme Nissen kam zurück. „Wir haben nichts gefangen“, sagten sie.", {{"Momme Nissen", 0, {}}}),
              Entities{-1});
}

TEST_F(Speakers, ARoleIsThePersonWhoHasIt) {
    EXPECT_EQ(speakers("Kanzlerin Merle Voss traf Händlerin Ute Rahn. „Wir zahlen“, sagte die Kanzlerin.",
                       {{"Merle Voss", 0, {"Kanzlerin"}}, {"Ute Rahn", 1, {"Händlerin"}}}),
              Entities{0});
}

TEST_F(Speakers, AnAgeIsTheLastPerson) {
    EXPECT_EQ(speakers("Der Kapitän Enno Tjaden wurde vernommen. Er habe nichts gesehen, sagte der 58-Jährige.", {{"Enno Tjaden", 0, {}}}),
              Entities{0});
}

TEST_F(Speakers, AnAgeIsThePersonsWhoHasItByTheText) {
    const std::vector<Known> two{{"Onno Krey", 0, {}}, {"Ole Tuor", 1, {}}};
    EXPECT_EQ(speakers("Der Wirt Onno Krey (71) baut um. Nachbar Ole Tuor hilft. Der 71-Jährige sagte, dass der Umbau teuer sei.", two),
              Entities{0});
    EXPECT_EQ(speakers("Der 71-jährige Wirt Onno Krey baut um. Nachbar Ole Tuor hilft. Der 71-Jährige sagte, dass das teuer sei.", two),
              Entities{0});
    EXPECT_EQ(speakers("Onno Krey (71) baut um. Nachbar Ole Tuor, 71, hilft. Der 71-Jährige sagte, dass der Umbau teuer sei.", two),
              Entities{-1});
}

TEST_F(Speakers, AnEpithetIsTheOnlyOneWithARoleThatBeginsSo) {
    const std::string text = "Hafenchef Onno Krey kam mit Ole Tuor. Man wolle bauen, zitiert die Agentur Nordpress den Hafen-Patriarchen.";
    EXPECT_EQ(speakers(text, {{"Onno Krey", 0, {"Hafenchef"}}, {"Ole Tuor", 1, {}}}), Entities{0});
    EXPECT_EQ(speakers(text, {{"Onno Krey", 0, {"Hafenchef"}}, {"Ole Tuor", 1, {"Hafen"}}}), Entities{-1});
}

TEST_F(Speakers, ACompoundOfASourceIsTheOneNamedInIt) {
    const std::string text = "Der Deichrat tagte. Im Mai wird Krey laut Deichrat-Angaben nach Onnen reisen.";
    EXPECT_EQ(speakers(text, {{"Deichrat", 0, {}}}), Entities{0});
    ASSERT_EQ(quotes_.size(), 1U);
    EXPECT_EQ(text.substr(quotes_[0].speaker.back().begin, quotes_[0].speaker.back().size()), "Deichrat");
}

TEST_F(Speakers, ANounBehindANameIsNotTheSpeakers) {
    const std::string text = "Am Abend hatte Peer Krey Positives zu vermelden. Die Stadt sei reich.";
    EXPECT_EQ(speakers(text, {{"Peer Krey", 0, {}}}), Entities{0});
    ASSERT_EQ(quotes_.size(), 1U);
    EXPECT_EQ(text.substr(quotes_[0].speaker.back().begin, quotes_[0].speaker.back().size()), "Peer Krey");
}

TEST_F(Speakers, WordsOfOnesOwnAreTheSubjects) {
    EXPECT_EQ(speakers("Ärztin Hilke Baumann kam. Vierzig Kranke hat Arzt Lübbe Eden nach eigenem Bekunden versorgt.",
                       {{"Hilke Baumann", 0, {}}, {"Lübbe Eden", 1, {}}}),
              Entities{1});
}

TEST_F(Speakers, TheSpokesmanOfSomebodyIsNotThatOne) {
    EXPECT_EQ(speakers("Merle Voss nahm das Gesuch laut ihrem Sprecher an.", {{"Merle Voss", 0, {}}}), Entities{-1});
}

TEST_F(Speakers, NamesInsideQuotedWordsAreNoAntecedent) {
    EXPECT_EQ(speakers("Wirtin Hilke Baumann öffnet die Tür. „Das war Maria Tal“, sagt sie. „Immer Maria Tal.“",
                       {{"Hilke Baumann", 0, {}}, {"Maria Tal", 1, {}}}),
              (Entities{0, 0}));
}

TEST_F(Speakers, ARoleOfABareSurnameThatTwoHaveStaysOpen) {
    const std::string text =
        "Fürst Tarn Olo Bek und sein Vater Tarn Olo Sun schwiegen lange. Auf Einladung des Machthabers Tarn kam Gast Ole Finn.\n"
        "In dem Artikel lobte der Machthaber das Land „für seinen Mut“. Außerdem hob er hervor, dass alle „eine Linie“ verfolgten.";
    const Entities found =
        speakers(text, {{"Tarn Olo Bek", 0, {}}, {"Tarn Olo Sun", 1, {"Machthabers"}}, {"Machthabers |Tarn", 1, {}}, {"Ole Finn", 2, {}}});
    ASSERT_FALSE(found.empty());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i], -1) << text.substr(quotes_[i].parts[0].begin, 20);
        EXPECT_LE(quotes_[i].confidence, 0.5F);
        ASSERT_FALSE(quotes_[i].speaker.empty());
        EXPECT_EQ(text.substr(quotes_[i].speaker[0].begin, quotes_[i].speaker[0].size()), "der Machthaber");
    }
}

TEST_F(Speakers, ABareSurnameIsTheSpeakerNamedInFullBefore) {
    const std::string text =
        "Zar Hilko Rahn reiste ab. „Das hilft beiden“, sagte Ute Rahn, Professorin in Ossenfleth.\nRahn fügte hinzu, dass die Brücke "
        "bleibe.";
    EXPECT_EQ(speakers(text, {{"Hilko Rahn", 0, {}}, {"Ute Rahn", 1, {}}, {"Ossenfleth.\n|Rahn", 0, {}}}), (Entities{1, 1}));
}

TEST_F(Speakers, ABareSurnameOfAnotherIsThatOne) {
    const std::string text = "„Das hilft beiden“, sagte Ute Rahn, Professorin in Ossenfleth.\nTuor fügte hinzu, dass die Brücke bleibe.";
    EXPECT_EQ(speakers(text, {{"Ute Rahn", 0, {}}, {"Tuor", 1, {}}}), (Entities{0, 1}));
}

TEST_F(Speakers, APronounBehindAVerbOfSpeechIsWhoSpokeBefore) {
    const std::string text =
        "Zunächst reiste Fürst Hilko Rahn ab. Tuor sagte, Rahns Schwenk spiegele den Wandel in Nordland wider.\n"
        "„Zu Beginn wollte er dazugehören“, sagte er. „Das ist vorbei.“";
    EXPECT_EQ(speakers(text, {{"Hilko Rahn", 0, {}}, {"Rahns", 0, {}}, {"Tuor", 1, {}}}), (Entities{1, 1, 1}));
}

TEST_F(Speakers, AHappeningShowsButDoesNotSpeak) {
    EXPECT_EQ(speakers("Das Treffen der beiden hat gezeigt, wie Nordland auf den Vertrag reagieren könnte.", {}), Entities{});
    EXPECT_EQ(
        speakers(
            "Der Besuch wird auch eines verdeutlichen: Beide brauchen einander.\nDas Treffen hat gezeigt, wie Nordland reagieren könnte.",
            {}),
        Entities{});
    EXPECT_EQ(speakers("Der Besuch zeigt, dass die Inseln einander brauchen.", {}), Entities{});
    EXPECT_EQ(speakers("Die Studie zeigt, dass die Inseln einander brauchen.", {}).size(), 1U);
}

TEST_F(Speakers, AQuestionOfTheWriterIsNoSpeech) {
    EXPECT_EQ(speakers("Der Graf sagte, dass die Stadt schöner geworden sei. Wie könnte er auch anders, bei diesen Fahnen.", {}).size(),
              1U);
    EXPECT_EQ(speakers("Der Graf sagte, dass die Stadt schöner geworden sei. Sie könnte noch wachsen.", {}).size(), 2U);
}

TEST_F(Speakers, AnAddresseeIsSomebodyAndEndsAtTheName) {
    const std::string text =
        "Die Grafschaft zeigte sich „besorgt“ über die sich abzeichnende Vertiefung der Beziehungen zwischen den Inseln.\n"
        "Graf Ole Finn hat den Reeder Tjark Onnen bei seiner Ankunft „herzlich“ begrüßt.";
    speakers(text, {{"Ole Finn", 0, {}}, {"Tjark Onnen", 1, {}}});
    ASSERT_EQ(quotes_.size(), 2U);
    EXPECT_TRUE(quotes_[0].addressee.empty());
    for (const Span span : quotes_[1].addressee) EXPECT_EQ(text.substr(span.begin, span.size()), "den Reeder Tjark Onnen");
}

TEST_F(Speakers, WhoIsCitedIsNotSpokenTo) {
    speakers("Man wolle die Inseln stärken, zitiert die Agentur Nordpress den Grafen.", {});
    ASSERT_EQ(quotes_.size(), 1U);
    EXPECT_TRUE(quotes_[0].addressee.empty());
}

TEST_F(Speakers, TheAgencyAloneIsTheOneNamedBefore) {
    const std::string text =
        "„Wir bleiben“, sagte Reeder Tjark Onnen der Agentur Nordpress.\n„Wir fahren“, sagte Maat Ole Finn nach Angaben der Agentur.";
    speakers(text, {});
    ASSERT_EQ(quotes_.size(), 2U);
    ASSERT_EQ(quotes_[1].via.size(), 1U);
    EXPECT_EQ(text.substr(quotes_[1].via[0].begin, quotes_[1].via[0].size()), "der Agentur Nordpress");
}

TEST_F(Speakers, QuotedWordsBeforeAColonDidNotSpeak) {
    speakers(
        "Schulterzucken. »Das würde auf der Terrasse sicher sehr schön …« Kurzes, unwilliges Aufwachen: »Haben wir selber.« »Wie wäre es "
        "dann mit "
        "einem Strauß Lilien? Ich hätte weiße und gelbe.« Dann: »Machen Sie fünf.«",
        {});
    ASSERT_FALSE(quotes_.empty());
    for (const Quote& quote : quotes_) {
        for (const Span words : quote.speaker) {
            EXPECT_FALSE(words.empty());
            for (const Quote& other : quotes_) EXPECT_NE(words, other.parts.front());
        }
    }
}

}  // namespace
}  // namespace depesche
