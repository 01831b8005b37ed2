// Explain: why two pieces are in one story or not, in numbers that a person can read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stories/grouping.h"

namespace depesche {

// A feature of the pair, its value, and by how much it raised (or lowered) the log odds of one happening.
struct Reason {
    std::string_view feature;  // as in features.h and company.h: "title_words", "hours_apart", "witness"
    float value = 0;
    float contribution = 0;
};

struct CommonWord {
    std::string word;  // as the first piece has it
    float rarity = 0;  // 0: in every piece
};

struct Explanation {
    bool one_story = false;
    bool one_topic = false;
    bool candidates = false;               // false: nothing rare in common, or more than window_days apart; then there are no reasons
    bool regular_apart = false;            // a piece that reports nothing, and the other is not the same (features.h)
    float alone = 0;                       // probability of the pair for itself
    float in_company = 0;                  // and with what its neighbours say; what counts
    float threshold = 0;                   // mean probability asked between two clusters
    float start = 0;                       // log odds before the reasons
    std::vector<Reason> reasons;           // greatest contribution first, either way; those of nothing left out
    std::vector<CommonWord> common;        // rarest first
    std::vector<std::uint32_t> witnesses;  // pieces likely one happening with both, strongest first, at most five
};

// Indices into `pieces`. Groups them up to the later one's day, as group_pieces does. Nothing when an index is out of range or both are the
// same.
[[nodiscard]] std::optional<Explanation> explain(std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b,
                                                 const Languages& languages, unsigned threads = 0);

// The same for a pile, which is looked at as a whole (group_pile).
[[nodiscard]] std::optional<Explanation> explain_in_pile(std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b,
                                                         const Languages& languages, unsigned threads = 0);

}  // namespace depesche
