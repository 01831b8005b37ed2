// Dates that a page gives for machines, in the forms that pages really use, and dates in addresses.
#pragma once

#include <optional>
#include <string_view>

#include <depesche/span.h>

#include "base/moment.h"
#include "page/line_dates.h"

namespace depesche {

// The value of an attribute or a meta tag: ISO 8601; "20250512", "20250512101500"; "Mon, 12 May 2025 10:04:00 +0200" (RFC 2822);
// "Mon May 12 10:04:00 CEST 2025" (date(1)); "12.05.2025, 07:00:03" and what else a line of a page may have. The offset is the
// value's own; a zone's name other than GMT and UTC gives none. Nothing without a day. Values above 80 bytes are no dates.
[[nodiscard]] std::optional<Moment> parse_declared_date(std::string_view value, const DateReader& reader, const DateHints& hints);

// A day in an address: "/2025/05/12/", "/2025-05-12-title", "/20250512/", "/2025/5/12/", "/12-05-2025-title". The year 1990 or later. Only
// whole path parts or their begin, so that an article's number is no date. `place` is the bytes of the address. Linear.
struct AddressDate {
    Moment day;
    Span place;
};
[[nodiscard]] std::optional<AddressDate> date_in_address(std::string_view address);

}  // namespace depesche
