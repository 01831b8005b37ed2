// Who a quote is spoken to: people and their bodies only.
#pragma once

#include "marks/marks.h"
#include "marks/quote_frames.h"

namespace depesche {

// Takes off addressees that are nobody, and ends the others at the person's name.
// Why it works: an object in the dative behind a verb of speech is somebody when it has a name, is a pronoun or ends as
// words for people and their bodies do; genitives that look like datives ("der Beziehungen") are none of these.
//   handles:   "dem Reeder Tjark Onnen bei seiner Ankunft" (ends at the name), "der Beziehungen" (nobody)
//   not:       "dem Ordensstift": a body that no list has is taken off too
// Test: Speakers.AnAddresseeIsSomebodyAndEndsAtTheName
void tidy_addressees(Quote& quote, const QuoteText& text, const Marks& marks);

}  // namespace depesche
