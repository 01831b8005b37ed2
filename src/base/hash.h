// Hashes: SHA-256 for ids of pages, a fast 64-bit one for tables and fingerprints.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace depesche {

// SHA-256 of the bytes (FIPS 180-4), 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same in base64 (RFC 4648, padded), as a Content-Security-Policy names a script or style.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

// FNV-1a with a final mix (Fowler, Noll, Vo; murmur3 finalizer): the same on every machine and in every run.
// Not for hostile keys where collisions must be hard.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace depesche
