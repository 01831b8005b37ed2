// Doing one thing to values that come one after the other, on several threads, with results in the order of the values.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace depesche {

// How many threads to use when `asked` are wanted; 0 means as many as the machine has cores.
[[nodiscard]] inline unsigned threads_for(unsigned asked) { return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency()); }

// Calls pull() -> std::optional<Item> until it gives nothing, work(Item) -> Outcome for each, give(Outcome) -> bool for each outcome.
// pull and give are called by one thread at a time, in order; work by at most `threads` at once, and it must not throw. When give
// returns false nothing more is pulled, and no later outcome is given. At most `bound` items are on their way at any time, so memory is
// flat however many come.
//
// Why it is right: each item gets the next number while it is pulled under the lock; outcomes wait in a ring of `bound` places until all
// before them were given. Handles: items of very different effort. Does not handle: a pull that waits for a give. Test and slow twin (a
// plain loop): tests/base/in_order_test.cpp.
template <class Item, class Outcome, class Pull, class Work, class Give>
class InOrder {
public:
    InOrder(unsigned threads, std::size_t bound, Pull& pull, Work& work, Give& give)
        : threads_(threads_for(threads)), ring_(std::max<std::size_t>(bound, threads_)), pull_(pull), work_(work), give_(give) {}

    void run() {
        if (threads_ == 1) {
            while (auto item = pull_()) {
                if (!give_(work_(std::move(*item)))) return;
            }
            return;
        }
        std::vector<std::thread> workers;
        for (unsigned i = 0; i < threads_; ++i) workers.emplace_back([this] { serve(); });
        for (std::thread& worker : workers) worker.join();
    }

private:
    // What each thread does: takes the next item, works on it, gives what is ready.
    void serve() {
        while (true) {
            std::size_t number = 0;
            auto item = take(number);
            if (!item) return;
            put(work_(std::move(*item)), number);
        }
    }

    std::optional<Item> take(std::size_t& number) {
        const std::lock_guard pulling(pulling_);
        {
            std::unique_lock lock(state_);
            room_.wait(lock, [&] { return ended_ || pulled_ - given_ < ring_.size(); });
            if (ended_) return std::nullopt;
        }
        auto item = pull_();
        const std::lock_guard lock(state_);
        if (!item) ended_ = true;
        else number = pulled_++;
        return item;
    }

    // Whoever finds nobody giving gives all outcomes that are ready; the others go back to work.
    void put(Outcome outcome, std::size_t number) {
        std::unique_lock lock(state_);
        ring_[number % ring_.size()].emplace(std::move(outcome));
        if (giving_) return;
        giving_ = true;
        while (auto& place = ring_[given_ % ring_.size()]) {
            Outcome next = std::move(*place);
            place.reset();
            const bool wanted = !refused_;
            lock.unlock();
            const bool go_on = wanted && give_(std::move(next));
            lock.lock();
            ++given_;
            if (!go_on) refused_ = ended_ = true;
            room_.notify_all();
        }
        giving_ = false;
    }

    unsigned threads_;
    std::vector<std::optional<Outcome>> ring_;
    Pull& pull_;
    Work& work_;
    Give& give_;
    std::mutex pulling_;  // held while an item is pulled, so that numbers follow the order of items
    std::mutex state_;    // guards all below
    std::condition_variable room_;
    std::size_t pulled_ = 0;
    std::size_t given_ = 0;
    bool giving_ = false;
    bool ended_ = false;
    bool refused_ = false;
};

template <class Item, class Outcome, class Pull, class Work, class Give>
void in_order(unsigned threads, std::size_t bound, Pull pull, Work work, Give give) {
    InOrder<Item, Outcome, Pull, Work, Give>(threads, bound, pull, work, give).run();
}

}  // namespace depesche
