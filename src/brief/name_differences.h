// People whom two reports name differently.
#pragma once

#include "brief/claims.h"
#include "brief/story_text.h"

namespace depesche {

// People of one surname with other first names, none of the reports naming both: a desk got the name wrong, if they have the same role
// or noun beside them or first names that are a slip apart; others may be two people and are left out. Transcriptions of one name are one
// group (group_names) and never get here. Handles: "Kapitän Enno Ricklefs" and "Kapitän Onno Ricklefs". Does not handle: brothers in one
// office of whom each report names one. Test: differences_test.
void add_name_differences(const StoryText& text, ClaimBook& book);

}  // namespace depesche
