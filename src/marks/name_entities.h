// From the names of one text to the things they mean.
#pragma once

#include <span>

#include "marks/find_marks.h"
#include "marks/marks.h"
#include "marks/name_lexicon.h"
#include "marks/name_recognizer.h"
#include "marks/name_words.h"

namespace depesche {

// Fills marks.names (one each of `found`, in its order) and marks.entities (in the order of their first names).
void join_entities(const MarkText& text, std::span<const FoundName> found, const NameWords& words, const NameLexicon& lexicon,
                   Marks& marks);

}  // namespace depesche
