// The quoted stretches of a whole text.
#pragma once

#include <vector>

#include "marks/find_marks.h"
#include "marks/quote_units.h"

namespace depesche {

// Sorted, not overlapping. A closing mark without an opening one closes what began with its sentence; an opening one without a closing one
// counts to the paragraph's end when the next paragraph begins with a mark again, when a later one closes it before any other mark, or when
// it stands behind a colon and the paragraph ends with a sentence (unclosed).
//   handles:   "„Der Kai ist alt.¶Er hält noch“, sagte sie." (two stretches, the first carried on)
//   not:       an opening mark that more than three paragraphs or 3000 bytes part from its closing one
// Tests: QuotesPairing, QuotesHostile.MarksAroundParagraphsMakeOneQuoteWithAPartOfEach
[[nodiscard]] std::vector<QuotedStretch> quoted_stretches(const MarkText& text);

}  // namespace depesche
