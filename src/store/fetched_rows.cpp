#include "store/fetched_rows.h"

#include <vector>

#include "base/hash.h"

namespace depesche {

Result<std::optional<FetchedAddress>> find_fetched(const Database& database, const std::string& address) {
    auto statement = database.prepare("SELECT target, etag, modified, stamp, fetched, failures, next FROM fetched WHERE address = ?");
    if (!statement) return statement.error();
    const auto found = statement->with(address).step();
    if (!found) return found.error();
    std::optional<FetchedAddress> row;
    if (!*found) return row;
    row = FetchedAddress{address,
                         std::string(statement->text(0)),
                         std::string(statement->text(1)),
                         std::string(statement->text(2)),
                         statement->number(3),
                         statement->number(4),
                         static_cast<int>(statement->number(5)),
                         statement->number(6)};
    return row;
}

Result<bool> save_fetched(const Database& database, const FetchedAddress& row) {
    return database.run("INSERT OR REPLACE INTO fetched VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row.address, row.target, row.etag, row.modified,
                        row.stamp, row.fetched, row.failures, row.next);
}

Result<std::optional<std::string>> crawled_of_address(const Database& database, const std::string& url) {
    auto statement = database.prepare("SELECT count(*), ifnull(max(crawled), '') FROM places WHERE url = ?1 AND url <> ''");
    if (!statement) return statement.error();
    const auto found = statement->with(url).step();
    if (!found) return found.error();
    std::optional<std::string> crawled;
    if (statement->number(0) > 0) crawled = std::string(statement->text(1));
    return crawled;
}

Result<bool> keep_address_out(const Database& database, const std::string& address) {
    std::vector<std::string> rows;
    auto statement = database.prepare("SELECT address FROM fetched WHERE address = ?1 OR (target = ?1 AND target <> '')");
    if (!statement) return statement.error();
    auto done = for_each_row(statement->with(address), [&](const Statement& row) -> Result<bool> {
        rows.emplace_back(row.text(0));
        return true;
    });
    if (!rows.empty()) rows.push_back(address);
    for (const std::string& row : rows) {
        if (done) done = database.run("INSERT OR IGNORE INTO forgotten VALUES(?)", sha256_hex(row));
        if (done) done = database.run("DELETE FROM fetched WHERE address = ?", row);
    }
    return done;
}

Result<bool> save_host_wait(const Database& database, const std::string& host, int failures, std::int64_t next) {
    if (failures == 0) return database.run("DELETE FROM host_waits WHERE host = ?", host);
    return database.run("INSERT OR REPLACE INTO host_waits VALUES(?, ?, ?)", host, failures, next);
}

Result<bool> for_each_host_wait(const Database& database, const std::function<void(const std::string&, int, std::int64_t)>& use) {
    auto statement = database.prepare("SELECT host, failures, next FROM host_waits");
    if (!statement) return statement.error();
    return for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        use(std::string(row.text(0)), static_cast<int>(row.number(1)), row.number(2));
        return true;
    });
}

}  // namespace depesche
