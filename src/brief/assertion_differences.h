// Differences between what two reports assert of one thing in other sentences: "Der Vertrag gilt 26 Monate" and "der Vertrag läuft 24
// Monate".
#pragma once

#include <span>

#include "brief/assertions.h"
#include "brief/claims.h"
#include "brief/story_text.h"

namespace depesche {

// Lines up the figures, durations and dates of each pair of reports and adds those that do not agree.
//
// Why it works: each assertion has at most one partner in another report. Those that agree are paired first, so that a figure both have is
// out of the way of others; of the rest a pair stands when each is the other's likest by the words around it (assertions.h), weighed
// by how rare they are in the story. Two states ("tot", "verletzt"), an earlier happening and this one, other places
// and a value that the other report has as well are never paired.
// Handles: "Fieber trat bei drei Prozent auf" and "Fieber hatten acht Prozent". Does not handle: sentences without a word in common.
// Reports beyond the first `most_compared` are left to the lined-up sentences. Test: assertions_test.
inline constexpr std::size_t most_compared = 24;

struct AssertionBooks {
    ClaimBook& figures;
    ClaimBook& dates;
};

void add_assertion_differences(const StoryText& text, std::span<const Assertion> all, const AssertionBooks& books);

}  // namespace depesche
