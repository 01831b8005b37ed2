// Who made a text, from its byline or wire credit.
#include <gtest/gtest.h>

#include "page/bylines.h"

namespace depesche {
namespace {

class Bylines : public ::testing::Test {
protected:
    std::string people(std::string_view line) const { return names(reader_.read(line, {}).people); }
    std::string agencies(std::string_view line) const { return names(reader_.read(line, {}).agencies); }
    static std::string names(const std::vector<LineName>& found) {
        std::string out;
        for (const LineName& name : found) out += (out.empty() ? "" : "; ") + name.name;
        return out;
    }
    Languages languages_;
    BylineReader reader_{languages_};
};

TEST_F(Bylines, ReadsPeopleWithoutRolesAndLeadingWords) {
    EXPECT_EQ(people("Von Svea Tiedemann"), "Svea Tiedemann");
    EXPECT_EQ(people("Von: Jannes Ott und Ida-Marie Horn"), "Jannes Ott; Ida-Marie Horn");
    EXPECT_EQ(people("Aus Seoul berichtet Leopold Haslinger"), "Leopold Haslinger");
    EXPECT_EQ(people("Von unserem Redaktionsmitglied Bertram Quast"), "Bertram Quast");
    EXPECT_EQ(people("Jannes Ott Redakteur"), "Jannes Ott");
    EXPECT_EQ(people("Kolumne von Carla Emmerich"), "Carla Emmerich");
    EXPECT_EQ(people("Nina Zgraggen, Berlin"), "Nina Zgraggen");
    EXPECT_EQ(people("Wolf von der Mühlen"), "Wolf von der Mühlen");
    EXPECT_EQ(people("Von Jan Kielmann"), "Jan Kielmann");
    EXPECT_EQ(people("Gregor Menne 3 Minuten"), "Gregor Menne");
    EXPECT_EQ(people("By J. P. Meyer and Sean O'Neill"), "J. P. Meyer; Sean O'Neill");
    EXPECT_EQ(people("Birgit Baumert Anna Giulia Finke Jan Michael Marsch"), "Birgit Baumert; Anna Giulia Finke; Jan Michael Marsch");
    EXPECT_EQ(people("Uwe FALKE, Ida HORN"), "Uwe FALKE; Ida HORN");
}

TEST_F(Bylines, AgenciesAreNoPeople) {
    EXPECT_EQ(people("Von der Deutschen Presse-Agentur"), "");
    EXPECT_EQ(agencies("Von der Deutschen Presse-Agentur"), "dpa");
    EXPECT_EQ(agencies("von APA/sda"), "APA; Keystone-SDA");
    EXPECT_EQ(people("Reuters, Thorsten Krahl"), "Thorsten Krahl");
    EXPECT_EQ(agencies("Reuters, Thorsten Krahl"), "Reuters");
}

TEST_F(Bylines, FurnitureIsNoPerson) {
    for (const char* line :
         {"Politik", "Kommentare Drucken", "Lesedauer: 3 Minuten", "NORD SÜD", "Mittwoch, März", "3 Min", "Die Liebe zur Rakete"})
        EXPECT_EQ(people(line), "") << line;
}

TEST_F(Bylines, TellsWireCreditsFromOtherBrackets) {
    for (const char* line :
         {"(nak/dpa)", "(yam/sda/dpa)", "Quelle: APA/sda", "© dpa-infocom, dpa:261008-99-114207/2", "(Mit Material von AFP)", "(AFP)"})
        EXPECT_TRUE(reader_.is_wire_credit(line)) << line;
    for (const char* line : {"(CDU)", "(Foto: Ott/dpa)", "sagte sie der dpa", "dpa-Chefin Ida Horn tritt zurück", ""})
        EXPECT_FALSE(reader_.is_wire_credit(line)) << line;
}

}  // namespace
}  // namespace depesche
