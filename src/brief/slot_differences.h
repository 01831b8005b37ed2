// Differences in sentences that line up: the same words around another figure, date, place or name.
#pragma once

#include <span>

#include "brief/assertions.h"
#include "brief/claims.h"
#include "brief/likeness.h"
#include "brief/story_text.h"

namespace depesche {

struct ClaimBooks {
    ClaimBook& figures;
    ClaimBook& dates;
    ClaimBook& places;
    ClaimBook& names;
};

// What keeps a slot that differs from being told: both are in somebody's quoted words (that is drift), the words say that a count was
// updated, one tells of an earlier happening, people in another state are counted, the other report has this value as well, or both reports
// know both places.
void add_slot_differences(const StoryText& text, std::span<const Likeness> likenesses, std::span<const Assertion> assertions,
                          const ClaimBooks& books);

// Claims as the book of figures has them, for whoever finds them elsewhere.
[[nodiscard]] Claim claim_of_figure(const StoryText& text, std::uint32_t report, const Figure& figure);

// The same of a time: its moment, or its words when it has none.
[[nodiscard]] Claim claim_of_time(const StoryText& text, std::uint32_t report, const Time& time);

// True when the sentence tells of something before the story: a background time, or words such as "damals".
[[nodiscard]] bool tells_of_earlier(const StoryText& text, const Line& line);

// True when the sentence says that a count replaces another.
[[nodiscard]] bool tells_of_update(const StoryText& text, const Line& line);

// True when the report says somewhere that it replaces an earlier count by this value, or this value by a later one.
[[nodiscard]] bool is_replaced(const StoryText& text, std::uint32_t report, const Figure& wanted);

}  // namespace depesche
