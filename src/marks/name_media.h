// Papers whose name is a common noun: "sagte dem Spiegel".
#pragma once

#include <cstdint>
#include <string_view>

#include "language/tokens.h"
#include "marks/name_words.h"

namespace depesche {

// Whether the word is such a paper here: behind an article and a verb of telling in its sentence ("sagte dem Spiegel", "berichtete die
// Zeit"), or with such a verb right behind it ("wie der Spiegel berichtet"). "Vor dem Spiegel", "er sagte, der Stern sei fern" are none.
[[nodiscard]] bool is_medium_here(std::string_view text, const Tokens& tokens, const NameWords& words, std::uint32_t i);

}  // namespace depesche
