// Who a sentence is about when no verb of speech tells: its opening subject, the first person in it.
#pragma once

#include <optional>

#include "marks/quote_frames.h"
#include "marks/quote_phrases.h"

namespace depesche {

// True when the phrase is of a person: a full name, a role with an article or a name.
[[nodiscard]] bool is_person(const QuoteText& text, const Phrase& phrase);

// The subject that a sentence opens with: a name, or a phrase with a determiner in the nominative; a person behind the first verb when it
// opens with a preposition ("Am Rande der Sitzung nahm der Minister Stellung").
[[nodiscard]] std::optional<Phrase> opening_subject(const QuoteText& text, const Frame& frame);

// The first person of a sentence whose verb is none of speech, with an apposition: "Den Unmut brachte die Sprecherin, Ada Krey, zum
// Ausdruck: …". Phrases with a preposition and those in another case are passed over. Looks at the first 80 items.
[[nodiscard]] std::optional<Phrase> person_in(const QuoteText& text, ItemRange range);

}  // namespace depesche
