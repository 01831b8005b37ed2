// Watch: feeds are looked at again and again, and what is new in them is taken into a store.
//
// One line of work a host, each in the order in which work came; the host whose turn is next is served. So a slow or failing host costs the
// others nothing but the time of its answers. One answer is on its way at a time.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "fetch/new_pages.h"

namespace depesche {

struct WatchOptions {
    milliseconds every{600'000};
    bool once = false;  // each feed once; what would have to wait for longer than `patience` is left
    milliseconds patience{60'000};
    std::size_t most_pages = 500;  // new pages of one reading of a feed; the others come with later ones
};

struct WatchCounts {
    std::size_t stored = 0;
    std::size_t known = 0;  // also those that did not change
    std::size_t lost = 0;   // pages and feeds that could not be had
    std::size_t left = 0;   // for a later run
};

// What happens is told as it happens. `settle` is called when pages came and there is time: stories can be found.
struct WatchCalls {
    NewPages::Tell tell;
    Ingest::Report report;
    std::function<Result<bool>()> settle;
};

class Watch {
public:
    Watch(Polite& polite, WatchClock& clock, const Database& database, NewPages pages, WatchOptions options, WatchCalls calls)
        : polite_(polite), clock_(clock), database_(database), pages_(std::move(pages)), options_(options), calls_(std::move(calls)) {}

    // Until the user ends it, or with `once` until nothing is left to do. Errors: those of the store, which end it.
    [[nodiscard]] Result<WatchCounts> run(const std::vector<WebAddress>& feeds);

private:
    // One reading of a feed or sitemap: when all pages that it lists were dealt with, the server need not send it until it changes.
    struct Reading {
        FetchedAddress row;
        std::size_t to_do = 0;
        bool is_whole = true;  // false: something is left for later
    };
    struct Task {
        ListedAddress listed;
        std::shared_ptr<Reading> reading;  // that lists it; none for feeds and sitemaps
        int depth = -1;                    // of a feed: sitemaps above it; -1 for a page
    };
    struct Feed {
        WebAddress address;
        WatchTime due{};
        bool is_queued = false;
    };

    void queue_due_feeds();
    void drop_put_off();
    [[nodiscard]] Result<bool> serve_next();
    [[nodiscard]] Result<bool> serve(Task task);
    [[nodiscard]] Result<bool> serve_page(const Task& task);
    [[nodiscard]] Result<bool> serve_feed(const Task& task);
    [[nodiscard]] Result<bool> take_feed(const Task& task, Fetched fetched, FetchedAddress row);
    [[nodiscard]] Result<bool> queue_listed(const Task& task, const FeedList& list, const std::shared_ptr<Reading>& reading);
    [[nodiscard]] Result<bool> end_task(const std::shared_ptr<Reading>& reading, bool is_done);
    void queue(Task task);
    void feed_served(const WebAddress& address);
    [[nodiscard]] Result<bool> settle(WatchTime until);
    [[nodiscard]] Result<bool> save_host(const std::string& host);

    Polite& polite_;
    WatchClock& clock_;
    const Database& database_;
    NewPages pages_;
    WatchOptions options_;
    WatchCalls calls_;
    WatchCounts counts_;
    std::vector<Feed> feeds_;
    std::map<std::string, std::deque<Task>> queues_;  // by host; none is empty
    std::set<std::string> queued_;                    // addresses
    bool unsettled_ = false;
    WatchTime settled_{};
};

}  // namespace depesche
