// Rows of the tables joined_stories and joined_topics. All within a transaction that the caller holds.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/language_joins.h"

namespace depesche {

// Stories that this one is joined with at present, itself among them; none when it is not joined.
[[nodiscard]] Result<std::vector<std::string>> joined_with(const Database& database, const std::string& story);

// The topic that words gave the story of this name; empty when there is no such story.
[[nodiscard]] Result<std::string> topic_of(const Database& database, const std::string& story);

// Makes `joins` those of `stories`, which are closed: none of them is joined with one that is not among them, before or after. Topics of
// stories that are one become one, named after the earliest piece of them all; topics that were one for a join that is gone come apart.
[[nodiscard]] Result<Rejoined> replace_joins_of(const Database& database, const std::set<std::string>& stories,
                                                std::span<const JoinedStory> joins);

}  // namespace depesche
