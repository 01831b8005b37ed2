// Joining over language borders: made-up headlines in three languages (data/languages.tsv), and what must not happen.
#include "stories/languages_join.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace depesche {
namespace {

struct Labelled {
    std::vector<std::string> happening;
    std::vector<std::string> alike;
    std::vector<Piece> pieces;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == '\t') cells.emplace_back();
        else cells.back() += c;
    }
    return cells;
}

Labelled read_labelled() {
    Labelled all;
    std::ifstream in(DEPESCHE_SOURCE_DIR "/tests/stories/data/languages.tsv");
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> cells = cells_of(line);
        if (line.starts_with('#') || cells.size() != 6) continue;
        Piece piece;
        piece.id = cells[0] + "-" + cells[2];
        piece.first_seen = parse_iso(cells[3]);
        piece.title = cells[4];
        piece.teaser = cells[5];
        all.happening.push_back(cells[0]);
        all.alike.push_back(cells[1]);
        all.pieces.push_back(std::move(piece));
    }
    return all;
}

const Languages& languages() {
    static const Languages all;
    return all;
}

// Says what it is told: texts with a common first word mean the same. Stands in for the encoder in builds without the part.
class ToldMeaning final : public Meaning {
public:
    std::vector<MeaningVector> of(std::span<const std::string> texts, unsigned /*threads*/) const override {
        std::vector<MeaningVector> vectors;
        for (const std::string& text : texts) {
            std::mt19937 random(static_cast<std::uint32_t>(std::hash<std::string>{}(text.substr(0, text.find(' ')))));
            std::normal_distribution<float> normal;
            std::array<float, meaning_size> numbers{};
            for (float& number : numbers) number = normal(random);
            vectors.push_back(pack_meaning(numbers));
        }
        return vectors;
    }
};

Piece told(std::string id, std::string language, std::string title, const char* when) {
    Piece piece;
    piece.id = std::move(id);
    piece.language = std::move(language);
    piece.title = std::move(title);
    if (*when != '\0') piece.first_seen = parse_iso(when);
    return piece;
}

std::vector<Placement> alone(std::size_t count) {
    std::vector<Placement> placements(count);
    for (std::uint32_t i = 0; i < count; ++i) placements[i] = {i, i};
    return placements;
}

std::vector<Placement> join(std::vector<Piece> pieces, const std::vector<Placement>& placements, const Meaning& meaning,
                            PieceSet set = PieceSet::pile) {
    add_meaning(pieces, meaning, 1);
    return join_languages(pieces, placements, languages_of(pieces), set, languages(), 1);
}

TEST(LanguagesJoin, OneHappeningInThreeLanguagesIsOneStoryNamedAfterItsEarliestPiece) {
    const std::vector<Piece> pieces = {
        told("c", "fr", "alpha trois", "2026-01-02T10:00:00Z"), told("b", "en", "alpha two", "2026-01-02T09:00:00Z"),
        told("a", "de", "alpha eins", "2026-01-02T08:00:00Z"), told("d", "de", "beta vier", "2026-01-02T07:00:00Z")};
    const auto placements = join(pieces, alone(4), ToldMeaning());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(placements[i].story, 2U);
        EXPECT_EQ(placements[i].topic, 2U);
    }
    EXPECT_EQ(placements[3].story, 3U);
}

TEST(LanguagesJoin, TwoStoriesOfOneLanguageStayTwo) {
    const std::vector<Piece> pieces = {told("a", "de", "alpha eins", "2026-01-02T08:00:00Z"),
                                       told("b", "de", "alpha zwei", "2026-01-02T09:00:00Z"),
                                       told("c", "en", "alpha three", "2026-01-02T10:00:00Z")};
    const auto placements = join(pieces, alone(3), ToldMeaning());
    EXPECT_NE(placements[0].story, placements[1].story);
    EXPECT_TRUE(placements[2].story == placements[0].story || placements[2].story == placements[1].story);
}

TEST(LanguagesJoin, DaysApartAndUnknownLanguagesAreNotJoined) {
    std::vector<Piece> pieces = {told("a", "de", "alpha eins", "2026-01-02T08:00:00Z"),
                                 told("b", "en", "alpha two", "2026-01-09T09:00:00Z"), told("c", "", "alpha", "2026-01-02T10:00:00Z")};
    add_meaning(pieces, ToldMeaning(), 1);
    const std::vector<std::string> spoken = {"de", "en", ""};
    const auto placements = join_languages(pieces, alone(3), spoken, PieceSet::pile, languages(), 1);
    for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(placements[i].story, i);
}

TEST(LanguagesJoin, InAStreamAPieceWithoutATimeIsNearItsLikeAlone) {
    const std::vector<Piece> pieces = {told("a", "de", "alpha eins", "2026-01-02T08:00:00Z"), told("b", "en", "alpha two", ""),
                                       told("c", "fr", "alpha trois", "")};
    const auto placements = join(pieces, alone(3), ToldMeaning(), PieceSet::stream);
    EXPECT_EQ(placements[0].story, 0U);
    EXPECT_EQ(placements[1].story, 1U);
    EXPECT_EQ(placements[2].story, 1U);
}

