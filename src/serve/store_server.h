// The server over a store: wire, gate, routes, and a thread that keeps the stories current.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include <depesche/result.h>

#include "serve/gate.h"
#include "serve/http_server.h"
#include "serve/served_store.h"

namespace depesche {

struct ServeOptions {
    std::string address = "127.0.0.1";
    int port = 8787;       // 0: any that is free
    std::string token;     // what writes need
    unsigned workers = 0;  // 0: two for each core, at least 8
};

class StoreServer {
public:
    // Listens. `tell` is given what goes wrong while it runs. Errors: those of HttpServer::make.
    [[nodiscard]] static Result<std::unique_ptr<StoreServer>> make(ServedStore& store, const ServeOptions& options,
                                                                   std::function<void(const Error&)> tell);
    ~StoreServer();
    StoreServer(const StoreServer&) = delete;
    StoreServer& operator=(const StoreServer&) = delete;

    [[nodiscard]] int port() const { return wire_->port(); }
    // Until stop(), which may be called from a signal handler.
    void run();
    void stop() noexcept { wire_->stop(); }

private:
    StoreServer(ServedStore& store, std::function<void(const Error&)> tell) : store_(store), tell_(std::move(tell)) {}
    [[nodiscard]] ApiAnswer answer(const ApiRequest& request);
    void keep_current();
    bool keep_current_once();  // whether there is more to do at once
    [[nodiscard]] bool still_changing();
    void tell_change();

    ServedStore& store_;
    std::function<void(const Error&)> tell_;
    GateRules rules_;
    std::unique_ptr<HttpServer> wire_;
    std::thread background_;
    std::mutex mutex_;
    std::condition_variable over_;
    bool ended_ = false;
    std::atomic<std::int64_t> told_ = -1;  // the change that was told last
    std::int64_t seen_ = -1;               // of the thread that keeps the stories current
    int looks_ = 0;
    std::size_t count_next_ = 20;  // the first page has its counts soon
};

}  // namespace depesche
