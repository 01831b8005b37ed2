// Pace: when a host may be asked again. A delay after every answer; a growing one after failures; what the host itself asks for.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fetch/watch_clock.h"

namespace depesche {

using std::chrono::milliseconds;

// 30 seconds after the first failure in a row, twice as long after each further one, at most an hour. `failures` from 1 on.
[[nodiscard]] milliseconds back_off(int failures);

// When a thing that failed for itself (a page, a feed) is tried again: 10 minutes, doubled up to a day.
[[nodiscard]] milliseconds retry_delay(int failures);

// The field Retry-After, seconds or a date, as time from `now` on: at least 0, at most a day. Nothing for anything else.
[[nodiscard]] std::optional<milliseconds> retry_after(std::string_view field, WatchTime now);

// Seconds since 1970 of a date in ISO form or as HTTP, mail and feeds write them: in UTC where no offset is given, at the begin of the day
// when no clock is. Nothing for what is no date, or has no day.
[[nodiscard]] std::optional<std::int64_t> seconds_of_date(std::string_view text);

// "2026-03-05T13:02:11Z"
[[nodiscard]] std::string iso_of(WatchTime time);

// True for answers of a server that is overloaded, broken or asks to come later: 408, 425, 429, 5xx.
[[nodiscard]] bool is_for_later(int status);

// How a host has to be treated now.
struct HostPace {
    WatchTime next{};  // not before
    int failures = 0;  // in a row

    void answered(WatchTime now, milliseconds delay);
    // `asked` is what the host asked for itself.
    void failed(WatchTime now, std::optional<milliseconds> asked);
};

}  // namespace depesche
