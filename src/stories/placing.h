// Placing: a day's pieces put into stories and topics, new ones or those that go on from the days before.
//
// What was placed stays: on a day its new pieces are linked among each other and to the stories that pieces of the window are in, while two
// stories of earlier days are never joined. So later days change no earlier one, and all that a day needs of the past is which stories the
// pieces of its window are in. Handles: a happening told over days whose first pieces have left the window. Does not handle: two stories
// that only a later day shows to be one.
// Source of the method: online clustering of news streams (Allan and others 1998; Miranda and others 2018), a day at a time, so that the
// order within the day does not matter.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "stories/grouping.h"
#include "stories/linkage.h"

namespace depesche {

// Least mean probabilities at which clusters are joined.
struct Thresholds {
    double story = 1;
    double topic = 1;
    double topic_articles = 1;  // where all links are between whole articles, which share more words with their look-alikes
};

// The affairs (stories/affairs.h) of the window's pieces and the day's, one number a piece, 0 for none; asked with the day's stories, each
// named by the day's first piece in it, counted from 0.
using FindAffairs = std::function<std::vector<std::uint32_t>(std::span<const std::uint32_t>)>;

// The day's stories, each piece by the first in it, with more of them joined.
using JoinStories = std::function<std::vector<std::uint32_t>(std::span<const std::uint32_t>)>;

// `placed`: places of the window's earlier pieces, which are numbered from `first` on and are followed by `count` pieces of the day; any
// numbers may name their stories and topics. New ones are named by the number of their earliest piece.
// `links`: all with their second piece in the day, none of pieces before `first`. Returns the places of the day's pieces.
// A topic of which at least half the pieces are of one affair goes with it: new ones become one, or go on the earlier topic that has most
// of the affair's pieces. Without `affairs` links alone count. `join` has a say only where nothing is `placed`.
[[nodiscard]] std::vector<Placement> place_day(std::uint32_t first, std::span<const Placement> placed, std::uint32_t count,
                                               std::span<const Link> links, const Thresholds& thresholds, const FindAffairs& affairs = {},
                                               const JoinStories& join = {});

}  // namespace depesche
