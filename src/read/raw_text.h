// Stored bytes as UTF-8, nothing cleaned: what a citation shows of the page itself.
#pragma once

#include <string>
#include <string_view>

#include "read/encoding.h"

namespace depesche {

// Every byte is decoded, marks and invisible characters included; what cannot be decoded is U+FFFD. Valid UTF-8 comes back as it is.
[[nodiscard]] std::string raw_text(std::string_view bytes, Encoding encoding);

}  // namespace depesche
