#include "store/forget.h"

#include <fstream>

#include "store/corrections.h"
#include "store/made_store.h"
#include "store/packed_bytes.h"
#include "store/story_catalog.h"
#include "store/verify_store.h"

namespace depesche {
namespace {

class ForgetTest : public StoreTest {
protected:
    static PageBytes secret_page() {
        PageBytes page = made_page("secret.txt", "Xylonatrebek in Seltstadt gesichtet", 14);
        page.bytes +=
            "\n„Quorzimandel war hier und hat alle erschreckt“, sagte Zaphirelda Unkenbrink am Montag in Seltstadt. Danach zog das Tier "
            "nach "
            "Angaben der Polizei weiter in den Wald, wo es am Abend noch einmal gesehen wurde.\n";
        page.url = "https://anzeiger.example/vropsilak";
        return page;
    }
    // Everything that lies beside the store on the disk.
    [[nodiscard]] std::string all_bytes() const {
        std::string all;
        for (const char* behind : {"", "-wal", "-shm"}) {
            std::ifstream file(path() + behind, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }
    static std::vector<PageBytes> others() {
        std::vector<PageBytes> pages;
        for (int i = 1; i < 30; ++i) pages.push_back(made_page(fmt::format("n{}", i), fmt::format("Nachricht Nummer {}", i), i));
        return pages;
    }
};

TEST_F(ForgetTest, NothingOfThePageIsLeftInTheFile) {
    const Database database = open();
    fill(database, others(), true);
    fill(database, {secret_page()}, true);
    ASSERT_TRUE(update_stories(database, stages().languages(), 1));
    const std::string sha256 = sha256_hex(secret_page().bytes);
    ASSERT_TRUE(add_correction(database, {0, CorrectionKind::speaker, sha256, "", {0, 5}, "Wolfrimund Aschgrube"}));
    ASSERT_TRUE(write_story_counts(database, sha256, 1, {1, 0, {"Anzeiger von Quorzimandel"}, {"quorzimandel"}}));
    const std::string packed = pack_bytes(secret_page().bytes);
    const std::vector<std::string> words = {"ylonatrebek", "uorzimandel", "aphirelda",          "nkenbrink",
                                            "vropsilak",   "Wolfrimund",  packed.substr(20, 40)};
    const std::string before = all_bytes();
    for (const std::string& word : words) EXPECT_NE(before.find(word), std::string::npos) << word;

    const auto forgotten = forget_pages(database, "https://anzeiger.example/vropsilak");
    ASSERT_TRUE(forgotten) << forgotten.error().reason;
    EXPECT_EQ(forgotten->pages, 1U);
    EXPECT_TRUE(forgotten->log_cleared);
    const std::string after = all_bytes();
    for (const std::string& word : words) EXPECT_EQ(after.find(word), std::string::npos) << word;
    ASSERT_TRUE(update_stories(database, stages().languages(), 1));
    EXPECT_EQ(verify_store(database, [](const Error& e) { ADD_FAILURE() << e.reason; })->failures, 0U);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 29);
}

TEST_F(ForgetTest, StaysOutUnlessAskedForAgain) {
    const Database database = open();
    fill(database, {secret_page()});
    ASSERT_TRUE(forget_pages(database, sha256_hex(secret_page().bytes).substr(0, 12)));
    EXPECT_EQ(fill(database, {secret_page()}).front().fate, PageFate::kept_out);
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 0);
    EXPECT_EQ(fill(database, {secret_page()}, false, true).front().fate, PageFate::stored);
    EXPECT_EQ(fill(database, {secret_page()}).front().fate, PageFate::known);
}

TEST_F(ForgetTest, AnAddressStaysOutWithOtherBytesToo) {
    const Database database = open();
    fill(database, {secret_page()});
    ASSERT_TRUE(forget_pages(database, secret_page().url));
    PageBytes changed = secret_page();
    changed.bytes += "\nNachtrag am Abend.\n";
    EXPECT_EQ(fill(database, {changed}).front().fate, PageFate::kept_out);
    EXPECT_EQ(fill(database, {made_page("a.txt", "Brücke gesperrt")}).front().fate, PageFate::stored);
}

TEST_F(ForgetTest, APathNamesAPageToo) {
    const Database database = open();
    fill(database, {secret_page()});
    EXPECT_EQ(forget_pages(database, "no.txt").error().problem, Problem::not_found);
    EXPECT_EQ(forget_pages(database, "abcd").error().problem, Problem::not_found);  // too short for a hash
    EXPECT_EQ(forget_pages(database, "secret.txt")->pages, 1U);
}

}  // namespace
}  // namespace depesche
