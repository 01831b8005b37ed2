// Fingerprints: few hashes of short word runs by which texts that share a run find each other.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "origins/reuse_words.h"

namespace depesche {

inline constexpr std::size_t fingerprint_words = 4;   // words in a run that is hashed
inline constexpr std::size_t fingerprint_window = 4;  // of so many runs in a row at least one is kept

struct Fingerprint {
    std::uint64_t hash = 0;  // 40 bits
    std::uint32_t word = 0;  // index of the run's first word
};

// The winnowed fingerprints of the words, in text order (Schleimer, Wilkerson, Aiken 2003, "robust winnowing"): of each window of
// runs the smallest hash, the rightmost of equal ones, and the one kept before if it is still as small.
// Why it works: two texts that share fingerprint_words + fingerprint_window - 1 = 7 words in a row have a whole window in common and
// so keep the same run of it. Handles: a sentence copied with one word changed in the middle of 15. Does not: a change
// every third word. A text of fewer than fingerprint_words words has none.
[[nodiscard]] std::vector<Fingerprint> fingerprints_of(std::span<const ReuseWord> words);

// A sketch of a text's set of fingerprints: in each of 32 bins the smallest (one-permutation min-hashing; Li, Owen, Zhang
// 2012). The share of equal bins estimates the share of fingerprints that two texts have in common.
using Sketch = std::array<std::uint16_t, 32>;
[[nodiscard]] Sketch sketch_of(std::span<const Fingerprint> fingerprints);
[[nodiscard]] int equal_bins(const Sketch& left, const Sketch& right);

}  // namespace depesche
