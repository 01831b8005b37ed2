// Entities of one text: short forms, roles, repeats.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/processor_time.h"
#include "marks/names.h"

namespace depesche {
namespace {

struct Read {
    std::string text;
    Marks marks;

    explicit Read(std::string words) : text(std::move(words)) {
        static const Languages languages;
        static const NameFinder finder(languages);
        const Language& german = languages.fallback();
        const MarkText marked =
            make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt, german);
        finder.find(marked, german, marks);
    }
    [[nodiscard]] const Entity* entity(std::string_view name) const {
        for (const Entity& e : marks.entities) {
            if (e.name == name) return &e;
        }
        return nullptr;
    }
    [[nodiscard]] std::vector<std::string> roles(std::string_view name) const {
        std::vector<std::string> out;
        const Entity* e = entity(name);
        if (e == nullptr) return {"no such entity"};
        for (const Span role : e->roles) out.push_back(text.substr(role.begin, role.size()));
        return out;
    }
};

using Strings = std::vector<std::string>;

TEST(NameEntities, SurnameAndGenitiveBelongToTheFullName) {
    const Read read("Wladimir Putin reiste am Dienstag ab. Es war Putins erster Besuch. Später sagte Putin, er komme wieder.");
    ASSERT_NE(read.entity("Wladimir Putin"), nullptr);
    EXPECT_EQ(read.entity("Wladimir Putin")->names.size(), 3U);
}

TEST(NameEntities, RoleDirectlyBefore) {
    EXPECT_EQ(Read("Am Montag kam Kremlchef Wladimir Putin nach Berlin.").roles("Wladimir Putin"), Strings{"Kremlchef"});
}

TEST(NameEntities, RoleBeforeAComma) {
    EXPECT_EQ(Read("Das sagte der Sprecher des Rettungsdienstes, Peter Hollmann, am Abend.").roles("Peter Hollmann"), Strings{"Sprecher"});
}

TEST(NameEntities, RoleBehindAComma) {
    EXPECT_EQ(Read("Das sagte Peter Hollmann, Leiter der Wache, am Abend.").roles("Peter Hollmann"), Strings{"Leiter"});
}

TEST(NameEntities, TheRoleOfAnotherPersonIsNotTaken) {
    EXPECT_EQ(Read("Das sagten Minister Jens Petersen, Peter Hollmann und andere.").roles("Peter Hollmann"), Strings{});
}

TEST(NameEntities, TheRoleOfTheNextSpeakerIsNotTaken) {
    EXPECT_EQ(Read("Es sei ein Treffen zwischen Jens Petersen und Peter Hollmann, sagte der dänische Außenminister Lars Rasmussen.")
                  .roles("Peter Hollmann"),
              Strings{});
    EXPECT_EQ(Read("Dabei waren Peter Hollmann, Außenminister Lars Rasmussen und andere.").roles("Peter Hollmann"), Strings{});
}

TEST(NameEntities, AGenitiveAndItsNounAreNotOneName) {
    const Read read("Wladimir Putin reist ab. Mit Putins Schwenk hatte niemand gerechnet. Putin lächelte.");
    ASSERT_NE(read.entity("Wladimir Putin"), nullptr);
    EXPECT_EQ(read.entity("Wladimir Putin")->names.size(), 3U);
}

TEST(NameEntities, AGenitiveAndItsNounAreNotOneNameThoughTheGenitiveStandsAloneToo) {
    const Read read(
        "Wladimir Putin reist ab. Putins Reise war kurz. Putin lächelte. McFarn sagte, Putins Schwenk hin zu den Nachbarn sei neu. Damit "
        "hat das Land einen Schwenk vollzogen.");
    EXPECT_EQ(read.entity("Schwenk"), nullptr);
    EXPECT_EQ(read.entity("Putins Schwenk"), nullptr);
    ASSERT_NE(read.entity("Wladimir Putin"), nullptr);
    EXPECT_EQ(read.entity("Wladimir Putin")->names.size(), 4U);
}

TEST(NameEntities, ACutNameIsTheLongerOneThatItBegins) {
    const Read read(
        "Kim Song Ho kam am Abend. Kurz danach hatte der Gast im Jahr 2000 Kim Song Hos 2011 verstorbenen Vater Kim Song Il getroffen. Kim "
        "Song Ho schwieg.");
    EXPECT_EQ(read.entity("Kim Song"), nullptr);
    ASSERT_NE(read.entity("Kim Song Ho"), nullptr);
    EXPECT_GE(read.entity("Kim Song Ho")->names.size(), 3U);
}

TEST(NameEntities, ANameOfThreeSyllablesIsWhole) {
    const Read read("Im Frühjahr hatte der Kremlchef den Vater Kim Jong Il getroffen.");
    EXPECT_EQ(read.entity("Kim Jong"), nullptr);
    EXPECT_NE(read.entity("Kim Jong Il"), nullptr);
    const Read hyphen("Machthaber Kim Song-ho kam. Der Gast wurde von Nordlands Machthaber Kim Song Ho empfangen.");
    EXPECT_EQ(hyphen.entity("Kim Song"), nullptr);
}

TEST(NameEntities, OfTwoSpellingsOfOneLengthTheMoreFrequentIsShown) {
    const Read read("Kim Song-ho kam. Kim Song-ho blieb. Danach wurde Kim Song Ho empfangen.");
    EXPECT_NE(read.entity("Kim Song-ho"), nullptr);
}

TEST(NameEntities, AnAgencyIsNoPerson) {
    for (const char* text : {"Das meldete die russische Staatsagentur Tass am Abend.",
                             "Das berichtete die Nachrichtenagentur Belmar am Abend.", "Wie Tass berichtete, bleibt der Hafen zu."}) {
        const Read read(text);
        for (const Entity& e : read.marks.entities) EXPECT_NE(e.kind, NameKind::person) << e.name;
    }
}

TEST(NameTowns, ATownHasAllTheWordsThatSayWhichItIs) {
    const Read read("In Frankfurt (Oder) und in Rothenburg ob der Tauber regnete es, in Neustadt an der Weinstraße nicht.");
    for (const char* town : {"Frankfurt (Oder)", "Rothenburg ob der Tauber", "Neustadt an der Weinstraße"})
        EXPECT_NE(read.entity(town), nullptr) << town;
    EXPECT_EQ(read.entity("Frankfurt"), nullptr);
}

TEST(NameTowns, ABareNameIsTheTownThatTheTextNamesInFull) {
    const Read read("In Rothenburg ob der Tauber brannte ein Turm. Die Feuerwehr aus Rothenburg kam schnell.");
    ASSERT_NE(read.entity("Rothenburg ob der Tauber"), nullptr);
    EXPECT_EQ(read.entity("Rothenburg ob der Tauber")->names.size(), 2U);
}

TEST(NameTowns, ABareNameIsNoneOfTwoTowns) {
    const Read read("Von Frankfurt (Oder) fuhr er nach Frankfurt am Main. In Frankfurt stieg er aus.");
    ASSERT_NE(read.entity("Frankfurt (Oder)"), nullptr);
    EXPECT_EQ(read.entity("Frankfurt (Oder)")->names.size(), 1U);
}

double seconds_to_read(const std::string& words) {
    return processor_seconds([&] { const Read read(words); });
}

TEST(NameTowns, TwiceTheLengthOfOneSentenceIsAboutTwiceTheTime) {
    std::string half;
    while (half.size() < 100000) half += "Frankfurt (Oder) Frankfurt ( Halle Halle (Saale) Neustadt an der Neustadt an ";
    EXPECT_LT(seconds_to_read(half + half), 3.5 * seconds_to_read(half) + 0.05);
}

TEST(NameTowns, TwoNamesOfOneTownAreOne) {
    const Read read("Außenminister Anton Wesel sprach in Kiew. Die Lage in Kyjiw sei ernst, sagte Wesel.");
    ASSERT_NE(read.entity("Kiew"), nullptr);
    EXPECT_EQ(read.entity("Kiew")->names.size(), 2U);
}

TEST(NameEntities, APersonNamedLikeATownIsAPerson) {
    const Read read("Die Hotelerbin Paris Hilton besuchte Milan Brettner in Paris.");
    ASSERT_NE(read.entity("Paris Hilton"), nullptr);
    EXPECT_EQ(read.entity("Paris Hilton")->kind, NameKind::person);
    ASSERT_NE(read.entity("Paris"), nullptr);
    EXPECT_EQ(read.entity("Paris")->kind, NameKind::place);
}

TEST(NameEntities, TheArabicArticleMayBeLeftOutOrTakeTheNextSound) {
    const Read read("Präsident Ahmed al-Scharaa sprach in Damaskus. Später reiste Ahmed asch-Scharaa ab.");
    ASSERT_NE(read.entity("Ahmed al-Scharaa"), nullptr);
    EXPECT_EQ(read.entity("Ahmed al-Scharaa")->names.size(), 2U);
}

TEST(NameEntities, PapersNamedLikeThingsAreOrganisations) {
    for (const char* text : {"Peter Holm sagte dem Spiegel, er prüfe das.", "Das sagte er am Montag der Zeit in Wien.",
                             "Wie der Standard berichtet, bleibt der Hafen zu."}) {
        const Read read(text);
        EXPECT_TRUE(std::ranges::any_of(read.marks.entities, [](const Entity& e) {
            return e.kind == NameKind::organisation && (e.name == "Spiegel" || e.name == "Zeit" || e.name == "Standard");
        })) << text;
    }
    for (const char* text : {"Er stand vor dem Spiegel und sagte nichts.", "Er sagte, der Stern sei fern.",
                             "Den Song schrieb er in einer Zeit der Trauer.", "Die Zeit drängt, sagte er."}) {
        const Read read(text);
        for (const Entity& e : read.marks.entities) EXPECT_NE(e.kind, NameKind::organisation) << text << e.name;
    }
}

TEST(NameEntities, EveryNameHasItsEntity) {
    const Read read("Angela Merkel traf in Paris Emmanuel Macron. Merkel lobte Frankreich.");
    for (std::uint32_t n = 0; n < read.marks.names.size(); ++n) {
        const Entity& e = read.marks.entities.at(read.marks.names[n].entity);
        EXPECT_NE(std::ranges::find(e.names, n), e.names.end());
        EXPECT_EQ(e.kind, read.marks.names[n].kind);
    }
}

}  // namespace
}  // namespace depesche
