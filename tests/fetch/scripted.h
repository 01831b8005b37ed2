// A network and a clock that do what a test says: answers by address, and time that passes only by waiting.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "fetch/transport.h"
#include "fetch/watch_clock.h"

namespace depesche {

class ScriptedClock final : public WatchClock {
public:
    [[nodiscard]] WatchTime now() const override { return now_; }
    void wait_until(WatchTime time) override { now_ = std::max(now_, time); }
    [[nodiscard]] bool is_over() const override { return now_ >= end; }

    WatchTime end = WatchTime::max();

private:
    WatchTime now_{std::chrono::sys_days(std::chrono::year(2026) / 3 / 14)};
};

// The last answer of an address is given for ever; what has none is a 404.
class ScriptedTransport final : public Transport {
public:
    explicit ScriptedTransport(const WatchClock& clock) : clock_(clock) {}

    [[nodiscard]] Result<WebAnswer> get(const WebRequest& request) override {
        asked.push_back({request, clock_.now()});
        std::deque<Result<WebAnswer>>& list = answers_[request.address.text];
        if (list.empty()) return status(404);
        Result<WebAnswer> answer = list.front();
        if (list.size() > 1) list.pop_front();
        return answer;
    }

    void put(const std::string& address, Result<WebAnswer> answer) { answers_[address].push_back(std::move(answer)); }
    void put(const std::string& address, const std::string& body) {
        WebAnswer answer;
        answer.status = 200;
        answer.body = body;
        put(address, answer);
    }
    static WebAnswer status(int number, std::string retry_after = {}) {
        WebAnswer answer;
        answer.status = number;
        answer.retry_after = std::move(retry_after);
        return answer;
    }
    static WebAnswer redirect(std::string location) {
        WebAnswer answer;
        answer.status = 302;
        answer.location = std::move(location);
        return answer;
    }
    [[nodiscard]] std::vector<std::string> addresses() const {
        std::vector<std::string> all;
        for (const auto& one : asked) all.push_back(one.request.address.text);
        return all;
    }

    struct Asked {
        WebRequest request;
        WatchTime time;
    };
    std::vector<Asked> asked;

private:
    const WatchClock& clock_;
    std::map<std::string, std::deque<Result<WebAnswer>>> answers_;
};

}  // namespace depesche
