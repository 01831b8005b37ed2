// Who a quote's speaker is: from the words at the quote to an entity of the text.
#pragma once

#include <vector>

#include "marks/marks.h"
#include "marks/quote_frames.h"

namespace depesche {

// Fills speaker_entity of `quotes` (by first part), and puts the medium's name where "der Agentur" alone passes on.
// A name at the quote is its entity. A pronoun, "seinen Worten", "eigenen Angaben" and a role without a name ("die Kanzlerin")
// are the last person that fits: of the same gender as far as the text shows it by roles ("Pfarrerin", "der Minister"), first
// one whom a role binds, then who spoke last, then who a sentence began with. Left open when two fit equally, and
// when nobody was named in this or the two paragraphs before.
//   handles:   "Pfarrerin Ulrike Sandmann öffnete die Tür. „Wer reden will, redet“, sagte sie."
//   not:       "Anna rief Maria an. „Komm“, sagte sie." (two fit; stays open)
void resolve_speakers(const QuoteText& text, const Marks& marks, std::vector<Quote>& quotes);

}  // namespace depesche
