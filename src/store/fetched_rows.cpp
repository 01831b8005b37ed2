#include "store/fetched_rows.h"

#include <vector>

#include "base/hash.h"

namespace depesche {

Result<std::optional<FetchedAddress>> find_fetched(const Database& database, const std::string& address) {
    auto states = AddressStates::make(database);
    if (!states) return states.error();
    auto state = states->find(address);
    if (!state) return state.error();
    return std::move(state->fetched);
}

Result<AddressStates> AddressStates::make(const Database& database) {
    auto statement = database.prepare(
        "SELECT EXISTS(SELECT 1 FROM forgotten WHERE sha256 = ?2), "
        "(SELECT max(crawled) FROM places WHERE url = ?1 AND url <> ''), "
        "address, target, etag, modified, stamp, fetched, failures, next FROM (SELECT 1) LEFT JOIN fetched ON address = ?1");
    if (!statement) return statement.error();
    return AddressStates(std::move(*statement));
}

Result<AddressState> AddressStates::find(const std::string& address) {
    const auto found = statement_.with(address, sha256_hex(address)).step();
    if (!found) return found.error();
    const auto text = [&](int column) { return std::string(statement_.text(column)); };
    AddressState state;
    state.is_forgotten = statement_.number(0) > 0;
    if (!statement_.is_null(1)) state.crawled = text(1);
    if (!statement_.is_null(2))
        state.fetched = FetchedAddress{text(2),
                                       text(3),
                                       text(4),
                                       text(5),
                                       statement_.number(6),
                                       statement_.number(7),
                                       static_cast<int>(statement_.number(8)),
                                       statement_.number(9)};
    statement_.reset();
    return state;
}

Result<bool> save_fetched(const Database& database, const FetchedAddress& row) {
    return database.run("INSERT OR REPLACE INTO fetched VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row.address, row.target, row.etag, row.modified,
                        row.stamp, row.fetched, row.failures, row.next);
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

Result<bool> erase_old_fetches(const Database& database, std::int64_t now) {
    constexpr std::int64_t day = 24L * 60 * 60;
    auto done = database.run("DELETE FROM host_waits WHERE next < ?", now - day);
    if (done) done = database.run("DELETE FROM fetched WHERE failures > 0 AND fetched < ?", now - 30 * day);
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
