// The happening itself: a headline for the story, its day and its place.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <depesche/brief.h>

#include "brief/story_text.h"

namespace depesche {

// Index of the report whose headline names most of what all reports write of, questions and quoted headlines last; nothing when no
// report has one.
[[nodiscard]] std::optional<std::size_t> choose_headline(const StoryText& text, const std::vector<Report>& reports);

// The day that most openings give, then days of the reports whose opening does not give it; at most three. The opening of a report is
// its standfirst, key points and first sentences; background and what is quoted do not count.
[[nodiscard]] std::vector<DifferenceValue> find_when(const StoryText& text);

// Where the openings set the happening: the place that most reports name behind a preposition of place, then those of the reports that do
// not name it; at most three.
[[nodiscard]] std::vector<DifferenceValue> find_where(const StoryText& text);

}  // namespace depesche
