// Polite: answers of servers, got as a guest should: robots.txt is asked first and obeyed, a host is left alone between two requests and
// longer when it fails or asks for it, and of redirects each step is looked at like a new address.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "fetch/pace.h"
#include "fetch/robots.h"
#include "fetch/transport.h"
#include "fetch/watch_clock.h"

namespace depesche {

struct Manners {
    milliseconds delay{1000};       // between two requests to a host; robots.txt may ask for more
    milliseconds patience{60'000};  // what get waits for a host's turn at most
};

enum class FetchState : unsigned char {
    answered,  // whatever the status, but those of is_for_later
    put_off,   // the host is to be left alone for longer than patience
    refused,   // robots.txt, the address or its network forbids it
    failed,    // no answer, a broken one, or one of is_for_later
    unwanted,  // the caller does not want what it leads to
    over,      // the user wants to end
};

struct Fetched {
    FetchState state = FetchState::over;
    WebAddress address;  // that was asked last
    WebAnswer answer;
    std::string reason;  // a sentence, unless answered
};

// For one thread.
class Polite {
public:
    // `product` names the program in robots.txt.
    Polite(Transport& transport, WatchClock& clock, std::string product, Manners manners)
        : transport_(transport), clock_(clock), product_(std::move(product)), manners_(manners) {}

    // Waits for the host's turn, then gets the address and whatever it leads to. `wants` is asked before each request.
    [[nodiscard]] Fetched get(WebRequest request, const std::function<bool(const WebAddress&)>& wants);

    // When that host's turn is; a time in the past for now.
    [[nodiscard]] WatchTime turn_of(const std::string& host) const;
    // True when it is so far off that a run which is to end does not wait for it: longer than patience after a failure, than
    // limits::crawl_patience where robots.txt asks for a delay.
    [[nodiscard]] bool is_put_off(const std::string& host) const;

    // What an earlier run knew, and what the next should.
    void remember(const std::string& host, HostPace pace) { hosts_[host] = pace; }
    [[nodiscard]] const std::map<std::string, HostPace>& hosts() const { return hosts_; }

private:
    struct Site {
        Robots robots;
        WatchTime read{};
    };

    [[nodiscard]] Fetched step(const WebRequest& request, WatchTime turn);
    [[nodiscard]] Fetched follow(WebRequest request, const std::function<Fetched(const WebAddress&)>& check);
    [[nodiscard]] Fetched check_robots(const WebAddress& address);
    [[nodiscard]] Fetched read_robots(const WebAddress& address);
    void make_room();

    Transport& transport_;
    WatchClock& clock_;
    std::string product_;
    Manners manners_;
    std::map<std::string, HostPace> hosts_;
    std::map<std::string, Site> sites_;
};

}  // namespace depesche
