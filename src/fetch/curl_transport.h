// CurlTransport: requests over libcurl. It connects to no address that `networks` does not allow: the address is looked at when the socket
// is made, after the name was resolved, so a name that resolves differently the second time gains nothing. No proxy, no cookies, no
// passwords from files, no other protocol than HTTP.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "fetch/networks.h"
#include "fetch/transport.h"

namespace depesche {

class CurlTransport final : public Transport {
public:
    // `is_over` is asked while an answer is on its way, several times a second.
    CurlTransport(std::string user_agent, AllowedNetworks networks, std::function<bool()> is_over);
    ~CurlTransport() override;
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    [[nodiscard]] Result<WebAnswer> get(const WebRequest& request) override;

private:
    struct Connection;
    std::string user_agent_;
    AllowedNetworks networks_;
    std::function<bool()> is_over_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace depesche
