// Gaps: what a desk should know is missing.
#pragma once

#include <vector>

#include <depesche/brief.h>

#include "brief/origin_of.h"
#include "brief/story_text.h"

namespace depesche {

// Reports without a date, with an inferred one, without an outlet; sentences that report hearsay without naming a source; key
// points that several reports have and one origin wrote. By kind in this order, then report, then text.
[[nodiscard]] std::vector<Gap> find_gaps(const StoryText& text, const std::vector<Report>& reports, const std::vector<KeyPoint>& keypoints);

}  // namespace depesche
