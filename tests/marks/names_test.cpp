#include "marks/names.h"

#include <gtest/gtest.h>

#include <string>

#include "marks/find_marks.h"

namespace depesche {
namespace {

// The names of a text of one passage, as "PER Jana Reutlinger".
std::vector<std::string> names_of(const std::string& text) {
    static const Languages languages;
    static const NameFinder finder(languages);
    const Language& german = languages.fallback();
    const MarkText marked = make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt, german);
    Marks marks;
    finder.find(marked, german, marks);
    std::vector<std::string> out;
    for (const Name& name : marks.names)
        out.push_back(std::string(name_of(name.kind)) + " " + text.substr(name.span.begin, name.span.size()));
    return out;
}

using Strings = std::vector<std::string>;

TEST(Names, PeopleWithFirstAndLastName) {
    EXPECT_EQ(names_of("Das sagte der Bürgermeister Peter Hollerbach am Dienstag."), Strings{"PER Peter Hollerbach"});
    EXPECT_EQ(names_of("Am Abend kam Wladimir Putin an."), Strings{"PER Wladimir Putin"});
}

TEST(Names, Places) { EXPECT_EQ(names_of("Er reiste von Hamburg nach Pjöngjang."), (Strings{"LOC Hamburg", "LOC Pjöngjang"})); }

TEST(Names, AdjectivesOfPlacesAreNoNames) { EXPECT_EQ(names_of("Die russische Regierung wies das zurück."), Strings{}); }

TEST(Names, CommonNounsAreNoNames) { EXPECT_EQ(names_of("Der Bau der Brücke hat im Herbst die Stadt gespalten."), Strings{}); }

TEST(Names, OrganisationsWithKindAndPlace) {
    EXPECT_EQ(names_of("Ein Sprecher der Universität Leipzig bestätigte das."), Strings{"ORG Universität Leipzig"});
}

TEST(Names, AnAliasOfTwoWordsIsANameWhereverItStands) {
    EXPECT_EQ(names_of("Nach Angaben aus dem Weissen Haus sollen Raketen geliefert worden sein."), Strings{"ORG Weissen Haus"});
    const Strings twice = names_of("Angaben aus dem Weissen Haus fehlen. Das Weiße Haus schweigt.");
    EXPECT_TRUE(twice == (Strings{"LOC Weissen Haus", "LOC Weiße Haus"}) || twice == (Strings{"ORG Weissen Haus", "ORG Weiße Haus"}));
}

TEST(Names, OrdinalsOfRulersBelongToTheName) {
    EXPECT_EQ(names_of("Danach besuchte Papst Johannes Paul II. die Stadt Krakau."), (Strings{"PER Johannes Paul II.", "LOC Krakau"}));
}

TEST(Names, ASurnameIsFoundAgain) {
    EXPECT_EQ(names_of("Am Montag kam Jens Petersen. Danach lobte Petersen die Helfer."), (Strings{"PER Jens Petersen", "PER Petersen"}));
}

TEST(Names, EnglishTextIsReadWithAModelOfItsOwn) {
    const Languages languages;
    const NameFinder finder(languages);
    const Language* english = languages.find("en");
    ASSERT_NE(english, nullptr);
    const std::string text = "On Tuesday the mayor, Robert Kessling, praised the crews in London.";
    const MarkText marked =
        make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt, *english);
    Marks marks;
    finder.find(marked, *english, marks);
    Strings names;
    for (const Entity& entity : marks.entities) names.push_back(entity.name);
    EXPECT_EQ(names, (Strings{"Robert Kessling", "London"}));
}

TEST(Names, HostileTextsEndSoonAndStayInside) {
    std::vector<std::string> texts = {std::string(300000, 'A'), std::string(100000, '('), std::string(50000, '\n')};
    std::string capitals;
    std::string people;
    std::string brackets;
    for (int i = 0; i < 30000; ++i) {
        capitals += "Kim ";
        people += "Peter Maier" + std::to_string(i % 977) + " und Maier. ";
        brackets += "Verband (VAR) ";
    }
    texts.insert(texts.end(), {capitals, people, brackets});
    for (const std::string& text : texts) {
        for (const std::string& name : names_of(text)) EXPECT_LE(name.size(), text.size() + 4);
    }
}

TEST(Names, NothingInAnEmptyText) { EXPECT_EQ(names_of(""), Strings{}); }

}  // namespace
}  // namespace depesche
