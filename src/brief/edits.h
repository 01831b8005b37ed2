// How far two words are apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace depesche {

inline constexpr std::size_t edits_limit = 64;  // bytes; of longer words only the begin is compared, since cost is the product

// Bytes to put in, take out or replace to make one of the other (Levenshtein 1966). Both folded, so that a byte is a letter of Latin
// script.
[[nodiscard]] std::size_t edits_between(std::string_view left, std::string_view right);

}  // namespace depesche
