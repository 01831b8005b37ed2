// Sidebars: reportages, interviews and commentaries of a pile, put to the story they go with.
//
// A reportage has its own people and few of the report's words, so its links are weak, and by average linkage it stays alone. But it names
// no day of news of its own, so it is no happening of its own either: it goes with the report, and of all stories of the pile it shares
// most with that one. So an article that linkage left alone, and that tells of no day, joins the story to which it is likeliest, at a lower
// threshold, if it shares names with it: the portrait of another captain is as likely by its other words, but names nobody of the story.
// Handles: a morning in the village behind a closed bridge. Does not handle: a sidebar that names a day in its first sentences; one to a
// single report (tests/stories/sidebars_test.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace depesche {

// Two articles of a pile.
struct ArticleTie {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float probability = 0;  // of being one story, judged alone
    float names = 0;        // ArticleFeatures::names
};

// Least means over the pieces of the story.
struct SidebarThresholds {
    double probability = 1;
    double names = 1;
};

// `story`: for each piece the first piece of its story; `no_day`: 1 for articles that name no day of their news. Each alone is judged by
// the stories as given, so their order does not matter; of equal stories it joins that with the earliest piece.
[[nodiscard]] std::vector<std::uint32_t> join_sidebars(std::span<const std::uint32_t> story, std::span<const std::uint8_t> no_day,
                                                       std::span<const ArticleTie> ties, const SidebarThresholds& thresholds);

}  // namespace depesche
