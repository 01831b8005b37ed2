// WatchClock: the time, and waiting until there is more of it. Handed in, so that tests wait for nothing.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace depesche {

using WatchTime = std::chrono::sys_time<std::chrono::milliseconds>;

// Whole seconds since 1970, as the store keeps times.
[[nodiscard]] inline std::int64_t seconds_of(WatchTime time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

class WatchClock {
public:
    virtual ~WatchClock() = default;
    [[nodiscard]] virtual WatchTime now() const = 0;
    // Waits until then, or until the user wants to end.
    virtual void wait_until(WatchTime time) = 0;
    // True once the user wants to end.
    [[nodiscard]] virtual bool is_over() const = 0;
};

// The machine's clock. `over` is set by whoever takes the user's signal.
class MachineClock final : public WatchClock {
public:
    explicit MachineClock(const std::atomic<bool>& over) : over_(over) {}
    [[nodiscard]] WatchTime now() const override;
    void wait_until(WatchTime time) override;
    [[nodiscard]] bool is_over() const override { return over_.load(); }

private:
    const std::atomic<bool>& over_;
};

}  // namespace depesche
