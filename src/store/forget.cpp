#include "store/forget.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "store/fetched_rows.h"
#include "store/page_rows.h"

namespace depesche {
namespace {

constexpr std::size_t least_digits = 12;

struct MeantPage {
    std::int64_t row = 0;
    std::string sha256;
};

bool is_hash(std::string_view name) {
    return name.size() >= least_digits && name.size() <= 64 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::vector<MeantPage>> meant_pages(const Database& database, std::string_view name) {
    std::vector<MeantPage> pages;
    auto statement =
        database.prepare(is_hash(name) ? "SELECT id, sha256 FROM pages WHERE sha256 >= ?1 AND sha256 < ?1 || 'g'"
                                       : "SELECT DISTINCT id, sha256 FROM pages JOIN places ON page = id WHERE path = ?1 OR url = ?1");
    if (!statement) return statement.error();
    auto done = for_each_row(statement->with(name), [&](const Statement& row) -> Result<bool> {
        pages.push_back({row.number(0), std::string(row.text(1))});
        return true;
    });
    if (!done) return done.error();
    return pages;
}

// Of a page that was fetched also the addresses stay out, or the next look at its feed would bring it again.
Result<bool> erase_addresses(const Database& database, std::int64_t row) {
    auto statement = database.prepare("SELECT DISTINCT url FROM places WHERE page = ? AND url <> ''");
    if (!statement) return statement.error();
    return for_each_row(statement->with(row),
                        [&](const Statement& place) { return keep_address_out(database, std::string(place.text(0))); });
}

Result<bool> erase_page(const Database& database, const MeantPage& page) {
    auto done = erase_addresses(database, page.row);
    if (done) done = database.run("DELETE FROM story_counts");  // places and names are from pages, and counted again
    if (done) done = erase_piece(database, page.row);
    for (const char* sql :
         {"DELETE FROM story_pieces WHERE page = ?", "DELETE FROM places WHERE page = ?", "DELETE FROM pages WHERE id = ?"}) {
        if (done) done = database.run(std::string_view(sql), page.row);
    }
    for (const char* sql :
         {"DELETE FROM corrections WHERE page = ?1 OR other = ?1", "DELETE FROM story_events WHERE instr(before, ?1) OR instr(after, ?1)",
          "INSERT OR IGNORE INTO forgotten VALUES(?1)"}) {
        if (done) done = database.run(std::string_view(sql), page.sha256);
    }
    return done;
}

// The index drops words of deleted pages only when its parts are merged; the file drops free space only when it is written anew; the log
// holds what was written until it is cut off.
Result<bool> overwrite(const Database& database) {
    auto done = database.run("INSERT INTO words(words) VALUES('optimize')");
    if (done) done = database.run("VACUUM");
    return done;
}

}  // namespace

Result<ForgottenPages> forget_pages(const Database& database, std::string_view name) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto pages = meant_pages(database, name);
    if (!pages) return pages.error();
    if (pages->empty()) {
        const bool few_digits = name.size() < least_digits && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
        return Error{Problem::not_found,
                     few_digits ? fmt::format("to forget a page at least {} digits of its hash are needed", least_digits)
                                : "no page of the store has this hash, address or path",
                     std::string(name),
                     {}};
    }
    for (const MeantPage& page : *pages) {
        if (auto done = erase_page(database, page); !done) return done.error();
    }
    if (name.find("://") != std::string_view::npos) {
        if (auto done = database.run("INSERT OR IGNORE INTO forgotten VALUES(?)", sha256_hex(name)); !done) return done.error();
    }
    if (auto done = transaction->commit(); !done) return done.error();
    if (auto done = overwrite(database); !done) return done.error();
    const auto busy = database.number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy) return busy.error();
    return ForgottenPages{pages->size(), *busy == 0};
}

Result<bool> is_forgotten(const Database& database, std::string_view sha256, std::string_view url) {
    const auto found =
        database.number("SELECT count(*) FROM forgotten WHERE sha256 = ? OR sha256 = ?", sha256, url.empty() ? "" : sha256_hex(url));
    if (!found) return found.error();
    return *found > 0;
}

Result<bool> allow_again(const Database& database, std::string_view sha256, std::string_view url) {
    return database.run("DELETE FROM forgotten WHERE sha256 = ? OR sha256 = ?", sha256, url.empty() ? "" : sha256_hex(url));
}

}  // namespace depesche
