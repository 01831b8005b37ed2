// Fetched rows: what watching feeds keeps of addresses and hosts between two runs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

// Times are seconds since 1970, 0 for none.
struct FetchedAddress {
    std::string address;  // as it is listed
    std::string target;   // where it led, when that is another address
    std::string etag;
    std::string modified;
    std::int64_t stamp = 0;    // the date that its entry gave
    std::int64_t fetched = 0;  // when
    int failures = 0;          // in a row
    std::int64_t next = 0;     // when it may be asked for again
};

[[nodiscard]] Result<std::optional<FetchedAddress>> find_fetched(const Database& database, const std::string& address);
[[nodiscard]] Result<bool> save_fetched(const Database& database, const FetchedAddress& row);

// All that is known of an address.
struct AddressState {
    bool is_forgotten = false;
    std::optional<FetchedAddress> fetched;
    std::optional<std::string> crawled;  // its page's last time, however it came into the store: ISO 8601, "" when nobody said
};

// For looking up the addresses of a feed, a hundred thousand of them: its statement is prepared once.
class AddressStates {
public:
    [[nodiscard]] static Result<AddressStates> make(const Database& database);
    [[nodiscard]] Result<AddressState> find(const std::string& address);

private:
    explicit AddressStates(Statement statement) : statement_(std::move(statement)) {}
    Statement statement_;
};

// When the address was fetched, or another was that led to it: those rows go, and their addresses are kept out like forgotten pages.
[[nodiscard]] Result<bool> keep_address_out(const Database& database, const std::string& address);

// Takes out what is of no use any more: waits that ended a day ago, and addresses that failed and were not tried for thirty days.
[[nodiscard]] Result<bool> erase_old_fetches(const Database& database, std::int64_t now);

// A host is to be left alone; no failures: no more.
[[nodiscard]] Result<bool> save_host_wait(const Database& database, const std::string& host, int failures, std::int64_t next);
[[nodiscard]] Result<bool> for_each_host_wait(const Database& database,
                                              const std::function<void(const std::string& host, int failures, std::int64_t next)>& use);

}  // namespace depesche
