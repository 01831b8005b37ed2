// Key points: what the reports agree on, in the words of one of them.
#pragma once

#include <span>
#include <vector>

#include <depesche/brief.h>

#include "brief/likeness.h"
#include "brief/origin_of.h"
#include "brief/story_text.h"

namespace depesche {

inline constexpr std::size_t most_keypoints = 8;

// At most `most_keypoints` sentences of the reports, no two saying the same; those that most independent origins support first,
// then most reports, then by how much of the story's words they hold and how early they stand. What only one report says follows.
//
// A sentence supports another when their words, names and compound parts overlap enough (Likeness) and no figure in them
// differs. Each key point is the centre of its group, so a chain of sentences that drift away from each other is not one group.
// Handles: copies, paraphrases that keep the rare words. Does not handle: the same said in other words throughout.
// Test: keypoints_test.
[[nodiscard]] std::vector<KeyPoint> find_keypoints(const StoryText& text, std::span<const Likeness> likenesses,
                                                   const OriginFinder& origins);

}  // namespace depesche
