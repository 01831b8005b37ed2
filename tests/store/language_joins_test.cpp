// Stories over language borders in a store against joining all pieces at once, however they came; and what is kept of vectors.
#include <algorithm>
#include <map>
#include <random>

#include "store/corrections.h"
#include "store/forget.h"
#include "store/made_store.h"
#include "store/page_rows.h"
#include "store/piece_list.h"
#include "store/schema.h"
#include "store/search_words.h"
#include "store/stored_stream.h"
#include "store/story_catalog.h"
#include "store/verify_store.h"
#include "stories/languages_join.h"

namespace depesche {
namespace {

// Texts with a common last word mean the same. Stands in for the encoder, and counts what it was asked.
class CountingMeaning final : public Meaning {
public:
    explicit CountingMeaning(std::size_t& asked) : asked_(asked) {}
    std::vector<MeaningVector> of(std::span<const std::string> texts, unsigned /*threads*/) const override {
        asked_ += texts.size();
        std::vector<MeaningVector> vectors;
        for (const std::string& text : texts) {
            std::mt19937 random(static_cast<std::uint32_t>(hash64(text.substr(text.rfind(' ') + 1))));
            std::normal_distribution<float> normal;
            std::array<float, meaning_size> numbers{};
            for (float& number : numbers) number = normal(random);
            vectors.push_back(pack_meaning(numbers));
        }
        return vectors;
    }

private:
    std::size_t& asked_;
};

struct MadePiece {
    std::string title;
    std::string language;
    std::optional<int> day;  // of March 2026
};

using Places = std::map<std::string, std::pair<std::string, std::string>>;  // piece -> story, topic as they are shown

class LanguageJoinsTest : public StoreTest {
protected:
    MeaningSource source(const std::string& name = "weights") {
        return {name, [this] { return Result<std::unique_ptr<Meaning>>(std::make_unique<CountingMeaning>(asked_)); }};
    }
    static MeaningSource none() {
        return {"", []() -> Result<std::unique_ptr<Meaning>> { return Error{Problem::not_found, "there is no encoder", "", ""}; }};
    }

    static void add(const Database& database, const MadePiece& piece) {
        const std::string name = fmt::format("{} {} {}", piece.title, piece.language, piece.day.value_or(0));
        const auto row = *database.number("SELECT ifnull(max(id), 0) + 1 FROM pages");
        const std::string published = piece.day ? fmt::format("2026-03-{:02}", *piece.day) : "";
        ASSERT_TRUE(database.run("INSERT INTO pages VALUES(?, ?, 0, x'')", row, sha256_hex(name)));
        ASSERT_TRUE(
            database.run("INSERT INTO pieces VALUES(?1, '', '', '', 'Blatt', ?2, '', ?3, '', '', ?4, '', ?4, '', '', '', 0, "
                         "CASE ?4 WHEN '' THEN NULL ELSE julianday(?4) - 2440587.5 END)",
                         row, piece.language, piece.title, published));
        ASSERT_TRUE(
            database.run("INSERT INTO words(rowid, title, text, people, outlet) SELECT page, title, text, people, outlet FROM pieces "
                         "WHERE page = ?",
                         row));
        ASSERT_TRUE(database.run("INSERT OR IGNORE INTO changed_days SELECT ifnull(stream_day, ?2) FROM pieces WHERE page = ?1", row,
                                 std::int64_t{unknown_day}));
        ASSERT_TRUE(database.run("UPDATE counters SET value = value + 1 WHERE name = 'changes'"));
    }
    static void take_out(const Database& database, const MadePiece& piece) {
        const std::string name = sha256_hex(fmt::format("{} {} {}", piece.title, piece.language, piece.day.value_or(0)));
        const auto row = *database.number("SELECT id FROM pages WHERE sha256 = ?", name);
        ASSERT_TRUE(erase_piece(database, row));
        ASSERT_TRUE(database.run("DELETE FROM pages WHERE id = ?", row));
    }

