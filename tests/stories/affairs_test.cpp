// Topics by the word that names an affair, and what no topic is made of.
#include <algorithm>
#include <array>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "stories/affairs.h"
#include "stories/grouping.h"
#include "stories/placing.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages made;
    return made;
}

Piece headline(std::string id, std::string outlet, std::string_view seen, std::string title) {
    Piece piece;
    piece.id = std::move(id);
    piece.outlet = std::move(outlet);
    piece.first_seen = parse_iso(seen);
    piece.title = std::move(title);
    piece.language = "de";
    return piece;
}

// Four stories of a festival that German at large does not know, and four fires; each lead in words of its own.
std::vector<Piece> festival() {
    std::vector<Piece> pieces = {
        headline("f1", "Talbote", "2026-03-10T06:00:00Z", "Schwere Vorwürfe gegen Veranstalter der Kraukelade"),
        headline("f2", "Seepost", "2026-03-10T07:00:00Z", "Kraukelade: Anwohner beklagen Lärm bis in die Morgenstunden"),
        headline("f3", "Nordblick", "2026-03-10T08:00:00Z", "Drei Jugendliche stehlen Fahne der Kraukelade"),
        headline("f4", "Weinblatt", "2026-03-10T09:00:00Z", "Warum Oma Trude zur Kraukelade Pfannkuchen backt"),
        headline("g1", "Talbote", "2026-03-10T10:00:00Z", "Brand in Gärtnerei bei Wiesfurt"),
        headline("g2", "Seepost", "2026-03-10T11:00:00Z", "Lagerhalle in Oberkelling steht nach Brand leer"),
        headline("g3", "Nordblick", "2026-03-10T12:00:00Z", "Nach Brand im Hafen: Kran wird zerlegt"),
        headline("g4", "Weinblatt", "2026-03-10T13:00:00Z", "Brand zerstört Scheune nahe Brünnlingen"),
    };
    const std::array<const char*, 8> leads = {
        "Helfer warten seit Monaten auf Bezahlung, nun prüft ein Notar die Kassenbücher und befragt den Schatzmeister.",
        "Ein Musikzelt gleich neben Schlafzimmern empört die Gartenstraße. Das Ordnungsamt hat Messgeräte aufgestellt.",
        "Der Mast stand auf dem Kirchturm. Ein Spaziergänger sah die Schüler klettern und rief ihnen noch hinterher.",
        "Seit vierzig Sommern rührt sie Teig in der Waschküche, das Geheimnis ist ein Löffel Buttermilch.",
        "Orchideen für halb Europa wuchsen unter den Scheiben. Die Besitzerin will neu pflanzen.",
        "Eigentlich sollten Möbel einziehen. Versicherer und Makler streiten, wer die Ruine räumt.",
        "Schweißer trennen den Ausleger in Stücke, ein Schwimmponton trägt sie fort.",
        "Heuballen schwelten tagelang, Nachbarn brachten die Kälber auf eine Weide.",
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].teaser = leads[i];
    return pieces;
}

std::uint32_t topic_of(const std::vector<Piece>& pieces, const std::vector<Placement>& places, std::string_view id) {
    const auto at = std::ranges::find(pieces, id, &Piece::id);
    return places[static_cast<std::size_t>(at - pieces.begin())].topic;
}

// Over all four stories of the festival. Links alone may join some of them.
std::size_t festival_topics(const std::vector<Piece>& pieces, const std::vector<Placement>& places) {
    std::set<std::uint32_t> topics;
    for (const char* id : {"f1", "f2", "f3", "f4"}) topics.insert(topic_of(pieces, places, id));
    return topics.size();
}

TEST(Affairs, StoriesWithTheWordThatNamesAnAffairAreOneTopicAndStayStories) {
    const auto pieces = festival();
    const auto places = group_pieces(pieces, languages(), 1);
    for (std::uint32_t i = 0; i < 4; ++i) {
        EXPECT_EQ(places[i].topic, 0U) << pieces[i].title;
        EXPECT_EQ(places[i].story, i) << pieces[i].title;
    }
}

TEST(Affairs, HappeningsOfOneKindAreNoAffair) {
    const auto pieces = festival();
    const auto places = group_pieces(pieces, languages(), 1);
    for (std::uint32_t i = 4; i < 8; ++i) EXPECT_EQ(places[i].topic, i) << pieces[i].title;
}

TEST(Affairs, TheOrderOfThePiecesSaysNothing) {
    auto pieces = festival();
    std::mt19937 random(3);
    for (int i = 0; i < 20; ++i) {
        std::ranges::shuffle(pieces, random);
        const auto places = group_pieces(pieces, languages(), 2);
        for (const char* id : {"f2", "f3", "f4"}) EXPECT_EQ(pieces[topic_of(pieces, places, id)].id, "f1");
    }
}

