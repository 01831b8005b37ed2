// A store in a folder of its own that goes with it, and pages of our own writing to fill it with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/hash.h"
#include "store/ingest.h"
#include "store/store_file.h"
#include "store/story_rows.h"
#include "store/update_stories.h"

namespace depesche {

class StoreTest : public testing::Test {
protected:
    StoreTest() {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        // With the process in its name: the tests of two builds may run beside each other.
        folder_ =
            std::filesystem::temp_directory_path() / fmt::format("depesche-{}-{}-{}", info->test_suite_name(), info->name(), ::getpid());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    ~StoreTest() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name = "store.db") const { return (folder_ / name).string(); }

    [[nodiscard]] Database open(OpenMode mode = OpenMode::create, const std::string& name = "store.db") const {
        auto database = open_store(path(name), mode);
        EXPECT_TRUE(database) << database.error().reason;
        return std::move(*database);
    }

    static const Stages& stages() {
        static const Stages instance;
        return instance;
    }

    // Takes the pages in, in this order; what was reported.
    static std::vector<PageReport> fill(const Database& database, const std::vector<PageBytes>& pages, bool marks = false,
                                        bool again = false) {
        std::vector<PageReport> all;
        auto ingest = Ingest::make(database, stages(), IngestOptions{marks, again}, [&](const std::vector<PageReport>& reports) {
            all.insert(all.end(), reports.begin(), reports.end());
            return true;
        });
        for (const PageBytes& page : pages) EXPECT_TRUE(ingest->add({take_page(page, stages(), marks), {}, {}, 0}));
        EXPECT_TRUE(ingest->finish());
        return all;
    }

private:
    std::filesystem::path folder_;
};

// A page of plain text as a crawler stores it; `day` is a day of March 2026.
inline PageBytes made_page(const std::string& name, const std::string& title, int day = 14) {
    const std::string date = fmt::format("{:02}", day);
    return {
        name,
        "Anzeiger für Seltstadt\n\n" + title + "\n\n" + date + ".03.2026, 10:15\n\n" + title +
            ". Das teilte die Stadtverwaltung von Seltstadt am Vormittag mit, nachdem mehrere Anwohner Alarm geschlagen hatten.\n\n"
            "„Wir haben sofort gehandelt“, sagte Bürgermeisterin Marlene Gröger am Nachmittag vor dem Rathaus. Verletzt wurde niemand.\n",
        "", "Anzeiger für Seltstadt", ""};
}

}  // namespace depesche