    // Happenings of some days, told in one to three languages; some pieces without a date. Some happenings of one window mean the same, so
    // that stories compete for each other.
    static std::vector<MadePiece> made_pieces(std::mt19937& random, int first, int days, int happenings) {
        const auto word = [&] {
            static const char* parts[] = {"sel",    "grum", "ellern", "wies", "dorn", "hohen",
                                          "lauter", "krum", "ober",   "trau", "mar",  "zwin"};
            std::string made = fmt::format("{}{}{}", parts[random() % 12], parts[random() % 12], parts[random() % 12]);
            made[0] = static_cast<char>(made[0] - 'a' + 'A');
            return made;
        };
        std::vector<MadePiece> pieces;
        for (int day = first; day < first + days; ++day) {
            for (int i = 0; i < happenings; ++i) {
                const std::string sense = fmt::format("m{}", random() % 60);
                const auto tell = [&](const char* language, const std::string& title) {
                    std::optional<int> when = day + static_cast<int>(random() % 3);
                    if (random() % 20 == 0) when.reset();
                    pieces.push_back({fmt::format("{} {}", title, sense), random() % 20 == 0 ? "" : language, when});
                };
                const std::string place = word();
                const std::string what = word();
                tell("de", fmt::format("{}: {}", place, what));
                tell("de", fmt::format("{} in {}", what, place));
                if (random() % 2 == 0) tell("en", fmt::format("{} {} {}", word(), word(), word()));
                if (random() % 3 == 0) tell("fr", fmt::format("{} {} {}", word(), word(), word()));
            }
        }
        return pieces;
    }
    static void add_all(const Database& database, const std::vector<MadePiece>& pieces) {
        auto transaction = Transaction::begin(database);
        for (const MadePiece& piece : pieces) add(database, piece);
        ASSERT_TRUE(transaction->commit());
    }

    static std::vector<ListedPiece> listed(const Database& database) {
        std::vector<ListedPiece> all;
        EXPECT_TRUE(for_each_piece(database, {}, [&](const ListedPiece& piece) -> Result<bool> {
            all.push_back(piece);
            return true;
        }));
        return all;
    }
    static Places shown(const Database& database) {
        Places places;
        for (const ListedPiece& piece : listed(database)) places[piece.sha256] = {piece.story, piece.topic};
        return places;
    }
    static void take_out_all(const Database& database, const std::vector<MadePiece>& pieces) {
        auto transaction = Transaction::begin(database);
        for (const MadePiece& piece : pieces) take_out(database, piece);
        ASSERT_TRUE(transaction->commit());
    }
    // The slow twin: all grouped, then all joined.
    Places joined_at_once(const Database& database) {
        std::vector<Piece> pieces;
        for (const ListedPiece& one : listed(database)) pieces.push_back(piece_of(one));
        const bool pile = pieces.size() <= most_of_pile;
        const auto placements = pile ? group_pile(pieces, stages().languages(), 1) : group_pieces(pieces, stages().languages(), 1);
        std::size_t asked = 0;
        add_meaning(pieces, CountingMeaning(asked), 1);
        std::vector<std::string> spoken;
        for (const Piece& piece : pieces) spoken.push_back(piece.language);
        if (pile) spoken = languages_of(pieces, 1);
        const auto joined = join_languages(pieces, placements, spoken, pile ? PieceSet::pile : PieceSet::stream, stages().languages(), 1);
        Places places;
        for (std::size_t i = 0; i < pieces.size(); ++i) places[pieces[i].id] = {pieces[joined[i].story].id, pieces[joined[i].topic].id};
        return places;
    }
    static void expect_same(const Places& found, const Places& expected) {
        ASSERT_EQ(found.size(), expected.size());
        std::size_t other = 0;
        for (const auto& [piece, place] : expected) other += found.at(piece) == place ? 0U : 1U;
        EXPECT_EQ(other, 0U) << "of " << expected.size();
    }
    void update(const Database& database) { ASSERT_TRUE(update_stories(database, stages().languages(), 1, source())); }

