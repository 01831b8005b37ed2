// What became of stories between two groupings: joined, split, or given another name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace depesche {

// One piece's story before and after; an empty name means that the piece was, or is, not there.
struct StoryStep {
    std::string before;
    std::string after;
};

enum class StoryEventKind : std::uint8_t {
    renamed,  // the same pieces under another name
    joined,   // several stories became one
    split,    // one became several
    mixed,    // several became several others
};

struct StoryEvent {
    StoryEventKind kind = StoryEventKind::renamed;
    std::vector<std::string> before;  // names, ascending
    std::vector<std::string> after;
};

// Names that pieces share, before or after, belong to one event; a story that keeps its name and all its pieces, or only has new ones, is
// none. Pieces that were not there before, or are gone, do not count. By the first name before. O(n log n).
[[nodiscard]] std::vector<StoryEvent> story_events(std::span<const StoryStep> steps);

}  // namespace depesche
