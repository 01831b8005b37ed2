// Hashes of words and of what they are joined to, for the tables that names are looked up in.
#pragma once

#include <cstdint>
#include <string_view>

namespace depesche {

// FNV-1a with a final mix (Appleby's fmix64), so that low and high bits both serve as table index and as check.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t h) {
    h ^= h >> 33U;
    h *= 0xFF51AFD7ED558CCDULL;
    h ^= h >> 33U;
    h *= 0xC4CEB9FE1A85EC53ULL;
    return h ^ (h >> 33U);
}

inline constexpr std::uint64_t hash_start = 0xCBF29CE484222325ULL;
[[nodiscard]] constexpr std::uint64_t hash_more(std::uint64_t h, char c) { return (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL; }

[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view word) {
    std::uint64_t h = hash_start;
    for (const char c : word) h = hash_more(h, c);
    return mix(h);
}

// One feature: the number of its template and what it saw.
[[nodiscard]] constexpr std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) { return mix(a * 0x9E3779B97F4A7C15ULL + b); }

}  // namespace depesche