    std::size_t asked_ = 0;
};

const std::vector<MadePiece> three = {{"Hotelbrand in Valbrune alpha", "de", 3},
                                      {"Hotel fire in Valbrune alpha", "en", 4},
                                      {"Un hôtel brûle à Valbrune alpha", "fr", 4},
                                      {"Stadtrat beschließt Radweg beta", "de", 3}};

TEST_F(LanguageJoinsTest, APileIsJoinedAsJoiningAllAtOnceDoes) {
    const Database database = open();
    std::mt19937 random(3);
    auto pieces = made_pieces(random, 2, 6, 8);
    std::ranges::shuffle(pieces, random);
    for (std::size_t i = 0; i < pieces.size(); i += 37) {
        add_all(database, {pieces.begin() + static_cast<std::ptrdiff_t>(i),
                           pieces.begin() + static_cast<std::ptrdiff_t>(std::min(i + 37, pieces.size()))});
        update(database);
    }
    ASSERT_LE(pieces.size(), most_of_pile);
    EXPECT_GT(*database.number("SELECT count(*) FROM joined_stories"), 10);
    const Places places = shown(database);
    expect_same(places, joined_at_once(database));
    // The lists say the same as the pieces.
    const auto catalog = StoryCatalog::load(database, "program");
    ASSERT_TRUE(catalog);
    std::map<std::string, std::pair<std::string, std::size_t>> stories;  // topic, pieces
    for (const auto& [piece, place] : places) stories[place.first].first = place.second, ++stories[place.first].second;
    ASSERT_EQ(catalog->stories().size(), stories.size());
    for (const StoryEntry& story : catalog->stories()) EXPECT_EQ(std::pair(story.topic, std::size_t{story.pieces}), stories[story.name]);
    ASSERT_TRUE(for_each_story(database, {}, [&](const ListedStory& story) -> Result<bool> {
        EXPECT_EQ(story.topic, stories[story.name].first);
        return true;
    }));
}

TEST_F(LanguageJoinsTest, AStreamIsJoinedAsJoiningAllAtOnceDoesHoweverItComesAndGoes) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const Database database = open(OpenMode::create, fmt::format("{}.db", seed));
        std::mt19937 random(seed);
        auto pieces = made_pieces(random, 1, 24, 9);
        if (seed > 1) std::ranges::shuffle(pieces, random);
        for (std::size_t i = 0; i < pieces.size();) {
            const std::size_t end = std::min(i + 1 + random() % 150, pieces.size());
            add_all(database, {pieces.begin() + static_cast<std::ptrdiff_t>(i), pieces.begin() + static_cast<std::ptrdiff_t>(end)});
            update(database);
            i = end;
        }
        ASSERT_GT(pieces.size(), most_of_pile);
        EXPECT_GT(*database.number("SELECT count(*) FROM joined_stories"), 50);
        EXPECT_GT(*database.number("SELECT count(*) FROM joined_topics"), 50);
        expect_same(shown(database), joined_at_once(database));
        for (std::size_t i = 0; i < 30; i += 10) {
            take_out_all(database, {pieces[i], pieces[i + 51], pieces[i + 102], pieces[i + 153], pieces[i + 204], pieces[i + 255]});
            update(database);
        }
        expect_same(shown(database), joined_at_once(database));
    }
}

TEST_F(LanguageJoinsTest, AStoreGrowsFromAPileToAStreamAndBack) {
    const Database database = open();
    std::mt19937 random(5);
    const auto pieces = made_pieces(random, 1, 24, 9);
    ASSERT_GT(pieces.size(), 330U);
    for (const auto& [begin, end] : {std::pair(0, 200), std::pair(200, 320), std::pair(320, 330)}) {
        add_all(database, {pieces.begin() + begin, pieces.begin() + end});
        update(database);
        expect_same(shown(database), joined_at_once(database));
    }
    take_out_all(database, {pieces.begin(), pieces.begin() + 230});
    update(database);
    expect_same(shown(database), joined_at_once(database));
    EXPECT_EQ(*database.number("SELECT count(*) FROM language_pairs"), 0);
}

