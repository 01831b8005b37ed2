#include "base/parallel.h"

#include <optional>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace depesche {

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    if (count < 2 || threads == 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    // More threads than cores are allowed when they are asked for.
    std::optional<tbb::global_control> limit;
    if (threads != 0) limit.emplace(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(threads));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, work); });
}

}  // namespace depesche
