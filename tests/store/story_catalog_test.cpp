#include "store/story_catalog.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "store/corrections.h"
#include "store/made_store.h"
#include "store/schema.h"
#include "store/search_words.h"

namespace depesche {
namespace {

constexpr std::string_view program = "1.0";

class StoryCatalogTest : public StoreTest {
protected:
    StoryCatalogTest() : database_(open()) {}

    [[nodiscard]] StoryCatalog load() const {
        auto list = StoryCatalog::load(database_, program);
        EXPECT_TRUE(list) << list.error().reason;
        return std::move(*list);
    }

    // Rows as `ingest` would write them, with stories given.
    void add_row(int number, int story, const std::string& outlet, const std::string& day, const std::string& title) const {
        const std::string published = day.empty() ? "" : day + "T10:00";
        ASSERT_TRUE(database_.run("INSERT INTO pages VALUES(?, ?, 0, x'')", number, fmt::format("{:064x}", number * 7919 % 100003)));
        ASSERT_TRUE(database_.run("INSERT INTO pieces VALUES(?, 'p', ?, '', ?, ?, '', ?, '', '', ?, '', ?, '', '', '', 1, 0)", number,
                                  number % 4 == 0 ? "https://blatt.example/" + std::to_string(number % 8) : "", outlet,
                                  number % 3 == 0 ? "en" : "de", title, published, day));
        ASSERT_TRUE(database_.run("INSERT INTO story_pieces VALUES(?, ?2, ?2, ?2, 0)", number, fmt::format("{:064x}", story)));
    }

    void add_random_rows(int count, unsigned seed) const {
        std::mt19937 random(seed);
        const auto below = [&](unsigned most) { return static_cast<int>(random() % most); };
        for (int i = 1; i <= count; ++i) {
            const std::string day = below(5) == 0 ? "" : fmt::format("2026-03-{:02}", 1 + below(20));
            add_row(i, 1 + below(static_cast<unsigned>(count) / 2), "Blatt " + std::to_string(below(4)), day,
                    below(6) == 0 ? "" : "Titel " + std::to_string(below(9)));
        }
    }

    [[nodiscard]] std::vector<ListedStory> slow(const StoreFilter& filter = {}) const {
        std::vector<ListedStory> all;
        EXPECT_TRUE(for_each_story(database_, filter, [&](const ListedStory& story) -> Result<bool> {
            all.push_back(story);
            return true;
        }));
        return all;
    }

    // All pages of the list, one after the other.
    [[nodiscard]] std::vector<const StoryEntry*> walk(const StoryCatalog& list, StoryQuery query) const {
        std::vector<const StoryEntry*> all;
        while (true) {
            const auto page = list.page(database_, query);
            EXPECT_TRUE(page);
            all.insert(all.end(), page->stories.begin(), page->stories.end());
            if (page->next.empty()) return all;
            EXPECT_EQ(page->stories.size(), query.limit);
            query.after = page->next;
        }
    }