TEST_F(LanguageJoinsTest, EachPieceIsEncodedOnceAndOnlyWhereLanguagesMeet) {
    const Database database = open();
    std::mt19937 random(5);
    std::vector<MadePiece> german = made_pieces(random, 1, 8, 30);
    std::erase_if(german, [](const MadePiece& piece) { return piece.language != "de" || !piece.day; });
    add_all(database, german);
    ASSERT_GT(*database.number("SELECT count(*) FROM pieces"), static_cast<std::int64_t>(most_of_pile));
    update(database);
    EXPECT_EQ(asked_, 0U);
    add(database, {"Village burns Brücke1 m7", "en", 27});
    update(database);
    EXPECT_EQ(asked_, 0U);
    add(database, {"Village burns Brücke1 m7", "en", 4});
    update(database);
    const auto near =
        static_cast<std::size_t>(*database.number("SELECT count(*) FROM pieces WHERE day BETWEEN '2026-03-01' AND '2026-03-07'"));
    EXPECT_EQ(asked_, near);
    EXPECT_EQ(*database.number("SELECT count(*) FROM meanings WHERE length(vector) = 517"), static_cast<std::int64_t>(near));
    add(database, {"Village opens Brücke1 m8", "en", 4});
    update(database);
    EXPECT_EQ(asked_, near + 1);
}

TEST_F(LanguageJoinsTest, OnlyTheWindowOfTheDayThatChangedIsLookedAt) {
    const Database database = open();
    std::mt19937 random(6);
    std::vector<MadePiece> dated = made_pieces(random, 1, 24, 9);
    std::erase_if(dated, [](const MadePiece& piece) { return !piece.day; });
    add_all(database, dated);
    update(database);
    ASSERT_TRUE(database.run("DELETE FROM meanings"));  // whoever looks at a piece has to make its vector
    asked_ = 0;
    add(database, {"Village burns Brücke1 m7", "en", 20});
    update(database);
    EXPECT_EQ(asked_, static_cast<std::size_t>(*database.number(
                          "SELECT count(*) FROM pieces WHERE language <> '' AND day BETWEEN '2026-03-17' AND '2026-03-23'")));
    expect_same(shown(database), joined_at_once(database));
}

TEST_F(LanguageJoinsTest, VectorsOfAnotherEncoderOrDamagedOnesAreMadeAnew) {
    const Database database = open();
    add_all(database, three);
    update(database);
    EXPECT_EQ(asked_, 4U);
    EXPECT_FALSE(*stories_are_current(database, source("other weights")));
    ASSERT_TRUE(update_stories(database, stages().languages(), 1, source("other weights")));
    EXPECT_EQ(asked_, 8U);
    EXPECT_EQ(*database.number("SELECT count(*) FROM meanings JOIN encoders ON id = encoder WHERE name LIKE 'other weights%'"), 4);
    ASSERT_TRUE(database.run("UPDATE meanings SET vector = x'00' WHERE page = 1"));
    add(database, {"Another thing gamma", "en", 3});
    ASSERT_TRUE(update_stories(database, stages().languages(), 1, source("other weights")));
    EXPECT_EQ(asked_, 10U);
}

