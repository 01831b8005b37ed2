#include "store/ingest.h"

#include "store/made_store.h"
#include "store/piece_list.h"
#include "store/verify_store.h"

namespace depesche {
namespace {

class IngestTest : public StoreTest {
protected:
    static std::vector<PageBytes> some_pages() {
        return {made_page("a.txt", "Brücke über die Selt gesperrt", 14), made_page("b.txt", "Brücke über die Selt ist wieder offen", 15),
                made_page("c.txt", "Neues Schwimmbad eröffnet", 3), made_page("d.txt", "Rat beschließt Haushalt", 20)};
    }
    // All that `list` shows, in its order.
    static std::string listed(const Database& database) {
        EXPECT_TRUE(update_stories(database, stages().languages(), 1));
        std::string all;
        EXPECT_TRUE(for_each_piece(database, {}, [&](const ListedPiece& p) -> Result<bool> {
            all += p.sha256 + p.path + p.url + p.outlet + p.title + p.published + p.story + p.topic + "\n";
            return true;
        }));
        EXPECT_TRUE(for_each_story(database, {}, [&](const ListedStory& s) -> Result<bool> {
            all += s.name + s.headline + std::to_string(s.reports) + s.first + s.last + "\n";
            return true;
        }));
        return all;
    }
    static void expect_whole(const Database& database) {
        const auto verified = verify_store(database, [](const Error& e) { ADD_FAILURE() << e.place << ": " << e.reason; });
        ASSERT_TRUE(verified);
        EXPECT_EQ(verified->failures, 0U);
    }
};

TEST_F(IngestTest, AddsNothingTwice) {
    const Database database = open();
    for (const PageReport& report : fill(database, some_pages())) EXPECT_EQ(report.fate, PageFate::stored);
    const std::string first = listed(database);
    for (const PageReport& report : fill(database, some_pages())) EXPECT_EQ(report.fate, PageFate::known);
    EXPECT_EQ(listed(database), first);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 4);
    expect_whole(database);
}

TEST_F(IngestTest, OrderAndBatchesDoNotMatter) {
    const std::vector<PageBytes> pages = some_pages();
    const Database first = open();
    fill(first, pages);
    const Database second = open(OpenMode::create, "second.db");
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        fill(second, {*page});
        static_cast<void>(listed(second));
    }
    EXPECT_EQ(listed(first), listed(second));
}

TEST_F(IngestTest, SamePageAtTwoPlacesIsOnePageWhateverCameFirst) {
    PageBytes bare = made_page("z.txt", "Brücke gesperrt");
    bare.outlet = "";
    PageBytes told = bare;
    told.path = "later/z.txt";
    told.url = "https://anzeiger.example/bruecke";
    told.outlet = "Seltstädter Anzeiger";
    const Database first = open();
    fill(first, {bare});
    fill(first, {told});
    const Database second = open(OpenMode::create, "second.db");
    fill(second, {told});
    fill(second, {bare});
    EXPECT_EQ(listed(first), listed(second));
    EXPECT_NE(listed(first).find("later/z.txthttps://anzeiger.example/brueckeSeltstädter Anzeiger"), std::string::npos) << listed(first);
    EXPECT_EQ(*first.number("SELECT count(*) FROM pages"), 1);
    expect_whole(first);
}

TEST_F(IngestTest, PagesKeptWithoutMarksAreMarkedWhenTheyComeWithThem) {
    const Database database = open();
    fill(database, some_pages(), false);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pieces WHERE people LIKE '%Gröger%'"), 0);
    fill(database, some_pages(), true);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pieces WHERE people LIKE '%Gröger%'"), 4);
    fill(database, some_pages(), false);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pieces WHERE people LIKE '%Gröger%'"), 4);
    expect_whole(database);
}

TEST_F(IngestTest, PagesThatCannotBeReadAreReportedAndNotKept) {
    const Database database = open();
    const auto reports = fill(database, {{"empty.txt", "", "", "", ""}, {"binary", std::string(100, '\0'), "", "", ""}});
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].fate, PageFate::refused);
    EXPECT_EQ(reports[1].fate, PageFate::refused);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 0);
}

