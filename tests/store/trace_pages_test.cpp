#include "store/trace_pages.h"

#include <algorithm>

#include "store/made_store.h"

namespace depesche {
namespace {

class TracePagesTest : public StoreTest {
protected:
    // Pages a to t about as many roads, and two with a quote of their own.
    void fill_store(const Database& database) {
        std::vector<PageBytes> pages;
        for (char name = 'a'; name <= 't'; ++name)
            pages.push_back(made_page(std::string(1, name), fmt::format("Ringstraße {} gesperrt", name), 1 + name - 'a'));
        pages.push_back(with_quote("x", "Wir haben jede Kabine einzeln abgeseilt, und keiner hat gemurrt"));
        pages.push_back(with_quote("y", "Wir haben jede Gondel einzeln abgeseilt und niemand hat gemurrt"));
        fill(database, pages);
    }

    static PageBytes with_quote(const std::string& name, const std::string& words) {
        PageBytes page = made_page(name, "Seilbahn steht still, Fahrgäste gerettet");
        page.bytes += "\n„" + words + "“, sagte Einsatzleiter Ruprecht Zehnder am Abend.\n";
        return page;
    }

    static std::vector<std::string> paths(const Result<TracePages>& found) {
        std::vector<std::string> out;
        for (const PageBytes& page : found->pages) out.push_back(page.path);
        std::ranges::sort(out);
        return out;
    }
};

TEST_F(TracePagesTest, FindsTheWordsAndANearFormAndNothingElse) {
    const Database database = open();
    fill_store(database);
    EXPECT_EQ(paths(pages_that_may_have(database, "Wir haben jede Kabine einzeln abgeseilt")), (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(paths(pages_that_may_have(database, "WIR HABEN JEDE GONDEL EINZELN ABGESEILT")), (std::vector<std::string>{"x", "y"}));
}

TEST_F(TracePagesTest, WhatTheStoreDoesNotHaveIsNotFound) {
    const Database database = open();
    fill_store(database);
    EXPECT_TRUE(pages_that_may_have(database, "Der Walfang bleibt verboten")->pages.empty());
    EXPECT_TRUE(pages_that_may_have(database, " – ! ")->pages.empty());
    EXPECT_TRUE(pages_that_may_have(database, "\" OR words MATCH \"")->pages.empty());
}

TEST_F(TracePagesTest, SaysWhenThereAreMoreThanAskedFor) {
    const Database database = open();
    fill_store(database);
    const auto found = pages_that_may_have(database, "nachdem mehrere Anwohner Alarm geschlagen hatten", 5);
    EXPECT_EQ(found->pages.size(), 5U);
    EXPECT_TRUE(found->cut);
}

TEST_F(TracePagesTest, AReadOnlyStoreIsAskedAsWell) {
    { fill_store(open()); }
    EXPECT_EQ(pages_that_may_have(open(OpenMode::read), "jede Kabine einzeln abgeseilt")->pages.size(), 2U);
}

}  // namespace
}  // namespace depesche