TEST_F(LanguageJoinsTest, AProgramWithoutAnEncoderShowsWhatWordsMakeAndLeavesTheVectors) {
    const Database database = open();
    std::mt19937 random(7);
    add_all(database, made_pieces(random, 1, 20, 9));
    ASSERT_TRUE(update_stories(database, stages().languages(), 1, none()));
    const Places by_words = shown(database);
    update(database);
    const Places joined = shown(database);
    EXPECT_NE(joined, by_words);
    const auto vectors = *database.number("SELECT count(*) FROM meanings");
    const auto updated = update_stories(database, stages().languages(), 1, none());
    ASSERT_TRUE(updated);
    ASSERT_TRUE(updated->not_joined);
    EXPECT_EQ(updated->not_joined->reason, "reports of different languages are not joined: there is no encoder");
    EXPECT_EQ(updated->not_joined->problem, Problem::passed_over);
    expect_same(shown(database), by_words);
    EXPECT_EQ(*database.number("SELECT count(*) FROM meanings"), vectors);
    EXPECT_FALSE(update_stories(database, stages().languages(), 1, none())->not_joined);
    // Pieces that come meanwhile are joined by the next program that can, and only they are encoded.
    add(database, {"Großbrand zerstört Brücke m9", "de", 15});
    ASSERT_TRUE(update_stories(database, stages().languages(), 1, none()));
    asked_ = 0;
    update(database);
    EXPECT_EQ(asked_, 1U);
    expect_same(shown(database), joined_at_once(database));
}

TEST_F(LanguageJoinsTest, StoriesAreLeftToAProgramThatKeepsBringingPages) {
    const Database database = open();
    const Database other = open(OpenMode::write);
    add_all(database, three);
    int brought = 0;
    const MeaningSource while_another_writes{"weights", [&]() -> Result<std::unique_ptr<Meaning>> {
                                                 add(other, {fmt::format("Storm {} floods Sellow m{}", brought, brought), "en", 5});
                                                 ++brought;
                                                 return Result<std::unique_ptr<Meaning>>(std::make_unique<CountingMeaning>(asked_));
                                             }};
    const auto left = update_stories(database, stages().languages(), 1, while_another_writes);
    ASSERT_TRUE(left) << left.error().reason;
    ASSERT_TRUE(left->behind);
    EXPECT_EQ(left->behind->problem, Problem::passed_over);
    EXPECT_GT(brought, 1) << "it was tried again";
    EXPECT_FALSE(*stories_are_current(database, source()));
    const auto done = update_stories(database, stages().languages(), 1, source());
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->behind);
    EXPECT_TRUE(*stories_are_current(database, source()));
    expect_same(shown(database), joined_at_once(database));
}

TEST_F(LanguageJoinsTest, NothingIsSaidWhereAllIsInOneLanguage) {
    const Database database = open();
    add(database, three[0]);
    add(database, three[3]);
    EXPECT_FALSE(update_stories(database, stages().languages(), 1, none())->not_joined);
    add(database, three[1]);
    EXPECT_TRUE(update_stories(database, stages().languages(), 1, none())->not_joined);
}

TEST_F(LanguageJoinsTest, AStoryIsNamedAfterItsEarliestPieceAndJoiningIsNoted) {
    const Database database = open();
    for (const MadePiece& piece : {three[1], three[2]}) add(database, piece);
    update(database);
    const std::string english = sha256_hex("Hotel fire in Valbrune alpha en 4");
    const std::string french = sha256_hex("Un hôtel brûle à Valbrune alpha fr 4");
    const std::string german = sha256_hex("Hotelbrand in Valbrune alpha de 3");
    EXPECT_EQ(shown(database)[english].first, std::min(english, french));
    EXPECT_TRUE(events_of_story(database, english)->empty());  // both are new
    add(database, three[0]);
    update(database);
    for (const std::string& piece : {english, french, german}) EXPECT_EQ(shown(database)[piece].first, german);
    const auto events = *events_of_story(database, german);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, "renamed");
    EXPECT_EQ(events[0].before, std::vector<std::string>{std::min(english, french)});
}

