#include "store/store_file.h"

#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "store/raw_file.h"
#include "store/schema.h"
#include "store/search_words.h"
#include "store/sql_functions.h"

namespace depesche {
namespace {

Error refuse(const std::string& path, std::string reason) { return {Problem::bad_format, std::move(reason), path, {}}; }

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

bool is_empty(const std::string& path) {
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    return code || size == 0;
}

// Looks at the bytes alone (SQLite's file format, section 1.3): its first 16, and whether all pages that it counts are there. The count is
// only believed when nobody is in the middle of writing (no log beside it).
Result<bool> check_bytes(const std::string& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    const auto file = RawFile::open(path);
    if (!file) return file.error();
    constexpr std::size_t header_bytes = 100;
    const std::string header = file->head(header_bytes);
    const std::string_view bytes = header;
    if (!bytes.starts_with(magic)) return refuse(path, "it is no SQLite file");
    if (bytes.size() < header_bytes) return refuse(path, "the store is cut off; take it from a copy");
    const std::uint64_t page_size = big_endian(bytes.substr(16, 2)) == 1 ? 65536 : big_endian(bytes.substr(16, 2));
    const std::uint64_t pages = big_endian(bytes.substr(28, 4));
    const bool count_is_valid = bytes.substr(24, 4) == bytes.substr(92, 4);
    if (!count_is_valid || !is_empty(path + "-wal")) return true;
    const std::uint64_t size = file->size();
    if (size < pages * page_size)
        return refuse(path, fmt::format("the store is cut off: {} of {} bytes are there; take it from a copy", size, pages * page_size));
    return true;
}

Result<bool> check_version(const Database& database, OpenMode mode, std::int64_t tables) {
    const std::string& path = database.path();
    const auto application = database.number("PRAGMA application_id");
    if (!application) return application.error();
    const auto version = database.number("PRAGMA user_version");
    if (!version) return version.error();
    if (tables > 0 && *application != store_application_id)
        return refuse(path, "it is a database of another program, no store of Depesche");
    if (*version > store_version)
        return refuse(path,
                      fmt::format("its version {} is newer than this program knows ({}); use a newer Depesche", *version, store_version));
    if (*version == store_version || mode != OpenMode::read || tables == 0) return true;
    // Who only wants to read brings it up to date as well, and reads on: the next statement sees the new tables.
    const auto writable = open_store(path, OpenMode::write);
    if (writable) return true;
    if (writable.error().problem != Problem::no_rights) return writable.error();
    return refuse(path,
                  fmt::format("its version {} is older than {}, and there is no right to bring it up to date; `depesche list --store` by "
                              "someone who may write to it does",
                              *version, store_version));
}

// Settings of a connection: foreign keys, what is deleted is overwritten, a commit is on the disk.
Result<bool> prepare_connection(const Database& database, OpenMode mode) {
    if (auto done = register_search_words(database); !done) return done;
    if (auto done = register_functions(database); !done) return done;
    if (mode == OpenMode::read) return true;
    return database.run("PRAGMA foreign_keys = 1; PRAGMA secure_delete = 1; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
}

}  // namespace

Result<Database> open_store(const std::string& path, OpenMode mode) {
    std::error_code code;
    const bool exists = std::filesystem::exists(path, code);
    if (exists && std::filesystem::is_directory(path, code)) return refuse(path, "it is a folder, no store");
    if (exists && !is_empty(path)) {
        if (auto good = check_bytes(path); !good) return good.error();
    }
    auto database = Database::open(path, mode);
    if (!database) return database;
    const auto tables = database->number("SELECT count(*) FROM sqlite_master");
    if (!tables) return tables.error();
    if (*tables == 0 && mode != OpenMode::create) return refuse(path, "there is no store in it yet; `depesche ingest --store` makes one");
    if (auto good = check_version(*database, mode, *tables); !good) return good.error();
    if (auto done = prepare_connection(*database, mode); !done) return done.error();
    if (mode == OpenMode::read) return database;
    const auto version = database->number("PRAGMA user_version");
    if (!version) return version.error();
    if (*version < store_version) {
        if (auto done = bring_to_version(*database); !done) return done.error();
    }
    if (auto done = database->run("PRAGMA journal_mode = WAL"); !done) return done.error();
    return database;
}

}  // namespace depesche
