// What a file holds, told from how it begins; names do not matter.
#pragma once

#include <string_view>

namespace depesche {

enum class StoredKind { page, gzip, zstd, zip, warc, json_lines, feed, mhtml };

// Enough bytes of a file's begin for stored_kind.
inline constexpr std::size_t kind_bytes = 4096;

// `head` is the begin of the file, all of it when it is shorter than kind_bytes. What is nothing else is a page.
[[nodiscard]] StoredKind stored_kind(std::string_view head);

}  // namespace depesche