TEST_F(LanguageJoinsTest, CorrectionsStandOverJoins) {
    const Database database = open();
    add_all(database, three);
    update(database);
    const std::string german = sha256_hex("Hotelbrand in Valbrune alpha de 3");
    const std::string english = sha256_hex("Hotel fire in Valbrune alpha en 4");
    const std::string other = sha256_hex("Stadtrat beschließt Radweg beta de 3");
    ASSERT_EQ(shown(database)[english].first, german);
    ASSERT_TRUE(add_correction(database, {0, CorrectionKind::move, english, "", {}, {}}));
    ASSERT_TRUE(add_correction(database, {0, CorrectionKind::join, other, german, {}, {}}));
    const auto check = [&] {
        EXPECT_EQ(shown(database)[english].first, english);
        EXPECT_EQ(shown(database)[other].first, shown(database)[german].first);
        EXPECT_GT(*database.number("SELECT count(*) FROM story_pieces WHERE corrected"), 0);
    };
    check();
    add(database, {"A late word on the fire alpha", "en", 5});
    update(database);
    check();
    ASSERT_TRUE(undo_correction(database, 1));
    EXPECT_EQ(shown(database)[english].first, shown(database)[german].first);
    ASSERT_TRUE(undo_correction(database, 1));
    EXPECT_EQ(*database.number("SELECT count(*) FROM story_pieces WHERE corrected"), 0);
    expect_same(shown(database), joined_at_once(database));
}

TEST_F(LanguageJoinsTest, WhatIsForgottenLeavesNoVectorAndNoJoin) {
    const Database database = open();
    add_all(database, three);
    update(database);
    const std::string german = sha256_hex("Hotelbrand in Valbrune alpha de 3");
    ASSERT_TRUE(forget_pages(database, german));
    EXPECT_EQ(*database.number("SELECT count(*) FROM meanings"), 3);
    update(database);
    EXPECT_EQ(*database.number("SELECT count(*) FROM joined_stories WHERE story = ?1 OR joined = ?1 OR topic = ?1", german), 0);
    EXPECT_EQ(*database.number("SELECT count(*) FROM joined_topics WHERE topic = ?1 OR joined = ?1", german), 0);
    expect_same(shown(database), joined_at_once(database));
}

TEST_F(LanguageJoinsTest, VerifyTellsOfDamagedVectorsAndOfJoinsThatLeadNowhere) {
    const Database database = open();
    fill(database, {made_page("a.txt", "Brücke über die Selt gesperrt")});
    update(database);
    const auto told = [&] {
        std::vector<std::string> reasons;
        EXPECT_TRUE(verify_store(database, [&](const Error& error) { reasons.push_back(error.reason); }));
        return reasons;
    };
    EXPECT_TRUE(told().empty());
    const auto page = *database.number("SELECT page FROM pieces");
    ASSERT_TRUE(database.run("INSERT INTO meanings SELECT ?, id, zeroblob(517) FROM encoders", page));
    EXPECT_EQ(told(), std::vector<std::string>{"a stored vector has another length or version than this program writes"});
    ASSERT_TRUE(database.run("INSERT INTO joined_stories SELECT story, 'elsewhere', topic FROM story_pieces"));
    EXPECT_EQ(told().size(), 2U);
}

TEST_F(LanguageJoinsTest, AStoreOfVersionThreeIsJoinedWhenItIsNextBroughtUpToDate) {
    {
        const auto old = Database::open(path(), OpenMode::create);
        ASSERT_TRUE(register_search_words(*old));
        ASSERT_TRUE(bring_to_version(*old, 3));
        for (const MadePiece& piece : three) add(*old, piece);
        ASSERT_TRUE(old->run("INSERT INTO story_pieces SELECT id, sha256, sha256, sha256 FROM pages"));
        ASSERT_TRUE(old->run("DELETE FROM changed_days; UPDATE counters SET value = 4"));
    }
    const Database database = open(OpenMode::write);
    EXPECT_TRUE(*stories_are_current(database, none()));
    EXPECT_FALSE(*stories_are_current(database, source()));
    update(database);
    EXPECT_EQ(asked_, 4U);
    expect_same(shown(database), joined_at_once(database));
}

}  // namespace
}  // namespace depesche
