// Language joins: which stories of a store are one over language borders (tables joined_stories, joined_topics).
//
// Stories that like pairs connect are looked at together, others are left alone: what they come to does not depend on the rest
// (stories/story_joins.h). So a change begins at the stories that it touched and goes as far as likeness goes. All within a transaction
// that the caller holds, after the stories that words make were written. Twin: joining all at once, tests/store/language_joins_test.cpp.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"
#include "stories/days.h"
#include "stories/likely_pairs.h"

namespace depesche {

// A story that words made, with its topic, and the name of the story that it is part of over language borders.
struct JoinedStory {
    std::string story;
    std::string joined;
    std::string topic;
};

// Stories that were looked at: the name each is shown under, before and now; its own where it is not joined.
struct Rejoined {
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
};

// Makes these pairs those of the days, in place of what was stored for them; what is there already is not written again.
[[nodiscard]] Result<bool> write_language_pairs(const Database& database, std::span<const PieceDay> days,
                                                std::span<const LikelyPair> pairs);

// Stories with a piece in the window of one of the days that have pairs or are joined.
[[nodiscard]] Result<std::set<std::string>> stories_near(const Database& database, std::span<const PieceDay> days);
// All that have pairs or are joined.
[[nodiscard]] Result<std::set<std::string>> stories_with_pairs(const Database& database);

// Finds the joins of these stories, and of all that likeness connects them with, anew from language_pairs. Names of stories that are gone
// do no harm.
[[nodiscard]] Result<Rejoined> rejoin(const Database& database, const std::set<std::string>& stories);

// Makes these the only joins; none: every story is as words made it.
[[nodiscard]] Result<Rejoined> replace_joins(const Database& database, std::span<const JoinedStory> joins);

}  // namespace depesche
