#include "fetch/watch_clock.h"

#include <algorithm>
#include <thread>

namespace depesche {

WatchTime MachineClock::now() const { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

// In small steps: a signal handler can only set a flag.
void MachineClock::wait_until(WatchTime time) {
    constexpr std::chrono::milliseconds step{100};
    for (WatchTime at = now(); at < time && !is_over(); at = now()) std::this_thread::sleep_for(std::min(step, time - at));
}

}  // namespace depesche
