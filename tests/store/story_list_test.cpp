// The list of stories, walked from the newest on, against the same list made by grouping all.
#include <random>

#include "store/made_store.h"

namespace depesche {
namespace {

class StoryListTest : public StoreTest {
protected:
    // Rows of made pieces in made stories; every seventh has no date, and many share a minute.
    static void add_pieces(const Database& database, std::mt19937& random, int count) {
        const char* outlets[] = {"Seltbote", "Talblatt", ""};
        for (int i = 1; i <= count; ++i) {
            const std::string page = sha256_hex(std::to_string(i));
            const std::string story = sha256_hex(std::to_string(1 + random() % 40));
            const std::string day = random() % 7 == 0 ? "" : fmt::format("2026-03-{:02}", 1 + random() % 28);
            const std::string published = day.empty() || random() % 2 == 0 ? day : day + "T08:00:00+01:00";
            ASSERT_TRUE(database.run("INSERT INTO pages VALUES(?, ?, 0, x'')", i, page));
            ASSERT_TRUE(database.run("INSERT INTO pieces VALUES(?, '', '', '', ?, 'de', '', ?, '', '', ?, '', ?, '', '', '', 0, 0)", i,
                                     outlets[random() % 3], random() % 5 == 0 ? "" : fmt::format("Piece {}", i), published, day));
            ASSERT_TRUE(database.run("INSERT INTO story_pieces VALUES(?1, ?2, ?2, ?2, 0)", i, story));
        }
    }

    static std::string line_of(const ListedStory& story) {
        return fmt::format("{} {} {} {} {} {} {}\n", story.name, story.topic, story.headline, story.reports, fmt::join(story.outlets, ","),
                           story.first, story.last);
    }

    static std::vector<std::string> listed(const Database& database, const StoreFilter& filter) {
        std::vector<std::string> lines;
        EXPECT_TRUE(for_each_story(database, filter, [&](const ListedStory& story) -> Result<bool> {
            lines.push_back(line_of(story));
            return true;
        }));
        return lines;
    }
};

TEST_F(StoryListTest, WalkingGivesWhatGroupingAllGives) {
    const Database database = open();
    std::mt19937 random(20260314);
    add_pieces(database, random, 150);
    for (const StoreFilter& all :
         {StoreFilter{}, StoreFilter{"2026-03-10", "2026-03-20", "", "", 0}, StoreFilter{"", "", "talblatt", "", 0},
          StoreFilter{"", "2026-03-02", "Seltbote", "de", 0}, StoreFilter{"", "", "", "fr", 0}}) {
        const std::vector<std::string> whole = listed(database, all);
        StoreFilter most = all;
        most.limit = 1000;
        EXPECT_EQ(listed(database, most), whole);
        for (const std::size_t limit : {std::size_t{1}, std::size_t{7}, std::size_t{20}}) {
            most.limit = limit;
            EXPECT_EQ(listed(database, most),
                      std::vector<std::string>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(std::min(limit, whole.size()))));
        }
    }
}

TEST_F(StoryListTest, VersionsOfAPieceAreOneReport) {
    const Database database = open();
    PageBytes first = made_page("a.txt", "Brücke über die Selt gesperrt");
    first.url = "https://www.seltbote.example/stadt/bruecke-1.html";
    PageBytes second = made_page("b.txt", "Brücke über die Selt gesperrt: Gutachter kommen");
    second.url = "https://seltbote.example/stadt/bruecke-1.html?utm_source=post";
    fill(database, {first, second});
    ASSERT_TRUE(update_stories(database, stages().languages(), 1));
    for (const std::size_t limit : {std::size_t{0}, std::size_t{5}}) {
        StoreFilter filter;
        filter.limit = limit;
        std::vector<std::size_t> reports;
        EXPECT_TRUE(for_each_story(database, filter, [&](const ListedStory& story) -> Result<bool> {
            reports.push_back(story.reports);
            return true;
        }));
        EXPECT_EQ(reports, std::vector<std::size_t>{1});
    }
}

}  // namespace
}  // namespace depesche
