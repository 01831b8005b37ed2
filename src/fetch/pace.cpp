#include "fetch/pace.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/moment.h"
#include "base/utf8.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

milliseconds doubled(milliseconds first, int times, milliseconds most) {
    while (--times > 0 && first < most) first *= 2;
    return std::min(first, most);
}

}  // namespace

milliseconds back_off(int failures) { return doubled(seconds(30), failures, hours(1)); }

milliseconds retry_delay(int failures) { return doubled(minutes(10), failures, hours(24)); }

std::optional<milliseconds> retry_after(std::string_view field, WatchTime now) {
    field = trim(field);
    std::int64_t asked = 0;
    if (!field.empty() && field.find_first_not_of("0123456789") == std::string_view::npos) {
        const auto [end, code] = std::from_chars(field.data(), field.data() + field.size(), asked);
        if (code != std::errc()) asked = seconds(hours(24)).count();  // more digits than a number has
    } else {
        const auto date = seconds_of_date(field);
        if (!date) return std::nullopt;
        asked = *date - std::chrono::floor<seconds>(now).time_since_epoch().count();
    }
    return seconds(std::clamp<std::int64_t>(asked, 0, seconds(hours(24)).count()));
}

std::optional<std::int64_t> seconds_of_date(std::string_view text) {
    const auto moment = parse_iso(iso_of_written_date(trim(text)));
    if (!moment) return std::nullopt;
    const auto day = day_of(*moment);
    if (!day) return std::nullopt;
    const minutes clock = hours(std::max(0, moment->hour)) + minutes(std::max(0, moment->minute) - moment->offset_minutes.value_or(0));
    return (day->time_since_epoch() + clock + seconds(std::max(0, moment->second))) / seconds(1);
}

std::string iso_of(WatchTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<seconds>(time - day));
    Moment moment = from_day(day);
    moment.hour = static_cast<int>(clock.hours().count());
    moment.minute = static_cast<int>(clock.minutes().count());
    moment.second = static_cast<int>(clock.seconds().count());
    moment.offset_minutes = 0;
    return to_iso(moment);
}

bool is_for_later(int status) { return status == 408 || status == 425 || status == 429 || status >= 500; }

void HostPace::answered(WatchTime now, milliseconds delay) {
    failures = 0;
    next = now + delay;
}

void HostPace::failed(WatchTime now, std::optional<milliseconds> asked) {
    ++failures;
    next = now + std::max(back_off(failures), asked.value_or(milliseconds(0)));
}

}  // namespace depesche
