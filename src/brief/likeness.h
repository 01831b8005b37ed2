// Which sentences of a story say much the same.
#pragma once

#include <cstdint>
#include <vector>

#include "brief/story_text.h"

namespace depesche {

// Two wordings and how much of each the other has. `left` < `right`.
struct Likeness {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    float shared = 0;         // weight of what both have
    std::uint32_t terms = 0;  // how many

    // Part of the smaller, of the greater, and of both (geometric mean), 0 to 1.
    float of_smaller = 0;
    float of_greater = 0;
    float of_both = 0;
};

// All pairs of wordings that share enough to be worth a closer look, by left, right; for each wording at most
// `likeness_limit` of the likest.
//
// Why it works: sentences about one thing share its rare words, so only sentences on the lists of their rare terms are compared.
// Handles: a thousand copies (one wording), other order, compounds. Does not handle: synonyms alone ("Helikopter" for
// "Hubschrauber" with nothing else in common). Linear in the number of entries on lists of at most `list_limit` sentences.
// Test: likeness_test, with a slow twin that compares all pairs.
inline constexpr std::size_t likeness_limit = 24;
inline constexpr std::size_t list_limit = 64;
[[nodiscard]] std::vector<Likeness> find_likenesses(const StoryText& text);

// What two wordings share.
[[nodiscard]] Likeness compare(const StoryText& text, std::uint32_t left, std::uint32_t right);

}  // namespace depesche
