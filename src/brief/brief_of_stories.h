// A brief of stories that were grouped already: by make_brief, or earlier by a store.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <depesche/brief.h>

#include "brief/prepare.h"

namespace depesche {

struct GroupedReports {
    std::string id;                      // of the story; empty: named after its earliest page
    std::string topic;                   // its headline
    std::vector<std::uint32_t> reports;  // indices into PreparedPages::reports; each in at most one story
};

// All parts of each story, and the pages. The result does not depend on `threads` nor on the order of `stories`.
[[nodiscard]] Brief brief_of_stories(PreparedPages pages, std::span<const GroupedReports> stories, const Stages& stages, unsigned threads);

}  // namespace depesche
