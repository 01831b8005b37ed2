// How long something takes by the processor's time of this process: tests of growth hold beside other work too.
#pragma once

#include <algorithm>
#include <ctime>

namespace depesche {

// The seconds of the quickest of three runs.
template <class Work>
[[nodiscard]] double processor_seconds(const Work& work) {
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
        const std::clock_t begin = std::clock();
        work();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

}  // namespace depesche
