#include "store/store_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "store/made_store.h"
#include "store/packed_bytes.h"
#include "store/schema.h"

namespace depesche {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

class StoreFile : public StoreTest {
protected:
    // Refused for writing and reading, with this in the sentence, and not a byte is changed.
    void expect_refused(const std::string& name, std::string_view words) const {
        const std::string before = bytes_of(path(name));
        for (const OpenMode mode : {OpenMode::create, OpenMode::write, OpenMode::read}) {
            const auto database = open_store(path(name), mode);
            ASSERT_FALSE(database);
            EXPECT_NE(database.error().reason.find(words), std::string::npos) << database.error().reason;
            EXPECT_EQ(database.error().place, path(name));
        }
        EXPECT_EQ(bytes_of(path(name)), before);
    }
    void make_store() const { fill(open(), {made_page("a.txt", "Brücke gesperrt"), made_page("b.txt", "Hafen offen")}); }
};

TEST_F(StoreFile, OpensWhatItMade) {
    make_store();
    EXPECT_EQ(*open(OpenMode::read).number("SELECT count(*) FROM pages"), 2);
}

TEST_F(StoreFile, IsMadeOnlyByWhoMayMakeIt) {
    for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
        EXPECT_EQ(open_store(path(), mode).error().problem, Problem::not_found);
        EXPECT_FALSE(std::filesystem::exists(path()));
    }
}

TEST_F(StoreFile, RefusesWhatIsNoDatabase) {
    write(path("page.html"), "<html><body>Eine Seite, aber keine Datenbank.</body></html>");
    expect_refused("page.html", "no SQLite file");
}

TEST_F(StoreFile, RefusesTheDatabaseOfAnotherProgram) {
    ASSERT_TRUE(Database::open(path("other.db"), OpenMode::create)->run("CREATE TABLE songs(title)"));
    expect_refused("other.db", "another program");
}

TEST_F(StoreFile, RefusesANewerVersion) {
    make_store();
    ASSERT_TRUE(open(OpenMode::write).run("PRAGMA user_version = 99"));
    expect_refused("store.db", "newer");
}

TEST_F(StoreFile, RefusesAStoreThatIsCutOff) {
    make_store();
    const std::string whole = bytes_of(path());
    for (const std::size_t size : {whole.size() / 2, whole.size() - 1, std::size_t{4096}, std::size_t{50}}) {
        write(path("cut.db"), whole.substr(0, size));
        expect_refused("cut.db", "cut off");
    }
}

TEST_F(StoreFile, ReadsNeverWrite) {
    make_store();
    const Database database = open(OpenMode::read);
    EXPECT_FALSE(database.run("DELETE FROM pages"));
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 2);
}

TEST_F(StoreFile, ATransactionThatIsNotCommittedLeavesNothing) {
    const Database database = open();
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database.run("INSERT INTO pages(sha256, size, packed) VALUES('a', 1, x'00')"));
    }
    EXPECT_EQ(*database.number("SELECT count(*) FROM pages"), 0);
}

TEST_F(StoreFile, AFullDiskIsToldAndCostsOnlyTheBatch) {
    const Database database = open();
    fill(database, {made_page("a.txt", "Brücke gesperrt")});
    ASSERT_TRUE(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
    const auto pages = database.number("PRAGMA page_count");
    ASSERT_TRUE(database.number("PRAGMA max_page_count = " + std::to_string(*pages + 2)));
    auto ingest = Ingest::make(database, stages(), IngestOptions{false, false}, [](const std::vector<PageReport>&) { return true; });
    std::string error;
    for (int i = 0; i < 400 && error.empty(); ++i) {
        const auto added =
            ingest->add({take_page(made_page(fmt::format("n{}", i), fmt::format("Nachricht {}", i)), stages(), false), {}, {}, 0});
        if (!added) error = added.error().reason;
    }
    EXPECT_NE(error.find("disk is full"), std::string::npos) << error;
    EXPECT_FALSE(database.in_transaction());
    EXPECT_EQ(*open(OpenMode::read).number("SELECT count(*) FROM pages"), 1);
}

TEST_F(StoreFile, AWriterThatWaitsTooLongIsTold) {
    const Database first = open();
    auto transaction = Transaction::begin(first);
    ASSERT_TRUE(transaction);
    auto second = Database::open(path(), OpenMode::write, 50);
    const auto refused = Transaction::begin(*second);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().reason.find("another program is writing"), std::string::npos);
}

// A program that looks at the store and goes must not take itself for the last at it, and delete the log that is still written to.
TEST_F(StoreFile, LookingAtAStoreThatIsInUseLeavesItsLocks) {
    const Database first = open();
    ASSERT_TRUE(first.run("INSERT INTO forgotten VALUES('a')"));
    { const Database second = open(OpenMode::read); }
    ASSERT_TRUE(std::filesystem::exists(path() + "-wal"));
    const std::string other = std::string(DEPESCHE_PROGRAM) + " list --store '" + path() + "' > /dev/null";
    ASSERT_EQ(std::system(other.c_str()), 0);
    EXPECT_TRUE(std::filesystem::exists(path() + "-wal"));
    ASSERT_TRUE(first.run("INSERT INTO forgotten VALUES('b')"));
    EXPECT_EQ(*open(OpenMode::read).number("SELECT count(*) FROM forgotten"), 2);
}

TEST(PackedBytes, ComeBackAsTheyWere) {
    const std::string bytes("Ein \0 Satz, ein Satz, ein Satz.", 31);
    EXPECT_EQ(*unpack_bytes(pack_bytes(bytes), bytes.size()), bytes);
}

TEST(PackedBytes, OneFlippedBitAnywhereIsFound) {
    const std::string bytes = "Zeile um Zeile um Zeile, und noch eine Zeile.";
    const std::string packed = pack_bytes(bytes);
    for (std::size_t at = 0; at < packed.size(); ++at) {
        std::string broken = packed;
        broken[at] = static_cast<char>(broken[at] ^ 1);
        const auto unpacked = unpack_bytes(broken, bytes.size());
        EXPECT_TRUE(!unpacked || *unpacked == bytes) << at;
    }
    EXPECT_FALSE(unpack_bytes(packed, bytes.size() + 1));
    EXPECT_FALSE(unpack_bytes(packed, std::size_t{1} << 60U));
    EXPECT_FALSE(unpack_bytes({}, 0));
}

}  // namespace
}  // namespace depesche
