#include "base/parallel.h"

#include <algorithm>
#include <optional>

#ifdef __SANITIZE_THREAD__
#include <atomic>
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace depesche {
namespace {

#ifdef __SANITIZE_THREAD__

// The thread sanitizer does not see how TBB's own, uninstrumented library hands work over, and would report every hand-over. Under it
// the same work is shared out on plain threads, which it sees.
void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < std::max(threads, 2U); ++i) {
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < count; at = next++) work(at);
        });
    }
    for (std::thread& worker : workers) worker.join();
}

#else

void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    // More threads than cores are allowed when they are asked for.
    std::optional<tbb::global_control> limit;
    if (threads != 0) limit.emplace(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(threads));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, work); });
}

#endif

}  // namespace

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    if (count < 2 || threads == 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    share_out(count, threads, work);
}

}  // namespace depesche
