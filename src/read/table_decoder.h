// Decoding through ICU's tables: all encodings but UTF-8, UTF-16 and Windows-1252.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "read/encoding.h"

namespace depesche {

// Calls `use` with each letter, the byte it begins at, and how many bytes it is written with; U+FFFD for what cannot be decoded. Letters
// come in order and their bytes cover all of `bytes`. Linear; memory does not grow with `bytes`.
void for_each_letter(std::string_view bytes, Encoding encoding,
                     const std::function<void(char32_t letter, std::uint32_t begin, std::uint32_t size)>& use);

}  // namespace depesche
