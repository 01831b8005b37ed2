// Story joins: from likely pairs of pieces over language borders to stories that are one.
//
// How like two stories are is read from their pieces: for each piece of the one the likeliest of the other, averaged over both sides. A
// large story told in many ways is so not held against a single foreign report. The likest two are joined first, and two stories of
// one language never: what words kept apart stays apart. Two stories that no chain of like stories connects do not touch each other's
// joining, so a part of a stream may be looked at alone as long as it is closed under likeness (store/language_joins.h).
// Handles: one happening told in three languages beside a like one elsewhere. Does not handle: a foreign report of a happening that words
// split into two stories joins one of them alone (tests/stories/languages_join_test.cpp).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "stories/grouping.h"
#include "stories/likely_pairs.h"

namespace depesche {

inline constexpr float least_strength = 0.5F;  // below it two stories are not alike

// A story as joining sees it.
struct SpokenStory {
    std::vector<std::uint32_t> pieces;  // in order of time
    std::string language;               // of most of its pieces
};

// Two stories, by name, and how like they are.
struct StoryPair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float strength = 0;
};

// Between 0 and 1, the same for both orders. `pairs`: all that have one piece in each of the two stories.
[[nodiscard]] float strength_of(std::span<const LikelyPair> pairs, const SpokenStory& first, const SpokenStory& second);

// Pieces are numbered from 0 on, stories named by the number of their earliest piece; `ranks`: each piece's place in the order of
// time, then id; `spoken`: each piece's language.
[[nodiscard]] std::map<std::uint32_t, SpokenStory> spoken_stories(std::span<const std::uint32_t> story_of_piece,
                                                                  std::span<const std::string> spoken,
                                                                  std::span<const std::uint32_t> ranks);

// The pairs of stories that are joined, strongest first.
[[nodiscard]] std::vector<StoryPair> join_stories(std::vector<LikelyPair> pairs, std::span<const std::uint32_t> story_of_piece,
                                                  std::span<const std::string> spoken, std::span<const std::uint32_t> ranks);

}  // namespace depesche
