// One text says one thing: names that the recognizer saw in one place are looked for in the others.
#pragma once

#include <string_view>
#include <vector>

#include "language/tokens.h"
#include "marks/name_lexicon.h"
#include "marks/name_recognizer.h"
#include "marks/name_words.h"

namespace depesche {

// Adds the words that elsewhere in the text are a name or a person's surname, also with a genitive s, and gives single words
// that are one name everywhere one kind; makes a name that was cut short the longer one that it begins, and agencies organisations. `found`
// is by span and stays so.
void make_consistent(std::string_view text, const Tokens& tokens, const NameWords& words, const NameLexicon& lexicon,
                     std::vector<FoundName>& found);

}  // namespace depesche
