// The begin of a text, cut between two characters; how a word begins.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace depesche {

// At most `most` bytes of valid UTF-8, whole code points.
[[nodiscard]] inline std::string_view begin_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

// False for an empty one.
[[nodiscard]] inline bool begins_upper(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && is_upper(next_code_point(word, at));
}

}  // namespace depesche
