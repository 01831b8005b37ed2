// Speakers taken from the middle of a sentence read well alone.
#include <gtest/gtest.h>

#include "brief/bending.h"
#include "brief/made_reports.h"

namespace depesche {
namespace {

std::string alone(const char* words, const char* before = "", bool source = true) {
    return Bending(test::languages().fallback()).alone(words, {before, source});
}

TEST(Bending, adjectives_of_plurals_and_feminines) {
    EXPECT_EQ(alone("russischen Staatsmedien"), "russische Staatsmedien");
    EXPECT_EQ(alone("amtlichen Nachrichtenagentur", "der"), "amtliche Nachrichtenagentur");
    EXPECT_EQ(alone("nordkoreanischer Medien"), "nordkoreanische Medien");
    EXPECT_EQ(alone("Deutschen Presse-Agentur", "der"), "Deutsche Presse-Agentur");
}

TEST(Bending, what_is_not_bent_or_of_unknown_gender_stays) {
    EXPECT_EQ(alone("nordkoreanische Staatsmedien"), "nordkoreanische Staatsmedien");
    EXPECT_EQ(alone("ukrainischen Generalstab", "dem"), "ukrainischen Generalstab");
    EXPECT_EQ(alone("junger Lehrling", "ein", false), "junger Lehrling");
    EXPECT_EQ(alone("Hafenmeister"), "Hafenmeister");
    EXPECT_EQ(alone("Harald Hansen", "des"), "Harald Hansen");
}

TEST(Bending, genitives_and_source_nouns) {
    EXPECT_EQ(alone("Verkehrsverbunds", "des"), "Verkehrsverbund");
    EXPECT_EQ(alone("Rettungsdienstes", "des"), "Rettungsdienst");
    EXPECT_EQ(alone("Präsidenten", "des"), "Präsident");
    EXPECT_EQ(alone("Kreml-Angaben"), "Kreml");
    EXPECT_EQ(alone("Polizeiangaben"), "Polizei");
    EXPECT_EQ(alone("Regierungsangaben"), "Regierung");
}

TEST(Bending, a_language_without_the_table_bends_nothing) {
    const Language* english = test::languages().find("en");
    ASSERT_NE(english, nullptr);
    EXPECT_EQ(Bending(*english).alone("Russian media", {"the", true}), "Russian media");
}

}  // namespace
}  // namespace depesche
