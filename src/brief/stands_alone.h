// Which sentences can be quoted alone.
#pragma once

#include "brief/story_text.h"

namespace depesche {

// True for a sentence of body, standfirst or key points that a reader understands without the one before it and that says something
// the report stands for: no question, no cut-off piece, not mostly somebody's quoted words, no address to the reader, no
// pointer to a picture or video, and no "Dieser", "Dabei", "Er" or "Der 58-Jährige" at its begin.
[[nodiscard]] bool stands_alone(const StoryText& text, const Line& line);

// True for body, standfirst and key points: what may be shown as said by the report.
[[nodiscard]] bool is_statement(PassageKind kind);

// Bytes of the span that are somebody's quoted words, by direct quotes, as a share.
[[nodiscard]] double quoted_share(const Prepared& report, Span span);

}  // namespace depesche