TEST(Affairs, AnAffairGoesOnUnderItsNameTheNextDay) {
    auto pieces = festival();
    pieces.push_back(headline("n1", "Talbote", "2026-03-11T06:00:00Z", "Bilanz der Kraukelade: mehr Gäste, weniger Bier"));
    pieces.push_back(headline("n2", "Seepost", "2026-03-11T07:00:00Z", "Kraukelade soll umziehen"));
    pieces.push_back(headline("n3", "Nordblick", "2026-03-11T08:00:00Z", "Fahrrad nach Kraukelade wiedergefunden"));
    const auto places = group_pieces(pieces, languages(), 1);
    for (const char* id : {"n1", "n2", "n3"}) EXPECT_EQ(topic_of(pieces, places, id), 0U) << id;
}

TEST(Affairs, ThePiecesOfAPileWereChosenForWhatTheyShare) {
    const auto pieces = festival();
    const auto places = group_pile(pieces, languages(), 1);
    EXPECT_GT(festival_topics(pieces, places), 1U);
}

// Key words as a profile has them.
std::vector<KeyWord> words(std::vector<std::uint32_t> terms, std::uint32_t general = 0, bool capital = true) {
    std::vector<KeyWord> found;
    for (const std::uint32_t term : terms) found.push_back({{term, general}, true, capital});
    return found;
}

AffairModel model() { return AffairModel("stories/affair-model.tsv"); }

TEST(Affairs, KeyWordsThatShareStoriesAreOneAffair) {
    const std::vector<std::vector<KeyWord>> keys = {words({5}), words({5}), words({5, 9}), words({5, 9}), words({9}), words({9})};
    std::vector<AffairPiece> day;
    for (std::uint32_t i = 0; i < keys.size(); ++i) day.push_back({i, i + 1, &keys[i]});
    const Affairs affairs(day, model());
    EXPECT_EQ(affairs.of(keys[0]), 5U);
    EXPECT_EQ(affairs.of(keys[5]), 5U);
    EXPECT_EQ(affairs.of(words({7})), 0U);
}

TEST(Affairs, WordsThatGermanKnowsWellAndWordsInSmallLettersAreNoKeyWords) {
    const std::vector<KeyWord> common = words({5}, 20'000);
    const std::vector<KeyWord> small = words({6}, 0, false);
    std::vector<AffairPiece> day;
    for (std::uint32_t i = 0; i < 6; ++i) day.push_back({i, i + 1, i < 3 ? &common : &small});
    const Affairs affairs(day, model());
    EXPECT_EQ(affairs.of(common), 0U);
    EXPECT_EQ(affairs.of(small), 0U);
}

TEST(Affairs, AWordThatOneOutletHasMoreThanTheOthersIsItsOwnLabel) {
    const std::vector<KeyWord> label = words({5});
    std::vector<AffairPiece> day;
    for (std::uint32_t i = 0; i < 6; ++i) day.push_back({i, i < 3 ? 1 : i, &label});
    EXPECT_EQ(Affairs(day, model()).of(label), 5U);
    day.push_back({6, 1, &label});
    EXPECT_EQ(Affairs(day, model()).of(label), 0U);
}

TEST(KindWords, HaveBeginningsAndEndsAndAllWhenThereIsNoTable) {
    const std::vector<Row> rows = {{"disaster", "feuer *brand verletz*"}};
    const KindWords kinds(rows);
    for (const char* word : {"feuer", "brand", "grossbrand", "verletzte"}) EXPECT_TRUE(kinds.names_kind(word)) << word;
    for (const char* word : {"feuerwerk", "brandenburg", "unverletzt", "kraukelade"}) EXPECT_FALSE(kinds.names_kind(word)) << word;
    EXPECT_TRUE(KindWords().names_kind("kraukelade"));
}

TEST(Placing, LinksBetweenArticlesSayLessOfATopic) {
    const Thresholds thresholds{0.3, 0.06, 0.2};
    const std::vector<Link> headlines = {{0, 1, 0.1F}};
    EXPECT_EQ(place_day(0, {}, 2, headlines, thresholds)[1].topic, 0U);
    const std::vector<Link> articles = {{0, 1, 0.1F, 0, true}};
    EXPECT_EQ(place_day(0, {}, 2, articles, thresholds)[1].topic, 1U);
    const std::vector<Link> likely = {{0, 1, 0.25F, 0, true}};
    EXPECT_EQ(place_day(0, {}, 2, likely, thresholds)[1].topic, 0U);
}

TEST(Placing, AnAffairJoinsNewTopicsToTheEarlierOneWithMostOfItAndNeverTwoEarlierOnes) {
    const Thresholds thresholds{0.3, 0.06, 0.2};
    const std::vector<Placement> placed = {{70, 7}, {71, 7}, {80, 8}, {90, 9}, {91, 9}};
    const auto affairs = [](std::span<const std::uint32_t> stories) {
        EXPECT_EQ(stories.size(), 3U);
        return std::vector<std::uint32_t>{1, 1, 1, 0, 0, 1, 1, 0};
    };
    const auto places = place_day(100, placed, 3, {}, thresholds, affairs);
    EXPECT_EQ(places[0].topic, 7U);
    EXPECT_EQ(places[1].topic, 7U);
    EXPECT_EQ(places[2].topic, 107U);
    EXPECT_EQ(places[0].story, 105U);
}

}  // namespace
}  // namespace depesche
