// Figures that count the same thing, wherever in the reports they stand.
#pragma once

#include <span>

#include "brief/assertions.h"
#include "brief/claims.h"
#include "brief/story_text.h"

namespace depesche {

// Two reports that each give one figure, and another one, for what is counted by the same word in the same unit. Figures about an
// earlier happening, updated ones and those in somebody's quoted words are left out; so are pairs where one report has both, whose
// sentences are set in other places or on other days or tell of people in another state, or where one is more than `most_ratio` times the
// other, since a part is then counted against a whole.
//
// Sure when the word counts a happening's toll ("Verletzte"), when the digits are the same in another order (24, 42), or when the
// sentences share another telling word; else unsure. Words that are counted everywhere ("Menschen", "Tage", "Euro") are left out.
// People are counted by what became of them as well (outcomes.h), whatever words stand for them and for that: sure when both tell of all.
// Handles: "42 Unternehmer begleiten sie" and "24 Unternehmer sind im Tross"; "47 Menschen gerettet" and "52 Personen aus den Kabinen
// geholt". Does not handle: a count of another word for things.
// Test: differences_test.
inline constexpr double most_ratio = 2.5;

// Both sentences name places, and no place is in both: they tell of two happenings.
[[nodiscard]] bool names_other_places(const StoryText& text, const Line& left, const Line& right);

// Both name days, and none is in both.
[[nodiscard]] bool names_other_days(const StoryText& text, const Line& left, const Line& right);

// 24 and 42, 1.5 and 5.1: the same digits in another order, as a slip of the pen leaves them.
[[nodiscard]] bool is_transposed(double a, double b);

void add_count_differences(const StoryText& text, std::span<const Assertion> assertions, ClaimBook& book);

}  // namespace depesche
