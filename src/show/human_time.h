// Times as a person writes them.
#pragma once

#include <string>
#include <string_view>

#include "show/labels.h"

namespace depesche {

// "2025-03-12T16:05" -> "Mi, 12. März 2025, 16.05 Uhr" or "Wed 12 March 2025, 16:05", cut to what is known; the page's own offset
// from UTC is shown, never converted. Also weeks, seasons, quarters, halves, decades, centuries and parts of a day as TimeML writes
// them, and two values with "/" between. What is none of these comes back as it was, so that nothing is lost.
[[nodiscard]] std::string human_time(std::string_view iso, const Labels& labels);

// Only the clock of such a time ("19.02 Uhr"), when it is on the same day as `other`; else all of it.
[[nodiscard]] std::string human_time_beside(std::string_view iso, std::string_view other, const Labels& labels);

}  // namespace depesche
