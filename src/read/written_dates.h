// Dates as e-mail, feeds and browsers write them, in the form of ISO 8601. No locale, no clock: what is not written is not filled in.
#pragma once

#include <string>
#include <string_view>

namespace depesche {

// "Thu, 5 Mar 2026 14:02:11 +0100" (RFC 5322), "Thu Mar 05 2026 14:02:11 GMT+0100 (…)" (JavaScript), "14:02:11 Mar 05, 2026": the words may
// come in any order; a zone is taken when it stands behind the clock as +0100, GMT+0100, GMT, UTC or Z. -> "2026-03-05T14:02:11+01:00".
// What is in ISO form already comes back as it is; anything else gives "".
[[nodiscard]] std::string iso_of_written_date(std::string_view text);

// "20260305140211" -> "2026-03-05T14:02:11Z", as web archives stamp their copies; "" for anything else.
[[nodiscard]] std::string iso_of_stamp(std::string_view digits);

}  // namespace depesche
