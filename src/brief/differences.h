// Differences: where the reports of a story do not agree.
#pragma once

#include <span>
#include <vector>

#include <depesche/brief.h>

#include "brief/likeness.h"
#include "brief/story_text.h"

namespace depesche {

struct Differences {
    std::vector<Difference> sure;
    std::vector<Difference> unsure;
    std::vector<Difference> updates;
};

// Figures, dates, places and names that two reports give differently for the same thing, each once, by kind, then place. The same thing is
// told by lined-up sentences (same_matter.h), by a count of the same that each report has once (count_differences.h), and by
// people of one surname and role with other first names (name_differences.h).
//
// No difference: rounded against exact, weekday against date, a name in another transcription (group_names has them as one), a
// count that one report raises and says so or that rises from report to report (updates.h has those), an earlier happening against this
// one. What is not sure goes to `unsure`.
[[nodiscard]] Differences find_differences(const StoryText& text, std::span<const Likeness> likenesses);

}  // namespace depesche
