#include "serve/store_server.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "base/in_order.h"
#include "serve/router.h"
#include "serve/story_json.h"

namespace depesche {
namespace {

constexpr auto look_every = std::chrono::milliseconds(500);  // at whether another program changed the store
constexpr std::size_t counted_later = 200;                   // stories at a time; a new list is made after each
constexpr int most_looks = 20;

}  // namespace

Result<std::unique_ptr<StoreServer>> StoreServer::make(ServedStore& store, const ServeOptions& options,
                                                       std::function<void(const Error&)> tell) {
    std::unique_ptr<StoreServer> server(new StoreServer(store, std::move(tell)));
    StoreServer* self = server.get();
    HttpServerOptions wire;
    wire.address = options.address;
    wire.port = options.port;
    wire.workers = options.workers > 0 ? options.workers : std::max(8U, 2 * threads_for(0));
    HttpServerCalls calls;
    calls.refuse = [self](const ApiRequest& request) -> std::unique_ptr<ApiAnswer> {
        auto refusal = refuse(request, self->rules_, is_write(request));
        return refusal ? std::make_unique<ApiAnswer>(std::move(*refusal)) : nullptr;
    };
    calls.answer = [self](const ApiRequest& request) { return self->answer(request); };
    auto made = HttpServer::make(wire, std::move(calls));
    if (!made) return made.error();
    server->wire_ = std::move(*made);
    server->rules_ = {options.address, server->wire_->port(), options.token};
    return server;
}

StoreServer::~StoreServer() = default;

void StoreServer::run() {
    background_ = std::thread([this] { keep_current(); });
    wire_->run();
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    over_.notify_all();
    background_.join();
}

// Nothing that goes wrong with one request ends the server.
ApiAnswer StoreServer::answer(const ApiRequest& request) {
    try {
        ApiAnswer answer = answer_request(request, store_);
        if (is_write(request)) tell_change();
        return answer;
    } catch (const std::exception& failure) {
        tell_({Problem::cannot_read, failure.what(), {}, {}});
        return error_answer(500, "an unexpected problem; the server goes on");
    }
}

void StoreServer::tell_change() {
    const auto list = store_.stories();
    const std::int64_t before = told_.exchange(list->change());
    if (before != list->change()) wire_->tell("change", change_event(*list));
}

// True when another program is in the middle of bringing pages: stories are found when it pauses, or after some looks all the same.
bool StoreServer::still_changing() {
    const auto now = store_.change();
    if (!now || *now == store_.stories()->change()) {
        looks_ = 0;
        return false;
    }
    const bool changing = *now != std::exchange(seen_, *now) && ++looks_ < most_looks;
    if (!changing) looks_ = 0;
    return changing;
}

bool StoreServer::keep_current_once() {
    try {
        if (!still_changing()) {
            const auto changed = store_.refresh();
            if (!changed) tell_(changed.error());
            else if (*changed) {
                told_ = store_.stories()->change();
                wire_->tell("change", change_event(*store_.stories()));
            }
        }
        const auto counted = store_.count_some(std::exchange(count_next_, counted_later), tell_);
        if (!counted) tell_(counted.error());
        return counted && *counted > 0;
    } catch (const std::exception& failure) {
        tell_({Problem::cannot_read, failure.what(), {}, {}});
        return false;
    }
}

void StoreServer::keep_current() {
    told_ = store_.stories()->change();
    while (true) {
        const bool more = keep_current_once();
        std::unique_lock lock(mutex_);
        if (over_.wait_for(lock, more ? std::chrono::milliseconds(1) : look_every, [this] { return ended_; })) return;
    }
}

}  // namespace depesche
