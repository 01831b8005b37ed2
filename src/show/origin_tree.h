// Who took what from whom, as a tree below each origin.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <depesche/brief.h>

namespace depesche {

// A report in the tree of an origin, with what it took from the one above it (or, on the first level, from a text that is not in the
// pile). Depth 0 is right below the origin.
struct OriginStep {
    std::uint32_t page = 0;
    std::uint32_t depth = 0;
    bool last = false;                      // no sibling follows
    std::vector<const BriefCopy*> taken;    // from the report above; at depth 0 those without a page to come from
    std::vector<const BriefCopy*> besides;  // what it took from further reports of the same origin
};

struct OriginBranch {
    const BriefOrigin* origin = nullptr;  // nullptr: copies that belong to none of the story's origins
    std::vector<OriginStep> steps;        // depth first, in the order of the story's reports
};

// A report hangs below the report it took most from; what it took elsewhere stands beside. Every report of an origin is in its branch
// exactly once, every copy of the story in exactly one step, also when copies name each other in a circle (the first report of the
// circle is then a root). Copies are matched to origins by name; with an empty or unknown name to the first origin that has both reports.
// Test: OriginTree.*.
[[nodiscard]] std::vector<OriginBranch> origin_tree(const Story& story);

// Words in the text that was taken, over all copies.
[[nodiscard]] std::size_t words_in(std::span<const BriefCopy* const> copies);

}  // namespace depesche