    Database database_;
};

TEST_F(StoryCatalogTest, IsWhatTheStoreListsForAnyPiecesAndAnyLengthOfPages) {
    add_random_rows(300, 1);
    const StoryCatalog list = load();
    for (const auto& [outlet, language] :
         std::vector<std::pair<std::string, std::string>>{{"", ""}, {"blatt 2", ""}, {"", "en"}, {"BLATT 1", "de"}}) {
        StoreFilter filter;
        filter.outlet = outlet;
        filter.language = language;
        const auto expected = slow(filter);
        for (const std::size_t limit : {1U, 7U, 500U}) {
            const auto found = walk(list, {.outlet = filter.outlet, .language = filter.language, .limit = limit});
            ASSERT_EQ(found.size(), expected.size());
            for (std::size_t i = 0; i < found.size(); ++i) {
                EXPECT_EQ(found[i]->name, expected[i].name);
                EXPECT_EQ(found[i]->headline, expected[i].headline);
                EXPECT_EQ(found[i]->reports, expected[i].reports);
                EXPECT_EQ(found[i]->first, expected[i].first);
                EXPECT_EQ(found[i]->last, expected[i].last);
                EXPECT_EQ(found[i]->topic, expected[i].topic);
                EXPECT_EQ(list.outlets_of(*found[i]), expected[i].outlets);
            }
        }
    }
}

TEST_F(StoryCatalogTest, OtherOrdersHaveEveryStoryOnce) {
    add_random_rows(200, 2);
    const std::size_t all = slow().size();
    {
        const StoryCatalog list = load();
        for (std::size_t i = 0; i < list.stories().size(); i += 2) {
            const StoryEntry& story = list.stories()[i];
            ASSERT_TRUE(write_story_counts(database_, story.name, story.marker, {static_cast<std::uint32_t>(i % 5), 0, {}, {"ort"}}));
        }
    }
    const StoryCatalog list = load();
    const auto by_reports = walk(list, {.order = StoryOrder::reports, .limit = 3});
    const auto by_origins = walk(list, {.order = StoryOrder::origins, .limit = 3});
    EXPECT_EQ(by_reports.size(), all);
    EXPECT_EQ(by_origins.size(), all);
    EXPECT_EQ(std::set<const StoryEntry*>(by_origins.begin(), by_origins.end()).size(), all);
    EXPECT_TRUE(std::ranges::is_sorted(by_reports, std::greater(), &StoryEntry::reports));
    EXPECT_TRUE(std::ranges::is_sorted(by_origins, std::greater(),
                                       [](const StoryEntry* story) { return story->counts ? story->counts->origins : 0U; }));
    EXPECT_EQ(walk(list, {.place = "Ort", .limit = 1000}).size(), (all + 1) / 2);
}

TEST_F(StoryCatalogTest, ADayLeavesOutWhatIsUndated) {
    add_row(1, 1, "Blatt", "", "Ohne Datum");
    add_row(2, 2, "Blatt", "2026-03-14", "Mit Datum");
    const StoryCatalog list = load();
    EXPECT_EQ(walk(list, {}).size(), 2U);
    EXPECT_EQ(walk(list, {.since = "2026-03-14", .until = "2026-03-14"}).size(), 1U);
    EXPECT_EQ(walk(list, {.until = "2026-03-13"}).size(), 0U);
    EXPECT_EQ(list.first(), "2026-03-14");
    EXPECT_EQ(list.days_of({}), (std::map<std::string, std::size_t>{{"", 1}, {"2026-03-14", 1}}));
}

TEST_F(StoryCatalogTest, TheMarkerChangesWithTheStoryAndWithTheProgram) {
    add_row(1, 1, "Blatt", "2026-03-14", "Kran stürzt um");
    const std::string name = fmt::format("{:064x}", 1);
    const auto before = *story_marker(database_, name, program);
    EXPECT_EQ(load().find(name)->marker, before);
    EXPECT_NE(*story_marker(database_, name, "1.1"), before);
    add_row(2, 1, "Blatt", "2026-03-14", "Kran stürzt um");
    const auto after = *story_marker(database_, name, program);
    EXPECT_NE(after, before);
    ASSERT_TRUE(database_.run("UPDATE pieces SET outlet = 'Bote' WHERE page = 2"));
    EXPECT_NE(*story_marker(database_, name, program), after);
    EXPECT_EQ(*story_marker(database_, "none", program), 0U);
}

TEST_F(StoryCatalogTest, EveryChangeMakesTheNumberOfChangesGrow) {
    const auto number = [&] { return *change_of_store(database_); };
    auto before = number();
    const auto grown = [&] { return std::exchange(before, number()) < before; };
    fill(database_, {made_page("a.txt", "Kran stürzt auf Bahngleis"), made_page("b.txt", "Bibliothek öffnet am Sonntag")});
    EXPECT_TRUE(grown());
    ASSERT_TRUE(update_stories(database_, stages().languages(), 1));
    EXPECT_TRUE(grown());
    Correction correction;
    correction.kind = CorrectionKind::join;
    correction.page = sha256_hex(made_page("a.txt", "Kran stürzt auf Bahngleis").bytes);
    correction.other = sha256_hex(made_page("b.txt", "Bibliothek öffnet am Sonntag").bytes);
    ASSERT_TRUE(add_correction(database_, correction));
    EXPECT_TRUE(grown());
    EXPECT_TRUE(load().stories().at(0).corrected);
    ASSERT_TRUE(undo_correction(database_, 1));
    EXPECT_TRUE(grown());
    EXPECT_FALSE(grown());
}

TEST_F(StoryCatalogTest, ACursorThatIsNoneIsRefused) {
    add_row(1, 1, "Blatt", "2026-03-14", "Kran stürzt um");
    const StoryCatalog list = load();
    for (const char* after : {"x", "_", "1", "1_", "-1_2026_ab", "99999999999999999999_2026_ab"})
        EXPECT_FALSE(list.page(database_, {.after = after})) << after;
    EXPECT_TRUE(list.page(database_, {.after = "0_9999_"})->stories.size() == 1);
}

using StoryCatalogUpgrade = StoreTest;

TEST_F(StoryCatalogUpgrade, AStoreOfVersionTwoGetsTheListAndKeepsWhatItHas) {
    {
        const auto database = Database::open(path(), OpenMode::create);
        ASSERT_TRUE(register_search_words(*database));
        ASSERT_TRUE(bring_to_version(*database, 2));
        ASSERT_TRUE(
            database->run("INSERT INTO pages(id, sha256, size, packed) VALUES(1, 'ab', 1, x'00');"
                          "INSERT INTO pieces VALUES(1, 'p', '', '', 'Bote', 'de', '', 'Kran stürzt um', '', '', '2026-03-14', '', "
                          "'2026-03-14', '', '', '', 1, 0);"
                          "INSERT INTO story_pieces VALUES(1, 'ab', 'ab', 'ab');"
                          "INSERT INTO corrections(kind, page, other, first, last, value) VALUES('move', 'ab', '', 0, 0, '')"));
    }
    const Database database = open(OpenMode::write);
    EXPECT_EQ(*database.number("PRAGMA user_version"), store_version);
    const auto list = StoryCatalog::load(database, program);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->stories().size(), 1U);
    EXPECT_EQ(list->stories()[0].headline, "Kran stürzt um");
    EXPECT_TRUE(list->stories()[0].corrected);
    EXPECT_FALSE(list->stories()[0].counts);
    const auto before = *change_of_store(database);
    ASSERT_TRUE(database.run("DELETE FROM corrections"));
    EXPECT_GT(*change_of_store(database), before);
}

}  // namespace
}  // namespace depesche
