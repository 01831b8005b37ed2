// Content codings of HTTP bodies (RFC 9110, 8.4) and chunked transfer (RFC 9112, 7.1), for bodies that are in memory.
#pragma once

#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// `codings` is the field Content-Encoding: "gzip", "deflate" (zlib or raw), "br", "zstd", "identity", several in the order they were put
// on. A body that is not what its coding says was stored unpacked by the crawler and comes back as it is. At most `limit` bytes.
// Errors: too_large; truncated or bad_format for data that breaks off or is broken; bad_format for a coding that is not known.
[[nodiscard]] Result<std::string> decode_content(std::string body, std::string_view codings, std::size_t limit);

// The body without the sizes of its chunks. One that does not begin with a chunk's size was stored without them and comes back as it is;
// from where the chunks are broken on, nothing is taken: truncated.
[[nodiscard]] Result<std::string> join_chunks(std::string body);

}  // namespace depesche
