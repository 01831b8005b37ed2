// What changed between the versions of a piece, in a line for people.
#pragma once

#include <string>
#include <vector>

#include <depesche/brief.h>

#include "show/labels.h"

namespace depesche {

// "2 versions, changed: “drei” → “vier”, + “am Abend”, − “mit Seilen” and 3 more"; empty for a piece that was stored once. The latest
// changes come first; at most four are named, each cut to 60 letters.
[[nodiscard]] std::string version_text(const Report& report, const Labels& labels);

// The places of the changes that version_text names: in the newer version, or in the older for words that were taken out.
[[nodiscard]] std::vector<Mention> version_places(const Report& report);

}  // namespace depesche
