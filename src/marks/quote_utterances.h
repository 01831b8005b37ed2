// From attributions to quotes: what each frame says, and sentences that go on without a cue of their own.
#pragma once

#include <vector>

#include "marks/marks.h"
#include "marks/quote_frames.h"

namespace depesche {

// By first part. Speakers are not yet linked to entities.
[[nodiscard]] std::vector<Quote> find_utterances(const QuoteText& text);

}  // namespace depesche
