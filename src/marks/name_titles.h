// What stands before a person's name and is written like a part of it.
#pragma once

#include <string_view>

#include "language/tokens.h"
#include "marks/name_recognizer.h"
#include "marks/name_words.h"

namespace depesche {

// Takes titles and roles off the beginning of a person's name: "Chief Executive Ingrid van der Meulen", "Lady Thornhollow". The last word
// stays whatever it is ("Judge", "Pope"), other kinds of names stay as they are.
void drop_titles(std::string_view text, const Tokens& tokens, const NameWords& words, FoundName& name);

}  // namespace depesche
