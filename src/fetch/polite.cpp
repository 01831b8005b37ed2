#include "fetch/polite.h"

#include <algorithm>

#include <fmt/format.h>

#include "fetch/limits.h"

namespace depesche {
namespace {

bool is_redirect(const WebAnswer& answer) {
    const int status = answer.status;
    return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) && !answer.location.empty();
}

Fetched not_fetched(FetchState state, const WebAddress& address, std::string reason) { return {state, address, {}, std::move(reason)}; }

}  // namespace

WatchTime Polite::turn_of(const std::string& host) const {
    const auto it = hosts_.find(host);
    return it == hosts_.end() ? WatchTime{} : it->second.next;
}

bool Polite::is_put_off(const std::string& host) const {
    const auto it = hosts_.find(host);
    if (it == hosts_.end()) return false;
    return it->second.next > clock_.now() + (it->second.failures > 0 ? manners_.patience : milliseconds(limits::crawl_patience));
}

// One request, when it is the host's turn.
Fetched Polite::step(const WebRequest& request, WatchTime turn) {
    const WebAddress& address = request.address;
    if (turn > clock_.now() + manners_.patience)
        return not_fetched(FetchState::put_off, address, fmt::format("its host is left alone until {}", iso_of(turn)));
    clock_.wait_until(turn);
    if (clock_.is_over()) return not_fetched(FetchState::over, address, "it was ended");
    auto answer = transport_.get(request);
    if (clock_.is_over()) return not_fetched(FetchState::over, address, "it was ended");
    HostPace& host = hosts_[address.host];
    if (!answer) {
        const bool refused = answer.error().problem == Problem::no_rights;
        if (!refused) host.failed(clock_.now(), std::nullopt);
        return not_fetched(refused ? FetchState::refused : FetchState::failed, address, answer.error().reason);
    }
    if (is_for_later(answer->status)) {
        host.failed(clock_.now(), retry_after(answer->retry_after, clock_.now()));
        return {FetchState::failed, address, std::move(*answer), fmt::format("the server answers {}", answer->status)};
    }
    const auto site = sites_.find(address.site);
    const auto asked = site == sites_.end() ? std::nullopt : site->second.robots.crawl_delay();
    host.answered(clock_.now(), std::max(manners_.delay, asked.value_or(milliseconds(0))));
    return {FetchState::answered, address, std::move(*answer), {}};
}

// Steps until there is an answer that leads nowhere else. `check` may have a reason not to take a step. A redirect within a host is part of
// the same visit: for it the host is left alone for the usual delay, however long its Crawl-delay is.
Fetched Polite::follow(WebRequest request, const std::function<Fetched(const WebAddress&)>& check) {
    std::string visited;
    for (int redirects = 0;; ++redirects) {
        if (Fetched checked = check(request.address); checked.state != FetchState::answered) return checked;
        const std::string& host = request.address.host;
        WatchTime turn = turn_of(host);
        if (host == visited) turn = std::min(turn, clock_.now() + manners_.delay);
        visited = host;
        Fetched fetched = step(request, turn);
        if (fetched.state != FetchState::answered || !is_redirect(fetched.answer)) return fetched;
        fetched.state = FetchState::refused;
        fetched.reason = fmt::format("it is redirected more than {} times", limits::redirects);
        if (redirects == limits::redirects) return fetched;
        auto target = resolve_address(request.address, fetched.answer.location);
        if (!target) {
            fetched.reason = fmt::format("it is redirected to {}: {}", target.error().place, target.error().reason);
            return fetched;
        }
        request.address = std::move(*target);
    }
}

void Polite::make_room() {
    if (hosts_.size() > 16 * limits::remembered_sites)
        std::erase_if(hosts_, [&](const auto& host) { return host.second.failures == 0 && host.second.next <= clock_.now(); });
    if (sites_.size() < limits::remembered_sites) return;
    sites_.erase(std::ranges::min_element(sites_, {}, [](const auto& site) { return site.second.read; }));
}

// robots.txt of the site: all is allowed where there is none, or where it leads nowhere (RFC 9309, 2.3.1.3); nothing while the server
// fails (2.3.1.4).
Fetched Polite::read_robots(const WebAddress& address) {
    auto robots = parse_address(address.site + "/robots.txt");
    if (!robots) return not_fetched(FetchState::refused, address, robots.error().reason);
    Fetched fetched = follow({*robots, {}, {}, limits::robots_bytes}, [](const WebAddress& to) {
        return Fetched{FetchState::answered, to, {}, {}};
    });
    const bool led_astray = fetched.state == FetchState::refused && is_redirect(fetched.answer);
    if (fetched.state != FetchState::answered && !led_astray) {
        fetched.reason = fmt::format("robots.txt cannot be read: {}", fetched.reason);
        return fetched;
    }
    make_room();
    Site& site = sites_[address.site];
    site.read = clock_.now();
    site.robots = !led_astray && fetched.answer.status == 200 ? Robots::parse(fetched.answer.body, product_) : Robots();
    return {FetchState::answered, address, {}, {}};
}

Fetched Polite::check_robots(const WebAddress& address) {
    const auto known = sites_.find(address.site);
    if (known == sites_.end() || clock_.now() - known->second.read > limits::robots_age) {
        if (Fetched fetched = read_robots(address); fetched.state != FetchState::answered) return fetched;
    }
    if (sites_[address.site].robots.allows(address.path)) return {FetchState::answered, address, {}, {}};
    return not_fetched(FetchState::refused, address, "robots.txt forbids it");
}

Fetched Polite::get(WebRequest request, const std::function<bool(const WebAddress&)>& wants) {
    return follow(std::move(request), [&](const WebAddress& address) {
        if (!wants(address)) return not_fetched(FetchState::unwanted, address, "it is not wanted");
        return check_robots(address);
    });
}

}  // namespace depesche
