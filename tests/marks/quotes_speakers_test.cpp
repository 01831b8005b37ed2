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
    std::string name;   // as it stands, every occurrence
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
            for (std::size_t at = text.find(k.name); at != std::string::npos; at = text.find(k.name, at + 1)) {
                marks.names.push_back({span(at, k.name), NameKind::person, k.entity, 1});
            }
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
    EXPECT_EQ(speakers("Fischer Momme Nissen kam zurück. „Wir haben nichts gefangen“, sagten sie.", {{"Momme Nissen", 0, {}}}), Entities{-1});
}

TEST_F(Speakers, ARoleIsThePersonWhoHasIt) {
    EXPECT_EQ(speakers("Kanzlerin Merle Voss traf Händlerin Ute Rahn. „Wir zahlen“, sagte die Kanzlerin.",
                       {{"Merle Voss", 0, {"Kanzlerin"}}, {"Ute Rahn", 1, {"Händlerin"}}}),
              Entities{0});
}

TEST_F(Speakers, AnAgeIsTheLastPerson) {
    EXPECT_EQ(speakers("Der Kapitän Enno Tjaden wurde vernommen. Er habe nichts gesehen, sagte der 58-Jährige.", {{"Enno Tjaden", 0, {}}}), Entities{0});
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

TEST_F(Speakers, TheAgencyAloneIsTheOneNamedBefore) {
    const std::string text = "„Wir bleiben“, sagte Reeder Tjark Onnen der Agentur Nordpress.\n„Wir fahren“, sagte Maat Ole Finn nach Angaben der Agentur.";
    speakers(text, {});
    ASSERT_EQ(quotes_.size(), 2U);
    ASSERT_EQ(quotes_[1].via.size(), 1U);
    EXPECT_EQ(text.substr(quotes_[1].via[0].begin, quotes_[1].via[0].size()), "der Agentur Nordpress");
}

}  // namespace
}  // namespace depesche
