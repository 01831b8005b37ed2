#include "fetch/watch.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "fetch/limits.h"

namespace depesche {
namespace {

constexpr milliseconds settle_at_idle{5'000};  // before waiting for longer than this
constexpr milliseconds settle_at_work{60'000};

}  // namespace

Result<WatchCounts> Watch::run(const std::vector<WebAddress>& feeds) {
    auto done = erase_old_fetches(database_, seconds_of(clock_.now()));
    if (!done) return done.error();
    done = for_each_host_wait(database_, [&](const std::string& host, int failures, std::int64_t next) {
        polite_.remember(host, {WatchTime(std::chrono::seconds(next)), failures});
    });
    if (!done) return done.error();
    settled_ = clock_.now();
    for (const WebAddress& feed : feeds) feeds_.push_back({feed, clock_.now(), false});
    while (!clock_.is_over()) {
        queue_due_feeds();
        if (options_.once) drop_put_off();
        if (queues_.empty() && options_.once) break;
        done = serve_next();
        if (!done) return done.error();
    }
    for (const auto& [host, tasks] : queues_) counts_.left += tasks.size();
    if (done = settle(WatchTime::max()); !done) return done.error();
    return counts_;
}

void Watch::queue(Task task) {
    queued_.insert(task.listed.address.text);
    queues_[task.listed.address.host].push_back(std::move(task));
}

void Watch::queue_due_feeds() {
    for (Feed& feed : feeds_) {
        if (feed.is_queued || feed.due > clock_.now()) continue;
        feed.is_queued = true;
        queue({{feed.address, 0}, nullptr, 0});
    }
}

void Watch::feed_served(const WebAddress& address) {
    for (Feed& feed : feeds_) {
        if (feed.address.text != address.text) continue;
        feed.due = options_.once ? WatchTime::max() : std::max(feed.due + options_.every, clock_.now());
        feed.is_queued = false;
    }
}

void Watch::drop_put_off() {
    std::erase_if(queues_, [&](auto& queue) {
        const auto& [host, tasks] = queue;
        if (!polite_.is_put_off(host)) return false;
        calls_.tell(host, fmt::format("left alone until {}; {} addresses are left for later", iso_of(polite_.turn_of(host)), tasks.size()));
        counts_.left += tasks.size();
        for (const Task& task : tasks) {
            if (task.reading) task.reading->is_whole = false;
            if (task.depth == 0) feed_served(task.listed.address);
        }
        return true;
    });
}

// Waits for whatever is next, and does it.
Result<bool> Watch::serve_next() {
    const auto turn = [&](const auto& queue) { return polite_.turn_of(queue.first); };
    const auto next = std::ranges::min_element(queues_, {}, turn);
    WatchTime until = next == queues_.end() ? WatchTime::max() : turn(*next);
    for (const Feed& feed : feeds_) {
        if (!feed.is_queued) until = std::min(until, feed.due);
    }
    if (auto done = settle(until); !done) return done;
    clock_.wait_until(until);
    if (clock_.is_over() || next == queues_.end() || turn(*next) > clock_.now()) return true;
    Task task = std::move(next->second.front());
    next->second.pop_front();
    if (next->second.empty()) queues_.erase(next);
    queued_.erase(task.listed.address.text);
    return serve(std::move(task));
}

Result<bool> Watch::serve(Task task) {
    auto done = task.depth < 0 ? serve_page(task) : serve_feed(task);
    if (task.depth == 0) feed_served(task.listed.address);
    if (done) done = save_host(task.listed.address.host);
    return done;
}

Result<bool> Watch::serve_page(const Task& task) {
    const auto end = pages_.fetch(task.listed, polite_, clock_);
    if (!end) return end.error();
    counts_.stored += *end == PageEnd::stored ? 1U : 0U;
    counts_.known += *end == PageEnd::known || *end == PageEnd::unchanged ? 1U : 0U;
    counts_.lost += *end == PageEnd::lost || *end == PageEnd::failed ? 1U : 0U;
    counts_.left += *end == PageEnd::to_come ? 1U : 0U;
    unsettled_ = unsettled_ || *end == PageEnd::stored || *end == PageEnd::known;
    return end_task(task.reading, *end != PageEnd::to_come && *end != PageEnd::failed);
}

// One thing that the reading lists was dealt with, or is left.
Result<bool> Watch::end_task(const std::shared_ptr<Reading>& reading, bool is_done) {
    if (!reading) return true;
    reading->is_whole = reading->is_whole && is_done;
    if (--reading->to_do > 0 || !reading->is_whole) return true;
    return save_fetched(database_, reading->row);
}

Result<bool> Watch::serve_feed(const Task& task) {
    const WebAddress& address = task.listed.address;
    auto found = find_fetched(database_, address.text);
    if (!found) return found.error();
    FetchedAddress row = found->value_or(FetchedAddress{});
    row.address = address.text;
    Fetched fetched = polite_.get({address, row.etag, row.modified, limits::fetched_feed_bytes}, [](const WebAddress&) { return true; });
    if (fetched.state == FetchState::over) return true;
    if (fetched.state == FetchState::answered && fetched.answer.status == 304) {
        calls_.tell(address.text, "not changed");
        return true;
    }
    return take_feed(task, std::move(fetched), std::move(row));
}

Result<bool> Watch::take_feed(const Task& task, Fetched fetched, FetchedAddress row) {
    const std::string& address = task.listed.address.text;
    std::string reason = fetched.reason;
    if (fetched.state == FetchState::answered && fetched.answer.status != 200)
        reason = fmt::format("the server answers {}", fetched.answer.status);
    if (fetched.answer.cut) reason = fmt::format("the feed has more than {} bytes, the limit", limits::fetched_feed_bytes);
    FeedList list;
    if (reason.empty()) {
        auto read = read_feed_list(std::move(fetched.answer.body), fetched.answer.content_type, fetched.address,
                                   seconds_of(clock_.now() + std::chrono::hours(24)));
        if (!read) reason = read.error().reason;
        else list = std::move(*read);
    }
    if (!reason.empty()) {
        calls_.tell(address, reason);
        ++counts_.lost;
        return true;
    }
    for (const Error& problem : list.problems) calls_.tell(problem.place, problem.reason);
    row.etag = fetched.answer.etag;
    row.modified = fetched.answer.modified;
    row.fetched = seconds_of(clock_.now());
    auto reading = std::make_shared<Reading>(Reading{std::move(row), 1, true});
    if (auto done = queue_listed(task, list, reading); !done) return done;
    // That an index did not change says nothing of its sitemaps: it is always read.
    return end_task(reading, list.sitemaps.empty());
}

Result<bool> Watch::queue_listed(const Task& task, const FeedList& list, const std::shared_ptr<Reading>& reading) {
    std::size_t new_pages = 0;
    for (const ListedAddress& listed : list.pages) {
        const auto wanted = pages_.wants(listed, clock_.now());
        if (!wanted) return wanted.error();
        if (*wanted == Wanted::no) continue;
        const bool is_free = *wanted == Wanted::yes && !queued_.contains(listed.address.text);
        if (is_free && ++new_pages <= options_.most_pages) {
            ++reading->to_do;
            queue({listed, reading, -1});
        } else {
            reading->is_whole = false;
        }
    }
    const std::size_t left = new_pages - std::min(new_pages, options_.most_pages);
    counts_.left += left;
    calls_.tell(task.listed.address.text, fmt::format("{} entries, {} new{}", list.pages.size() + list.sitemaps.size(), new_pages,
                                                      left > 0 ? fmt::format(", {} of them left for later", left) : ""));
    if (task.depth >= limits::sitemap_depth) return true;
    for (const ListedAddress& listed : std::span(list.sitemaps).first(std::min(list.sitemaps.size(), limits::sitemaps_of_index))) {
        if (queued_.contains(listed.address.text)) continue;
        queue({listed, nullptr, task.depth + 1});
    }
    return true;
}

Result<bool> Watch::settle(WatchTime until) {
    const WatchTime now = clock_.now();
    if (!unsettled_ || (until - settle_at_idle < now && now - settled_ < settle_at_work)) return true;
    unsettled_ = false;
    settled_ = now;
    return calls_.settle();
}

Result<bool> Watch::save_host(const std::string& host) {
    const auto it = polite_.hosts().find(host);
    if (it == polite_.hosts().end()) return true;
    return save_host_wait(database_, host, it->second.failures, seconds_of(it->second.next));
}

}  // namespace depesche
