// Who said what: quotes lined up over the reports of a story.
#pragma once

#include <vector>

#include <depesche/brief.h>

#include "brief/story_text.h"

namespace depesche {

struct LinedUpQuotes {
    std::vector<BriefQuote> quotes;       // most reports first, then where they stand
    std::vector<Difference> differences;  // of kind "speaker": the same words by two people
    std::vector<Difference> unsure;       // the same where a speaker is an organisation or is not named at the quote
};

[[nodiscard]] LinedUpQuotes line_up_quotes(const StoryText& text);

}  // namespace depesche
