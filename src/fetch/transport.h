// Transport: one request to a server and its answer. It follows no redirect and waits for nobody; fetch/polite.h does.
#pragma once

#include <cstddef>
#include <string>

#include <depesche/result.h>

#include "fetch/web_address.h"

namespace depesche {

struct WebRequest {
    WebAddress address;
    std::string etag;       // If-None-Match; "" for none
    std::string modified;   // If-Modified-Since; "" for none
    std::size_t limit = 0;  // bytes of the decoded body that are taken
};

// Fields of the header are as the server wrote them, "" when there are none.
struct WebAnswer {
    int status = 0;
    std::string body;  // content coding taken off
    bool cut = false;  // there was more than the limit
    std::string content_type;
    std::string etag;
    std::string modified;
    std::string location;
    std::string retry_after;
};

class Transport {
public:
    virtual ~Transport() = default;
    // Errors: no_rights when the host's address may not be connected to; truncated for a body shorter than announced; bad_format for a
    // broken content coding; too_large for an endless header; cannot_read for all other failures, with the time limits.
    [[nodiscard]] virtual Result<WebAnswer> get(const WebRequest& request) = 0;
};

}  // namespace depesche
