// The timeline: dated happenings that the reports mention, one line each.
#pragma once

#include <span>
#include <vector>

#include <depesche/brief.h>

#include "brief/likeness.h"
#include "brief/story_text.h"

namespace depesche {

// By time, background and the story's own days each marked. A happening is a sentence with a date or clock that has a value; sentences
// of several reports are one happening when their times agree and their words are alike. What an utterance's own words date
// ("Ich komme morgen") is left out: it is said, not reported; so is what one report alone says in a sentence that leans on the one before,
// where another tells of the same day.
[[nodiscard]] std::vector<TimelineEntry> make_timeline(const StoryText& text, std::span<const Likeness> likenesses);

}  // namespace depesche
