// Lower case of single words, fast for the common case.
#pragma once

#include <string>
#include <string_view>

namespace depesche {

// Like to_lower (base/utf8.h), which does the work for words with letters beyond ASCII and judges this in tests.
[[nodiscard]] std::string lower_word(std::string_view word);

}  // namespace depesche
