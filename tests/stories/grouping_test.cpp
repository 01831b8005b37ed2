// Grouping as a whole: what is one story, what is not, and that nothing but the set of pieces decides.
#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "stories/grouping.h"

namespace depesche {
namespace {

Piece headline(std::string id, std::string outlet, std::string seen, std::string title, std::string teaser = {}) {
    Piece piece;
    piece.id = std::move(id);
    piece.outlet = std::move(outlet);
    piece.first_seen = parse_iso(seen);
    piece.title = std::move(title);
    piece.teaser = std::move(teaser);
    piece.language = "de";
    return piece;
}

// id of each piece's story
std::map<std::string, std::string> named(const std::vector<Piece>& pieces, const std::vector<Placement>& placements) {
    std::map<std::string, std::string> found;
    for (std::size_t i = 0; i < pieces.size(); ++i) found[pieces[i].id] = pieces[placements[i].story].id;
    return found;
}

const Languages& languages() {
    static const Languages made;
    return made;
}

std::map<std::string, std::string> stories_of(const std::vector<Piece>& pieces, unsigned threads = 1) {
    return named(pieces, group_pieces(pieces, languages(), threads));
}

const std::vector<Piece>& a_day() {
    static const std::vector<Piece> pieces = {
        headline("a1", "Talbote", "2026-03-10T08:00:00+00:00", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet"),
        headline("a2", "Seepost", "2026-03-10T08:30:00+00:00", "Oberkelling: Bergretter holen 43 Fahrgäste aus defekter Seilbahn"),
        headline("a3", "Nordblick", "2026-03-10T09:00:00+00:00", "43 Fahrgäste aus Seilbahn in Oberkelling gerettet"),
        headline("b1", "Talbote", "2026-03-10T08:10:00+00:00", "Stadtrat von Wiesfurt beschließt neues Hallenbad"),
        headline("b2", "Seepost", "2026-03-10T10:10:00+00:00", "Wiesfurt bekommt neues Hallenbad: Stadtrat stimmt zu"),
        headline("c1", "Talbote", "2026-03-10T06:00:00+00:00", "Horoskop am Dienstag: Das sagen die Sterne"),
        headline("d1", "Seepost", "2026-03-10T07:00:00+00:00", "Torhüter Velten wechselt nach Brünnlingen"),
    };
    return pieces;
}

TEST(Grouping, NothingGivesNothing) { EXPECT_TRUE(stories_of({}).empty()); }

TEST(Grouping, HeadlinesOfOneHappeningAreOneStoryNamedAfterTheEarliest) {
    const auto found = stories_of(a_day());
    EXPECT_EQ(found.at("a1"), "a1");
    EXPECT_EQ(found.at("a2"), "a1");
    EXPECT_EQ(found.at("a3"), "a1");
    EXPECT_EQ(found.at("b1"), found.at("b2"));
    EXPECT_EQ(found.at("c1"), "c1");
    EXPECT_EQ(found.at("d1"), "d1");
}

TEST(Grouping, NeitherOrderNorThreadsMatter) {
    std::vector<Piece> pieces = a_day();
    const auto expected = stories_of(pieces);
    std::mt19937 random(7);
    for (int round = 0; round < 10; ++round) {
        std::ranges::shuffle(pieces, random);
        EXPECT_EQ(stories_of(pieces, round % 2 == 0 ? 1U : 4U), expected);
    }
}

TEST(Grouping, PiecesOfOtherDaysChangeNothing) {
    std::vector<Piece> pieces = a_day();
    const auto expected = stories_of(pieces);
    for (int i = 0; i < 50; ++i) {
        pieces.push_back(headline(std::to_string(1000 + i), "Talbote", "2026-04-10T08:00:00+00:00",
                                  "Seilbahn in Oberkelling steht still: Fahrgäste warten"));
    }
    const auto found = stories_of(pieces);
    for (const auto& [piece, story] : expected) EXPECT_EQ(found.at(piece), story);
}

TEST(Grouping, TheSameWordsAMonthApartAreTwoStories) {
    const auto found = stories_of({headline("a", "Talbote", "2026-03-10T08:00:00+00:00", "Seilbahn in Oberkelling steht still"),
                                   headline("b", "Talbote", "2026-04-10T08:00:00+00:00", "Seilbahn in Oberkelling steht still")});
    EXPECT_NE(found.at("a"), found.at("b"));
}

TEST(Grouping, StrangePiecesDoNoHarm) {
    std::string long_word(1000000, 'x');
    std::string digits(10000, '9');
    const auto found = stories_of({headline("1", "", "", ""), headline("2", "", "", long_word), headline("3", "", "", digits),
                                   headline("4", "", "", "„„„««:::---"), headline("5", "", "", "\xF0\x9F\x98\x80 \xE2\x80\x94")});
    EXPECT_EQ(found.size(), 5U);
}

TEST(Grouping, NeitherOrderNorThreadsMatterInAPile) {
    std::vector<Piece> pieces = a_day();
    const auto expected = named(pieces, group_pile(pieces, languages(), 1));
    EXPECT_EQ(expected.at("a3"), "a1");
    std::mt19937 random(8);
    for (unsigned round = 0; round < 6; ++round) {
        std::ranges::shuffle(pieces, random);
        EXPECT_EQ(named(pieces, group_pile(pieces, languages(), 1 + round % 3)), expected);
    }
}

TEST(Grouping, InAPileAPieceWithoutATimeGoesWithAnyInAStreamWithItsLikeAlone) {
    std::vector<Piece> pieces = a_day();
    pieces.push_back(headline("u1", "Nordblick", "", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet"));
    pieces.push_back(headline("u2", "Hofblatt", "", "Oberkelling: Bergretter holen 43 Fahrgäste aus defekter Seilbahn"));
    EXPECT_EQ(named(pieces, group_pile(pieces, languages(), 1)).at("u1"), "a1");
    const auto found = stories_of(pieces);
    EXPECT_EQ(found.at("u1"), "u1");
    EXPECT_EQ(found.at("u2"), "u1");
}

TEST(Grouping, AStoryGoesOnOverDays) {
    const auto found =
        stories_of({headline("a", "Talbote", "2026-03-10T20:00:00+00:00", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet"),
                    headline("b", "Seepost", "2026-03-11T08:00:00+00:00", "43 Fahrgäste aus Seilbahn in Oberkelling gerettet"),
                    headline("c", "Seepost", "2026-03-12T08:00:00+00:00", "Seilbahn in Oberkelling: 43 Fahrgäste gerettet")});
    EXPECT_EQ(found.at("b"), "a");
    EXPECT_EQ(found.at("c"), "a");
}

// Regular pieces report nothing: each is alone, but the same piece at several outlets is one.
TEST(Grouping, HoroscopesOfOneOutletStayAlone) {
    const auto found =
        stories_of({headline("a", "Talbote", "2026-03-10T06:00:00+00:00", "Vom 9.3. bis 15.3.2026: Das Wochenhoroskop für Waage"),
                    headline("b", "Talbote", "2026-03-10T06:00:00+00:00", "Vom 9.3. bis 15.3.2026: Das Wochenhoroskop für Löwe"),
                    headline("c", "Seepost", "2026-03-10T07:00:00+00:00", "Horoskop: Das bringt die Woche der Waage")});
    EXPECT_EQ(found.at("b"), "b");
    EXPECT_EQ(found.at("c"), "c");
}

TEST(Grouping, QuizzesAndRecipesAndListingsStayAlone) {
    const auto found =
        stories_of({headline("a", "Talbote", "2026-03-10T06:00:00+00:00", "Das große Quiz zum Frühling: Was wissen Sie?"),
                    headline("b", "Seepost", "2026-03-10T08:00:00+00:00", "Quiz zum Frühling: Wie gut kennen Sie sich aus?"),
                    headline("c", "Talbote", "2026-03-10T06:00:00+00:00", "Rezept für Spargelsuppe: So gelingt sie cremig"),
                    headline("d", "Seepost", "2026-03-10T08:00:00+00:00", "Spargelsuppe cremig und schnell: das beste Rezept"),
                    headline("e", "Talbote", "2026-03-10T06:00:00+00:00", "TV-Programm am Dienstag: Das läuft heute"),
                    headline("f", "Seepost", "2026-03-10T08:00:00+00:00", "TV-Programm: Das läuft heute am Dienstagabend")});
    for (const auto& [piece, story] : found) EXPECT_EQ(piece, story);
}

TEST(Grouping, ARegularPieceAtSeveralOutletsIsOneStory) {
    const auto found =
        stories_of({headline("a", "Talbote", "2026-03-10T06:00:00+00:00", "Rezept für Spargelsuppe: So gelingt sie cremig"),
                    headline("b", "Seepost", "2026-03-10T08:00:00+00:00", "Küche: Rezept für Spargelsuppe: So gelingt sie cremig")});
    EXPECT_EQ(found.at("b"), "a");
}

TEST(Grouping, TheDailyQuizOfOneOutletIsAnotherPieceEachDay) {
    const auto found = stories_of({headline("a", "Talbote", "2026-03-10T06:00:00+00:00", "Das Quiz des Tages: Testen Sie Ihr Wissen"),
                                   headline("b", "Talbote", "2026-03-11T06:00:00+00:00", "Das Quiz des Tages: Testen Sie Ihr Wissen")});
    EXPECT_EQ(found.at("b"), "b");
}

TEST(Grouping, NewsAboutAPuzzleOrARecipeIsNews) {
    const auto found = stories_of(
        {headline("a", "Talbote", "2026-03-10T06:00:00+00:00", "Rätselhafte Explosion in Oberkelling: Ermittler suchen Ursache"),
         headline("b", "Seepost", "2026-03-10T08:00:00+00:00", "Explosion in Oberkelling bleibt rätselhaft: Ermittler suchen Ursache"),
         headline("c", "Talbote", "2026-03-10T06:00:00+00:00", "Kein Rezeptzwang mehr: Minister Velten gibt Salbe frei"),
         headline("d", "Seepost", "2026-03-10T08:00:00+00:00", "Velten gibt Salbe frei: Rezeptzwang fällt")});
    EXPECT_EQ(found.at("b"), "a");
    EXPECT_EQ(found.at("d"), "c");
}

// The judged piles: their pages' own text, by the judged zones.
struct Pile {
    std::vector<Piece> pieces;
    std::vector<std::set<std::string>> stories;
};

std::string article_line(std::string line) {
    const auto begin = line.find_first_not_of(" \t");
    return begin == std::string::npos ? "" : line.substr(begin);
}

Piece read_page(const std::string& folder, const nlohmann::json& page) {
    const std::string name = page["page"];
    Piece piece;
    piece.id = name;
    piece.outlet = page["outlet"];
    piece.title = page["title"];
    piece.language = "de";
    if (page["published"].is_string()) piece.first_seen = parse_iso(page["published"].get<std::string>());
    std::ifstream zones_file(folder + "/zones/" + name.substr(0, name.size() - 4) + ".json");
    const auto zones = nlohmann::json::parse(zones_file)["zones"];
    std::ifstream text(folder + "/pages/" + name);
    int number = 0;
    for (std::string line; std::getline(text, line);) {
        ++number;
        for (const auto& zone : zones) {
            if (zone["line"] != number) continue;
            const std::string kind = zone["zone"];
            if (kind == "standfirst" && piece.teaser.empty()) piece.teaser = article_line(line);
            if (kind == "standfirst" || kind == "body" || kind == "crosshead" || kind == "keypoint")
                piece.text += article_line(line) + "\n";
        }
    }
    return piece;
}

Pile read_pile(const std::string& name) {
    const std::string folder = std::string(DEPESCHE_SOURCE_DIR) + "/tests/piles/" + name;
    std::ifstream file(folder + "/gold.json");
    const auto gold = nlohmann::json::parse(file);
    Pile pile;
    for (const auto& page : gold["pages"]) pile.pieces.push_back(read_page(folder, page));
    for (const auto& story : gold["stories"]) pile.stories.emplace_back(story.begin(), story.end());
    return pile;
}

void expect_stories(const Pile& pile) {
    std::map<std::string, std::set<std::string>> groups;
    for (const auto& [piece, story] : named(pile.pieces, group_pile(pile.pieces, languages(), 1))) groups[story].insert(piece);
    std::set<std::set<std::string>> found;
    for (const auto& [story, members] : groups) found.insert(members);
    EXPECT_EQ(found, std::set<std::set<std::string>>(pile.stories.begin(), pile.stories.end()));
}

TEST(Grouping, ArticlesOfAFerryAccidentAreOneStoryAndAStormFloodWithTheSamePeopleIsAnother) { expect_stories(read_pile("faehre")); }

TEST(Grouping, AResignationAndAVisitByTheSamePeopleAreTwoStories) { expect_stories(read_pile("haushalt")); }

}  // namespace
}  // namespace depesche
