// The server's wire: HTTP/1.1 in, ApiRequest and ApiAnswer between. The one place that knows the HTTP library.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <depesche/result.h>

#include "serve/exchange.h"

namespace depesche {

struct HttpServerOptions {
    std::string address = "127.0.0.1";
    int port = 8787;  // 0: any that is free
    unsigned workers = 8;
};

// What answers. Called on several threads.
struct HttpServerCalls {
    // Before a body is read: a refusal, or nothing.
    std::function<std::unique_ptr<ApiAnswer>(const ApiRequest&)> refuse;
    std::function<ApiAnswer(const ApiRequest&)> answer;
};

class HttpServer {
public:
    // Binds and listens; nothing is answered before run(). Errors: wrong_usage (no such address), no_rights, cannot_read (the port is
    // taken).
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> make(const HttpServerOptions& options, HttpServerCalls calls);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] int port() const;
    // Until stop(), which may be called from a signal handler.
    void run();
    void stop() noexcept;
    // Sends an event, named and with data of one line, to all who listen. From any thread.
    void tell(std::string_view event, std::string_view data);

private:
    struct Parts;
    explicit HttpServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
