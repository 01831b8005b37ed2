// Lining up two sentences, or two wordings of one utterance, word by word.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace depesche {

// Pairs (left, right) of places that stand for each other, ascending in both.
using Alignment = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// What it is worth to set left place i against right place j; negative for what must not be.
using Fit = std::function<float(std::uint32_t, std::uint32_t)>;  // called once for each pair of places

inline constexpr float gap_cost = 0.4F;
inline constexpr std::uint32_t align_limit = 160;  // places on a side; longer ones are cut, since cost is their product

// The best global alignment (Needleman and Wunsch 1970) with equal cost for each place left out; of equally good ones that which
// sets the later places against each other. Only places with a fit above 0 are in the result.
//
// Why it works: newsrooms that report one thing from one source keep the order of its words. Handles: words left out, added and
// replaced. Does not handle: a clause that is moved to the other end of the sentence (its words stay without partner).
// Test: align_test, with a slow twin that tries every alignment.
[[nodiscard]] Alignment align(std::uint32_t left, std::uint32_t right, const Fit& fit);

}  // namespace depesche
