// The mark of a genitive behind a name: "Lunn's", "Hans'".
#pragma once

#include <cstddef>
#include <string_view>

namespace depesche {

// Bytes of the mark that the word ends with, straight or curly: "'s", or the mark alone behind s, x, z and ß. 0 when it ends with none, or
// when fewer than two bytes would be left.
[[nodiscard]] std::size_t genitive_mark_length(std::string_view word);

}  // namespace depesche
