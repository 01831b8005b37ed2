#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "origins/articles.h"

namespace depesche {
namespace {

using test::numbered;
using test::origin_texts;
using test::part;
using test::Piece;

const std::string wire =
    "Nach dem Einsturz einer Brücke über die Wulme sind am Montag vier Bauarbeiter in ein Krankenhaus gebracht worden. "
    "Wie ein Sprecher der Bezirksregierung sagte, war das Bauwerk seit neun Jahren für schwere Lastwagen gesperrt. "
    "Gutachter sollen nun klären, ob ein Pfeiler von der Strömung unterspült wurde.\n\n"
    "Die Umleitung führt über Harkenrode und ist rund 2.600 Meter länger. "
    "Für Schulbusse richtet der Landkreis einen eigenen Pendelverkehr ein.";

std::vector<Piece> pile() {
    return {{"a", "Wulmer Bote", "2026-03-02T08:00+01:00", wire},
            {"b", "Harkenroder Blatt", "2026-03-02T11:30+01:00",
             "Die Umleitung führt über Harkenrode und ist etwa 2600 Meter länger. "
             "Für Schulbusse richtet der Landkreis einen eigenen Pendelverkehr ein."},
            {"c", "Südkurve", "2026-03-02T12:00+01:00",
             "Im Stadion von Ellerbeck ist am Sonntag ein Flutlichtmast umgeknickt. Verletzt wurde niemand, das Spiel begann mit einer "
             "Stunde Verspätung."}};
}

TEST(FindCopies, GivesTheLightlyEditedSentencesOnBothSides) {
    const std::vector<Piece> pieces = pile();
    const auto texts = origin_texts(pieces);
    const std::vector<Copy> copies = find_copies(texts, Languages(), 1);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0].to, 1U);
    EXPECT_EQ(copies[0].from, 0U);
    EXPECT_TRUE(copies[0].direction_known);
    EXPECT_EQ(part(texts[1].text, copies[0].span), texts[1].text);
    EXPECT_TRUE(part(texts[0].text, copies[0].from_span).starts_with("Die Umleitung führt"));
    EXPECT_TRUE(part(texts[0].text, copies[0].from_span).ends_with("Pendelverkehr ein."));
}

TEST(FindCopies, FollowsACopyOfACopyToItsFirstArticle) {
    std::vector<Piece> pieces = pile();
    pieces.push_back({"d", "Spätpost", "2026-03-03T09:00+01:00", pieces[1].text});
    const auto texts = origin_texts(pieces);
    const auto origins = origin_ids(find_copies(texts, Languages(), 1), texts.size());
    EXPECT_EQ(origins[3], std::vector<std::uint32_t>{0});
    EXPECT_EQ(origins[0], std::vector<std::uint32_t>{0});
    EXPECT_EQ(origins[2], std::vector<std::uint32_t>{2});
}

TEST(FindCopies, SaysThatEqualTimesTellNoDirection) {
    std::vector<Piece> pieces = pile();
    pieces[1].published = pieces[0].published;
    const std::vector<Copy> copies = find_copies(origin_texts(pieces), Languages(), 1);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_FALSE(copies[0].direction_known);
}

TEST(FindCopies, DoesNotDependOnOrderOrThreads) {
    std::vector<Piece> pieces = pile();
    for (int i = 0; i < 40; ++i)
        pieces.push_back({numbered("x", i), "Blatt", i % 3 == 0 ? "" : "2026-03-04", numbered(wire.substr(0, wire.find("Gutachter")), i)});
    const auto named = [](const std::vector<Piece>& from, unsigned threads) {
        const auto texts = origin_texts(from);
        std::vector<std::tuple<std::string, std::string, Span, Span>> out;
        for (const Copy& c : find_copies(texts, Languages(), threads))
            out.emplace_back(texts[c.to].id, texts[*c.from].id, c.span, c.from_span);
        std::ranges::sort(out);
        return out;
    };
    const auto expected = named(pieces, 1);
    EXPECT_GT(expected.size(), 30U);
    std::mt19937 random(7);
    for (const unsigned threads : {1U, 2U, 5U}) {
        std::shuffle(pieces.begin(), pieces.end(), random);
        EXPECT_EQ(named(pieces, threads), expected);
    }
}

TEST(FindCopies, SurvivesEmptyAndRepeatedTexts) {
    std::vector<Piece> pieces{{"e", "", "", ""}, {"f", "", "", "   \n\n"}, {"g", "", "", "Ja."}};
    for (int i = 0; i < 1000; ++i) pieces.push_back({numbered("s", i), "Blatt", "2026-03-04T10:00Z", wire});
    const auto texts = origin_texts(pieces);
    const auto origins = origin_ids(find_copies(texts, Languages(), 2), texts.size());
    EXPECT_EQ(origins[0], std::vector<std::uint32_t>{0});
    int own = 0;
    for (std::uint32_t i = 3; i < origins.size(); ++i) own += origins[i] == std::vector<std::uint32_t>{i} ? 1 : 0;
    EXPECT_EQ(own, 1U);
}

TEST(CopiesOf, GivesAnArticlesOwnCopiesAsLookingAtEachDoes) {
    std::vector<Copy> copies;
    for (const std::uint32_t to : {0U, 2U, 2U, 2U, 5U, 9U, 9U}) {
        Copy copy;
        copy.to = to;
        copy.span = {static_cast<std::uint32_t>(copies.size()), static_cast<std::uint32_t>(copies.size() + 1)};
        copies.push_back(copy);
    }
    for (std::uint32_t article = 0; article < 12; ++article) {
        std::vector<std::uint32_t> slow;
        for (const Copy& copy : copies)
            if (copy.to == article) slow.push_back(copy.span.begin);
        std::vector<std::uint32_t> fast;
        for (const Copy& copy : copies_of(copies, article)) fast.push_back(copy.span.begin);
        EXPECT_EQ(fast, slow) << article;
    }
}

}  // namespace
}  // namespace depesche
