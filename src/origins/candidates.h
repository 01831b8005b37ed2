// Candidates: which articles may have text in common with a given one, and what of it stands in many unrelated pieces.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origins/fingerprint_index.h"
#include "origins/fingerprints.h"

namespace depesche {

// What is known of an article beside its fingerprints. Articles are numbered by time.
struct ArticleFacts {
    Sketch sketch{};
    std::int32_t day = 0;      // days since 1970; unknown_day when the article has none
    std::uint32_t outlet = 0;  // the same number for the same outlet, 0 for unknown
};
inline constexpr std::int32_t unknown_day = -0x7FFFFFFF;

struct Candidate {
    std::uint32_t article = 0;
    float weight = 0;  // shared fingerprints, each counting less the more articles have it
};

// In how many pieces that have nothing else in common a fingerprint or a sentence stands.
enum class Spread : unsigned char { few, some, many };

struct Candidates {
    std::vector<Candidate> articles;  // numbered below the one asked for; most weight first, then first number; at most most_candidates
    std::vector<Spread> spread;       // of each fingerprint
};
inline constexpr std::size_t most_candidates = 12;

// Looks the article's fingerprints up. A fingerprint is spread over many pieces when the articles that have it fall into five groups
// or more without anything else in common (by their sketches), or four that lie days apart: newsletter lines and standing endings are
// such, an agency's text that fifty outlets carry is one group, as is the same article a thousand times. Three groups are some.
// Those of many are no way to candidates. Looks at no more than 64 articles a
// fingerprint, so its time does not grow with how often a text was copied.
[[nodiscard]] Candidates find_candidates(std::uint32_t article, std::span<const Fingerprint> fingerprints, const FingerprintIndex& index,
                                         std::span<const ArticleFacts> facts);

}  // namespace depesche
