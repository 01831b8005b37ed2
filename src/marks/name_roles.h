// What a text says that a person is: "Kremlchef" of "Kremlchef Wladimir Putin".
#pragma once

#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "language/tokens.h"
#include "marks/name_recognizer.h"
#include "marks/name_words.h"

namespace depesche {

// The role words bound to the person `name`, in text order: right before it ("der Sprecher John Kirby"), before it with a comma ("der
// Sprecher des Rates, John Kirby"), or behind it as an apposition ("John Kirby, Sprecher des Rates,"). Looks at most twelve words away.
[[nodiscard]] std::vector<Span> roles_of(std::string_view text, const Tokens& tokens, const FoundName& name, const NameWords& words);

}  // namespace depesche
