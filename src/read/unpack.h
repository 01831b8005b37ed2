// Unpacking while reading: gzip (RFC 1952) and Zstandard (RFC 8878), member by member and frame by frame.
//
// Limits (read/limits.h): what unpacks to far more than it was is a bomb and ends the source with an error. Broken or cut-off data is
// an error with its place; reading goes on at the next member or frame that is found behind it.
// Handles: many members or frames in a row, zero bytes behind the last. Does not handle: zstd dictionaries. Test:
// tests/read/unpack_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/byte_source.h"

namespace depesche {

[[nodiscard]] bool looks_like_gzip(std::string_view bytes);
[[nodiscard]] bool looks_like_zstd(std::string_view bytes);

// `name` is the file, for errors. place_of gives the member or frame as a byte of `packed`, and what to skip in it.
[[nodiscard]] std::unique_ptr<ByteSource> unpack_gzip(std::unique_ptr<ByteSource> packed, std::string name);
[[nodiscard]] std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteSource> packed, std::string name);

}  // namespace depesche
