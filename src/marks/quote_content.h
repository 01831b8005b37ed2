// What is said: which segments of a frame may be the words that a cue governs.
#pragma once

#include "marks/quote_frames.h"

namespace depesche {

enum class Content : std::uint8_t { none, quoted, clause, infinitive };

// What segment `segment` (index into QuoteText::segments) may be behind a cue: a quoted stretch, a clause with "dass", with a
// question word or with its verb in the subjunctive, or an infinitive with "zu". A relative clause is none.
[[nodiscard]] Content content_kind(const QuoteText& text, std::uint32_t segment);

// True when the segment is a relative clause: behind a comma, with a relative pronoun, also behind a preposition, and its verb not right
// behind the subject that the pronoun may be the article of.
[[nodiscard]] bool is_relative_clause(const QuoteText& text, const Segment& segment);

// Behind the last item of the frame that is no mark.
[[nodiscard]] std::uint32_t content_end(const QuoteText& text, const Frame& frame);

// Where what is said from segment `segment` on ends: at the frame's end, a semicolon, or the segment that attributes it anew.
[[nodiscard]] std::uint32_t content_end(const QuoteText& text, const Frame& frame, std::uint32_t segment);

// True when a verb of the range stands in the subjunctive; looks at the first 60 items.
[[nodiscard]] bool has_subjunctive(const QuoteText& text, ItemRange range);

// True when the items are one or more quoted stretches and marks.
[[nodiscard]] bool only_quoted(const QuoteText& text, ItemRange range);

}  // namespace depesche
