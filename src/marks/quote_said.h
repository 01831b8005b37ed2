// Which quoted stretches are words somebody said, and which are titles, names or words under scare quotes.
#pragma once

#include "base/begin_of.h"
#include "marks/quote_frames.h"

namespace depesche {

// True when the quoted item `at` is a name or title: behind a word for what has one ("die Fähre", "der Film", "unter dem
// Motto", "sogenannte"), or behind "der", "die", "das" and beginning like a name.
[[nodiscard]] bool is_name_in_marks(const QuoteText& text, const Frame& frame, std::uint32_t at);

// True when the quoted item `at`, which somebody's words hold, begins with a noun for what is thought or done and no word for what has a
// name stands before it: "nur durch „Trickserei“", "vor den „Sparfantasien im Rat“".
[[nodiscard]] bool is_abstract_noun(const QuoteText& text, const Frame& frame, std::uint32_t at);

// True when the quoted item `at`, which no cue governs, reads like an utterance: long, or a whole sentence.
[[nodiscard]] bool is_utterance(const QuoteText& text, const Frame& frame, std::uint32_t at);

// Words of a quoted item without marks, counted up to 16.
[[nodiscard]] std::uint32_t words_in(const QuoteText& text, const Item& quoted);

// True when a main clause of the frame stands in the subjunctive of reported speech; with `after_speech` the conditional
// forms ("hätten", "würden") count too.
[[nodiscard]] bool is_in_subjunctive(const QuoteText& text, const Frame& frame, bool after_speech);

}  // namespace depesche
