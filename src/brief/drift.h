// Drift: whether two wordings of one utterance differ in substance, and in which words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "brief/story_text.h"
#include "brief/utterance.h"

namespace depesche {

// A place where the wordings part. [begin, end) of the words of either; one side may be empty.
struct Change {
    std::uint32_t left_begin = 0;
    std::uint32_t left_end = 0;
    std::uint32_t right_begin = 0;
    std::uint32_t right_end = 0;
    bool harmless = false;
};

// How two wordings lie against each other.
struct WordingMatch {
    std::uint32_t matched = 0;    // words of the shorter that the other has, up to endings
    std::uint32_t content = 0;    // of these, how many say something
    std::uint32_t shorter = 0;    // words of the shorter
    std::uint32_t inner = 0;      // words of the longer between the first and the last matched one
    std::vector<Change> changes;  // in order
};

// Lines the words up. Both sides by the same rules, so the result of (b, a) mirrors that of (a, b).
//
// A change is harmless when it is: an ending, a filler, the same letters written apart or together, the same words in another order,
// or a cut at the begin or end without loss. A cut has a loss when what is cut begins with a word that takes back ("aber",
// "wenn", "so gut"), or when it is cut out of the middle of a clause and has a word that narrows or turns round ("nicht", "nur").
// Handles: "keine" / "eine", "so" left out, a condition cut off. Does not handle: a cut that misleads by what it leaves unsaid.
// Test: drift_test.
[[nodiscard]] WordingMatch match_wordings(const StoryText& text, const Utterance& left, const Utterance& right);

// True when some change is not harmless.
[[nodiscard]] bool has_drift(const WordingMatch& match);

// "keine → eine", "derzeit → –", "– → nur", and where one wording ends before the other "aber nur heute → …": as written in the reports;
// harmless changes are not in it.
[[nodiscard]] std::vector<std::string> describe(const StoryText& text, const Utterance& left, const Utterance& right,
                                                const WordingMatch& match);

}  // namespace depesche
