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
    for (const Name& name : marks.names) out.push_back(std::string(name_of(name.kind)) + " " + text.substr(name.span.begin, name.span.size()));
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

TEST(Names, NothingInAnEmptyText) { EXPECT_EQ(names_of(""), Strings{}); }

}  // namespace
}  // namespace depesche