TEST_F(IngestTest, AnUnfinishedArchiveGoesOnWhereItWas) {
    const Database database = open();
    auto ingest = Ingest::make(database, stages(), IngestOptions{false, false}, [](const std::vector<PageReport>&) { return true; });
    for (int i = 1; i <= 100; ++i) {  // more than a batch; finish comes later
        const std::string place = std::to_string(i * 10);
        TakenPage page = take_page(made_page("crawl.warc#" + place, "Nachricht " + place), stages(), false);
        ASSERT_TRUE(ingest->add({std::move(page), "crawl.warc", place, 5000}));
    }
    const auto stored = database.number("SELECT count(*) FROM pages");
    const auto unfinished = unfinished_archives(database);
    ASSERT_EQ(unfinished->size(), 1U);
    EXPECT_EQ(unfinished->at("crawl.warc").next, std::to_string(*stored * 10));
    EXPECT_EQ(unfinished->at("crawl.warc").size, 5000U);
    ASSERT_TRUE(ingest->finish(std::vector<std::string>{"crawl.warc"}));
    EXPECT_TRUE(unfinished_archives(database)->empty());
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 100);
}

TEST_F(IngestTest, VerifyFindsWhatWasChanged) {
    const Database database = open();
    fill(database, some_pages());
    const auto failures = [&] { return verify_store(database, [](const Error&) {})->failures; };
    EXPECT_EQ(failures(), 0U);
    ASSERT_TRUE(database.run("UPDATE spans SET text = text || '!' WHERE field = 'title'"));
    EXPECT_EQ(failures(), 4U);
    ASSERT_TRUE(database.run("UPDATE pages SET packed = (SELECT packed FROM pages ORDER BY sha256 LIMIT 1)"));
    EXPECT_EQ(failures(), 4U);  // three pages have the bytes of another, the fourth still the wrong title
}

TEST_F(IngestTest, VerifyReadsTheTextOfAPieceAgainstThePage) {
    for (const char* change : {"text = replace(text, 'Vormittag', 'vormittag')", "teaser = 'Das steht nirgends.'", "path = 'woanders.txt'",
                               "url = 'https://nirgends.example/'"}) {
        const Database database = open(OpenMode::create, std::to_string(std::hash<std::string>()(change)) + ".db");
        fill(database, some_pages());
        ASSERT_TRUE(database.run(fmt::format("UPDATE pieces SET {} WHERE page = 1", change)));  // the index takes both for the same words
        EXPECT_GE(verify_store(database, [](const Error&) {})->failures, 1U) << change;
    }
}

// The page declares one encoding, its crawler named another, and that is the one it was read in.
TEST_F(IngestTest, VerifyReadsSpansInTheEncodingOfThePage) {
    const Database database = open();
    PageBytes page = made_page("seite.html", "Wird ersetzt");
    page.bytes =
        "<html><head><meta charset=\"utf-8\"><title>\xBF\xF3\xB3ty most zamkni\xEAty</title></head><body><h1>\xBF\xF3\xB3ty most "
        "zamkni\xEAty</h1>"
        "<p>Most nad rzek\xB1 zosta\xB3 zamkni\xEAty po burzy, poinformowa\xB3 w sobot\xEA rada miasta i "
        "stra\xBF.</p></body></html>";
    page.charset = "iso-8859-2";
    fill(database, {page});
    EXPECT_GT(*database.number("SELECT count(*) FROM spans WHERE field = 'title'"), 0);
    EXPECT_EQ(verify_store(database, [](const Error& e) { ADD_FAILURE() << e.reason; })->failures, 0U);
}

TEST_F(IngestTest, VerifyFindsAWordMissingInTheIndex) {
    const Database database = open();
    fill(database, some_pages());
    ASSERT_TRUE(database.run("UPDATE pieces SET title = 'Etwas ganz anderes' WHERE page = 1"));
    EXPECT_EQ(verify_store(database, [](const Error&) {})->failures, 1U);
}

TEST_F(IngestTest, AStoryIsFoundByAnyOfItsPieces) {
    const Database database = open();
    fill(database, some_pages());
    ASSERT_TRUE(update_stories(database, stages().languages(), 1));
    EXPECT_TRUE(for_each_piece(database, {}, [&](const ListedPiece& p) -> Result<bool> {
        EXPECT_EQ(*find_story(database, p.sha256.substr(0, 12)), p.story);
        return true;
    }));
    EXPECT_EQ(find_story(database, "abc").error().problem, Problem::wrong_usage);
    EXPECT_EQ(find_story(database, "Straße").error().problem, Problem::wrong_usage);
    EXPECT_EQ(find_story(database, "0000000000").error().problem, Problem::not_found);
}

}  // namespace
}  // namespace depesche
