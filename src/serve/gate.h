// The gate: who may ask. A page that a browser has open anywhere can send requests to this machine's own addresses; what tells them from
// the user's is the name they use (Host, against names that are made to point here) and where they come from (Origin, Sec-Fetch-Site).
#pragma once

#include <optional>
#include <string>

#include "serve/exchange.h"

namespace depesche {

struct GateRules {
    std::string bound;  // the address that was bound: "127.0.0.1", "::1", "192.0.2.7"
    int port = 0;
    std::string token;  // what a write needs
};

// The refusal, or nothing when the request may go on. 403: the Host is not localhost, 127.0.0.1, [::1], the address bound or that which the
// connection came in by, each with the port; an Origin that is not one of these over http; a request that a browser says another site made.
// 401: a write without the token, or reading from another machine without it.
// Handles names that were made to point to this machine, and forms that other sites send here. Does not handle another program or user of
// this machine, who may read as the store's owner may. Tests: Gate.*.
[[nodiscard]] std::optional<ApiAnswer> refuse(const ApiRequest& request, const GateRules& rules, bool writes);

// "127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "localhost".
[[nodiscard]] bool is_loopback(std::string_view address);

// An address as it stands in a URL: "[::1]:8787", "127.0.0.1:8787".
[[nodiscard]] std::string host_of(std::string_view address, int port);

}  // namespace depesche
