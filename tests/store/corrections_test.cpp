#include "store/corrections.h"

#include <algorithm>

#include "store/made_store.h"
#include "store/schema.h"
#include "store/search_words.h"
#include "store/store_brief.h"
#include "store/verify_store.h"

namespace depesche {
namespace {

class CorrectionsTest : public StoreTest {
protected:
    CorrectionsTest() : database_(open()) {
        fill(database_, {made_page("a.txt", "Brücke über die Selt gesperrt", 2), made_page("b.txt", "Schwimmbad eröffnet mit Fest", 12),
                         made_page("c.txt", "Haushalt im Rat beschlossen", 22)});
        update();
    }
    void update() const { ASSERT_TRUE(update_stories(database_, stages().languages(), 1)); }
    [[nodiscard]] std::string hash_of(const std::string& path) const {
        auto statement = database_.prepare("SELECT sha256 FROM pages JOIN places ON page = id WHERE path = ?");
        EXPECT_TRUE(*statement->with(path).step());
        return std::string(statement->text(0));
    }
    [[nodiscard]] std::string story_of(const std::string& path) const { return *find_story(database_, hash_of(path)); }
    void add(CorrectionKind kind, const std::string& page, const std::string& other) const {
        ASSERT_TRUE(add_correction(database_, {0, kind, hash_of(page), other.empty() ? "" : hash_of(other), {}, {}}));
    }
    // The one direct quote of the brief's story; empty when there is none.
    static BriefQuote direct_quote(const Brief& brief) {
        for (const BriefQuote& quote : brief.stories[0].quotes) {
            if (quote.type == "direct") return quote;
        }
        return {};
    }
    [[nodiscard]] Brief brief_of(const std::string& path) const {
        const std::string story = story_of(path);
        return *brief_from_store(database_, std::span(&story, 1), stages(), 1);
    }
    Database database_;
};

TEST_F(CorrectionsTest, TwoStoriesAreOneUntilItIsUndone) {
    ASSERT_NE(story_of("a.txt"), story_of("b.txt"));
    add(CorrectionKind::join, "b.txt", "a.txt");
    EXPECT_EQ(story_of("b.txt"), story_of("a.txt"));
    EXPECT_EQ(story_of("b.txt"), hash_of("a.txt"));  // named after the earliest piece
    EXPECT_NE(story_of("c.txt"), story_of("a.txt"));
    ASSERT_TRUE(undo_correction(database_, 1));
    EXPECT_NE(story_of("a.txt"), story_of("b.txt"));
    EXPECT_EQ(undo_correction(database_, 1).error().problem, Problem::not_found);
}

TEST_F(CorrectionsTest, APieceGoesToAnotherStoryOrStandsAlone) {
    add(CorrectionKind::join, "b.txt", "a.txt");
    add(CorrectionKind::move, "c.txt", "b.txt");
    EXPECT_EQ(story_of("c.txt"), story_of("a.txt"));
    add(CorrectionKind::move, "a.txt", "");
    EXPECT_EQ(story_of("a.txt"), hash_of("a.txt"));
    EXPECT_EQ(story_of("b.txt"), hash_of("b.txt"));  // the story left behind has a new earliest piece
    EXPECT_EQ(story_of("c.txt"), hash_of("b.txt"));
}

TEST_F(CorrectionsTest, SurviveEveryLaterRun) {
    add(CorrectionKind::join, "b.txt", "a.txt");
    fill(database_, {made_page("d.txt", "Brücke über die Selt wieder frei", 3), made_page("e.txt", "Neuer Bahnhof", 13)});
    update();
    EXPECT_EQ(story_of("b.txt"), story_of("a.txt"));
    EXPECT_EQ(load_corrections(database_)->size(), 1U);
    const auto verified = verify_store(database_, [](const Error& e) { ADD_FAILURE() << e.reason; });
    EXPECT_EQ(verified->failures, 0U);
}

TEST_F(CorrectionsTest, TheSameTwiceIsOne) {
    add(CorrectionKind::join, "b.txt", "a.txt");
    add(CorrectionKind::join, "b.txt", "a.txt");
    EXPECT_EQ(load_corrections(database_)->size(), 1U);
}

TEST_F(CorrectionsTest, WhatIsNoQuoteIsLeftOutAndSaid) {
    const Brief before = brief_of("a.txt");
    ASSERT_EQ(before.stories.size(), 1U);
    const std::size_t quotes = before.stories[0].quotes.size();
    const Span bytes = direct_quote(before).versions[0].words.bytes;
    ASSERT_TRUE(add_correction(database_, {0, CorrectionKind::no_quote, hash_of("a.txt"), "", bytes, ""}));
    const Brief after = brief_of("a.txt");
    EXPECT_EQ(after.stories[0].quotes.size(), quotes - 1);
    EXPECT_EQ(direct_quote(after).speaker, "");
    EXPECT_TRUE(std::ranges::any_of(after.stories[0].gaps, [](const Gap& gap) { return gap.kind == "corrected"; }));
    EXPECT_EQ(direct_quote(brief_of("b.txt")).speaker, "Marlene Gröger");
    ASSERT_TRUE(undo_correction(database_, 1));
    EXPECT_EQ(direct_quote(brief_of("a.txt")).speaker, "Marlene Gröger");
}

TEST_F(CorrectionsTest, AnotherSpeakerIsPutIn) {
    const Span bytes = direct_quote(brief_of("a.txt")).versions[0].words.bytes;
    ASSERT_TRUE(add_correction(database_, {0, CorrectionKind::speaker, hash_of("a.txt"), "", bytes, "Jörg Wäßle"}));
    const Brief after = brief_of("a.txt");
    const BriefQuote quote = direct_quote(after);
    EXPECT_EQ(quote.speaker, "Jörg Wäßle");
    EXPECT_TRUE(quote.versions[0].speaker_at.empty());
    EXPECT_TRUE(
        std::ranges::any_of(after.stories[0].gaps, [](const Gap& gap) { return gap.text.find("Jörg Wäßle") != std::string::npos; }));
}

TEST_F(CorrectionsTest, TheLastWordCounts) {
    const Span bytes = direct_quote(brief_of("a.txt")).versions[0].words.bytes;
    for (const char* name : {"Jörg Wäßle", "Eva Groß"})
        ASSERT_TRUE(add_correction(database_, {0, CorrectionKind::speaker, hash_of("a.txt"), "", bytes, name}));
    EXPECT_EQ(direct_quote(brief_of("a.txt")).speaker, "Eva Groß");
    EXPECT_EQ(load_corrections(database_)->size(), 1U);
    add(CorrectionKind::move, "c.txt", "b.txt");
    add(CorrectionKind::move, "c.txt", "");
    EXPECT_EQ(story_of("c.txt"), hash_of("c.txt"));
    add(CorrectionKind::move, "c.txt", "b.txt");
    EXPECT_EQ(story_of("c.txt"), story_of("b.txt"));
}

TEST_F(CorrectionsTest, SlipsOfTheHandAreRefused) {
    const Span bytes = direct_quote(brief_of("a.txt")).versions[0].words.bytes;
    for (const CorrectionKind kind : {CorrectionKind::join, CorrectionKind::move})
        EXPECT_EQ(add_correction(database_, {0, kind, hash_of("a.txt"), hash_of("a.txt"), {}, {}}).error().problem, Problem::wrong_usage);
    for (const char* name : {"", " \n"}) {
        const auto done = add_correction(database_, {0, CorrectionKind::speaker, hash_of("a.txt"), "", bytes, name});
        EXPECT_EQ(done.error().problem, Problem::wrong_usage);
    }
    EXPECT_TRUE(load_corrections(database_)->empty());
}

TEST_F(CorrectionsTest, JoinsAreNotedWhenAPieceBringsTwoStoriesTogether) {
    ASSERT_TRUE(database_.run("INSERT INTO story_events(kind, before, after) VALUES('joined', 'aa\nbb', 'aa')"));
    const auto events = events_of_story(database_, "bb");
    ASSERT_EQ(events->size(), 1U);
    EXPECT_EQ(events->front().before, (std::vector<std::string>{"aa", "bb"}));
    EXPECT_TRUE(events_of_story(database_, "cc")->empty());
}

using UpgradeTest = StoreTest;

TEST_F(UpgradeTest, AnOlderStoreIsBroughtUpToDateWithAllItsPages) {
    {
        const auto database = Database::open(path(), OpenMode::create);
        ASSERT_TRUE(register_search_words(*database));
        ASSERT_TRUE(bring_to_version(*database, 1));
        ASSERT_TRUE(
            database->run("INSERT INTO pages(id, sha256, size, packed) VALUES(1, 'ab', 1, x'00'); INSERT INTO places VALUES(1, 'p', '', "
                          "'', '', '', '', '');"
                          "INSERT INTO story_pieces VALUES(1, 'ab', 'ab')"));
    }
    const Database database = open(OpenMode::read);  // whoever comes first
    EXPECT_EQ(*database.number("PRAGMA user_version"), store_version);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 1);
    EXPECT_EQ(*database.number("SELECT shown = 'ab' FROM story_pieces"), 1);
    EXPECT_EQ(*database.number("SELECT count(*) FROM corrections"), 0);
}

}  // namespace
}  // namespace depesche
