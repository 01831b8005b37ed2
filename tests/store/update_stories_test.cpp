// Stories of a store against grouping the same pieces at once: as a pile while there are few, as a stream from then on.
#include "store/update_stories.h"

#include <algorithm>
#include <random>

#include "store/made_store.h"
#include "store/stored_stream.h"
#include "stories/regroup.h"

namespace depesche {
namespace {

class UpdateStoriesTest : public StoreTest {
protected:
    // Rows of made headlines of `count` days from `first` on, two of each happening, the second a day later or without a date.
    static void add_days(const Database& database, std::int32_t first, int count, int happenings) {
        static const char* places[] = {"Seltstadt", "Grumbach", "Ellernried", "Wiesenfurt", "Dorningen", "Hohenkamp", "Lautersee"};
        static const char* things[] = {"Brücke", "Schule", "Halle", "Mühle", "Kirche", "Fabrik", "Scheune", "Fähre", "Tankstelle"};
        for (std::int32_t day = first; day < first + count; ++day) {
            for (int i = 0; i < happenings; ++i) {
                const std::string what =
                    fmt::format("{} in {}", things[static_cast<std::size_t>(day + i) % 9], places[static_cast<std::size_t>(i) % 7]);
                add(database, fmt::format("Großbrand zerstört {}", what), day);
                add(database, fmt::format("{} nach Großbrand zerstört", what), i % 5 == 0 ? std::optional<std::int32_t>() : day + 1);
            }
        }
    }

    static void add(const Database& database, const std::string& title, std::optional<std::int32_t> day) {
        const auto row = *database.number("SELECT ifnull(max(id), 0) + 1 FROM pages");
        const std::string published = day ? fmt::format("2026-03-{:02}", *day) : "";
        ASSERT_TRUE(database.run("INSERT INTO pages VALUES(?, ?, 0, x'')", row, sha256_hex(std::to_string(row))));
        ASSERT_TRUE(database.run("INSERT INTO pieces VALUES(?, '', '', '', ?, 'de', '', ?, '', '', ?2, '', ?2, '', '', '', 0, NULL)", row,
                                 fmt::format("Blatt {}", row % 6), title));
        ASSERT_TRUE(
            database.run("UPDATE pieces SET published = ?2, day = ?2, stream_day = CASE ?2 WHEN '' THEN NULL ELSE julianday(?2) - "
                         "2440587.5 END WHERE page = ?1",
                         row, published));
        ASSERT_TRUE(database.run("INSERT OR IGNORE INTO changed_days SELECT ifnull(stream_day, ?2) FROM pieces WHERE page = ?1", row,
                                 std::int64_t{INT32_MIN}));
        ASSERT_TRUE(database.run("UPDATE counters SET value = value + 1 WHERE name = 'changes'"));
    }

    // Every piece as grouping sees it, by its id.
    static std::vector<PlacedPiece> stored(const Database& database) {
        StoredStream stream(database);
        std::vector<PlacedPiece> all;
        for (std::int32_t day = 0;;) {
            const auto next = *stream.next_day(day);
            const auto some = *stream.pieces_of(next);
            all.insert(all.end(), some.begin(), some.end());
            if (!next) break;
            day = *next + 1;
        }
        std::ranges::sort(all, {}, [](const PlacedPiece& one) { return one.piece.id; });
        return all;
    }

    // Brings the stories up to date; they must be those of all pieces grouped at once. Gives how many stories there are.
    static std::size_t expect_grouped_at_once(const Database& database, bool pile) {
        EXPECT_TRUE(update_stories(database, stages().languages(), 1));
        const std::vector<PlacedPiece> all = stored(database);
        std::vector<Piece> pieces;
        for (const PlacedPiece& one : all) pieces.push_back(one.piece);
        const auto places = pile ? group_pile(pieces, stages().languages(), 1) : group_pieces(pieces, stages().languages(), 1);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_EQ(all[i].story, pieces[places[i].story].id) << pieces[i].title;
            EXPECT_EQ(all[i].topic, pieces[places[i].topic].id) << pieces[i].title;
            names.push_back(all[i].story);
        }
        std::ranges::sort(names);
        return static_cast<std::size_t>(std::unique(names.begin(), names.end()) - names.begin());
    }
};

TEST_F(UpdateStoriesTest, FewPiecesAreAPileInWhichAPieceWithoutADateFindsItsStory) {
    const Database database = open();
    add_days(database, 3, 4, 5);
    const std::size_t stories = expect_grouped_at_once(database, true);
    EXPECT_LT(stories, 40U);
    EXPECT_EQ(
        *database.number("SELECT count(*) FROM story_pieces AS a JOIN pieces USING(page) WHERE published = '' AND NOT EXISTS (SELECT 1 "
                         "FROM story_pieces AS b WHERE b.story = a.story AND b.page <> a.page)"),
        0);
    add_days(database, 9, 2, 5);
    EXPECT_GT(expect_grouped_at_once(database, true), stories);
}

TEST_F(UpdateStoriesTest, AStoreThatGrowsBeyondAPileIsWalkedAsAStreamAndAPileAgainWhenPagesGo) {
    const Database database = open();
    add_days(database, 2, 10, 7);
    expect_grouped_at_once(database, true);
    add_days(database, 12, 12, 7);
    ASSERT_GT(*database.number("SELECT count(*) FROM pieces"), static_cast<std::int64_t>(most_of_pile));
    expect_grouped_at_once(database, false);
    add_days(database, 24, 1, 7);
    expect_grouped_at_once(database, false);
    ASSERT_TRUE(database.run("DELETE FROM pages WHERE id > 250"));
    ASSERT_TRUE(database.run("INSERT OR IGNORE INTO changed_days VALUES(20000)"));
    ASSERT_TRUE(database.run("UPDATE counters SET value = value + 1 WHERE name = 'changes'"));
    expect_grouped_at_once(database, true);
}

}  // namespace
}  // namespace depesche
