// Bytes of pages as they are kept in a store: zstd frames with a checksum.
#pragma once

#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// Level 3: on German news pages a quarter of the size (HTML a seventh) at some 200 MB/s.
[[nodiscard]] std::string pack_bytes(std::string_view bytes);

// What pack_bytes was given; `size` is its size as recorded. Error: mismatch when it is damaged or has another size.
[[nodiscard]] Result<std::string> unpack_bytes(std::string_view packed, std::size_t size);

}  // namespace depesche
