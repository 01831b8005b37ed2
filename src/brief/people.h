// Who and where: the people and places that a story's reports name.
#pragma once

#include <vector>

#include <depesche/brief.h>

#include "brief/story_text.h"

namespace depesche {

// Named in most reports first, then most often, then by name. A mention is the first place of each spelling in each report.
[[nodiscard]] std::vector<NamedThing> find_named(const StoryText& text, NameKind kind);

}  // namespace depesche