TEST(LanguagesJoin, InAPileAPieceWithoutATimeIsNearAllDays) {
    const std::vector<Piece> pieces = {told("a", "de", "alpha eins", "2026-01-02T08:00:00Z"), told("b", "en", "alpha two", "")};
    EXPECT_EQ(join(pieces, alone(2), ToldMeaning())[1].story, 0U);
    const std::vector<Piece> other = {told("a", "de", "alpha eins", ""), told("b", "en", "alpha two", "2026-01-02T08:00:00Z")};
    EXPECT_EQ(join(other, alone(2), ToldMeaning())[0].story, 1U);
}

TEST(LanguagesJoin, ALargeStoryIsJoinedWithASingleForeignReport) {
    std::vector<Piece> pieces;
    std::vector<Placement> placements;
    for (int i = 0; i < 10; ++i) {
        pieces.push_back(told(std::to_string(i), "de", (i % 3 == 0 ? "alpha " : "gamma ") + std::to_string(i), "2026-01-02T08:00:00Z"));
        placements.push_back({0, 0});
    }
    pieces.push_back(told("en", "en", "alpha", "2026-01-02T09:00:00Z"));
    placements.push_back({10, 10});
    EXPECT_EQ(join(pieces, placements, ToldMeaning())[10].story, 0U);
}

TEST(LanguagesJoin, OrderOfThePiecesDoesNotMatter) {
    const Labelled all = read_labelled();
    const auto stories = [](const std::vector<Piece>& pieces) {
        std::map<std::string, std::string> named;
        const auto placements = join(pieces, alone(pieces.size()), ToldMeaning());
        for (std::size_t i = 0; i < pieces.size(); ++i) named[pieces[i].id] = pieces[placements[i].story].id;
        return named;
    };
    std::vector<Piece> pieces = all.pieces;
    const auto expected = stories(pieces);
    std::mt19937 random(8);
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(pieces, random);
        EXPECT_EQ(stories(pieces), expected);
    }
}

TEST(LanguagesJoin, LanguagesAreTold) {
    const Labelled all = read_labelled();
    ASSERT_EQ(all.pieces.size(), 60U);
    const auto spoken = languages_of(all.pieces);
    std::size_t right = 0;
    for (std::size_t i = 0; i < spoken.size(); ++i) right += all.pieces[i].id.ends_with("-" + spoken[i]) ? 1U : 0U;
    EXPECT_GE(right, 57U);
    EXPECT_TRUE(languages_mixed(spoken));
    EXPECT_FALSE(languages_mixed(std::vector<std::string>{"de", "", "de"}));
}

// Every piece is as close to every foreign one: work and memory stay with the number of pieces, and nothing of one language is joined.
TEST(LanguagesJoin, ManyAlikePiecesAreHeldAgainstFewOthers) {
    std::vector<Piece> pieces;
    for (int i = 0; i < 800; ++i) pieces.push_back(told(std::to_string(i), i % 2 == 0 ? "de" : "en", "alpha", "2026-01-02T08:00:00Z"));
    const auto placements = join(pieces, alone(pieces.size()), ToldMeaning());
    std::map<std::uint32_t, std::map<std::string, int>> stories;
    for (std::size_t i = 0; i < pieces.size(); ++i) ++stories[placements[i].story][pieces[i].language];
    for (const auto& [name, languages_in] : stories) {
        for (const auto& [language, count] : languages_in) EXPECT_EQ(count, 1);
    }
}

// The labelled test: German, English and French headlines of one happening in one story, and look-alikes apart.
TEST(LanguagesJoin, PairsOverABorderAreJoinedAndLookAlikesAreNot) {
    auto meaning = load_meaning();
    if (!meaning) GTEST_SKIP() << meaning.error().reason;
    const Labelled all = read_labelled();
    const auto placements = join(all.pieces, group_pieces(all.pieces, languages(), 1), **meaning);
    int one = 0;
    int joined = 0;
    int wrong = 0;
    for (std::size_t a = 0; a < all.pieces.size(); ++a) {
        for (std::size_t b = a + 1; b < all.pieces.size(); ++b) {
            const bool same = all.happening[a] == all.happening[b];
            const bool together = placements[a].story == placements[b].story;
            one += same ? 1 : 0;
            joined += same && together ? 1 : 0;
            wrong += !same && together ? 1 : 0;
            if (same != together) std::cout << (same ? "apart: " : "together: ") << all.pieces[a].id << ' ' << all.pieces[b].id << '\n';
        }
    }
    EXPECT_EQ(one, 60);
    EXPECT_GE(joined, 57);
    EXPECT_LE(wrong, 0);
    std::cout << joined << " of 60 pairs joined, " << wrong << " pairs of two happenings\n";
}

}  // namespace
}  // namespace depesche
