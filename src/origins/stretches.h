// Stretches: which sentences of an aligned pair were taken over, and which only share quoted words.
#pragma once

#include <span>
#include <vector>

#include "origins/align.h"
#include "origins/candidates.h"

namespace depesche {

// A sentence (or the part of it) that stands in both texts, exactly or lightly edited. Spans are text bytes on both sides.
struct Stretch {
    Span left;
    Span right;
    std::uint32_t left_sentence = 0;
    std::uint32_t right_first = 0;  // sentences of the right text
    std::uint32_t right_last = 0;
    float weight = 0;          // of the matched words
    float outside = 0;         // of the matched words outside quotation marks, verbs of saying left out
    float exact = 0;           // share of the left side's letters that the right side has in the same form
    bool whole = false;        // the whole sentence
    bool anchor = false;       // evidence enough by itself
    bool quote_alone = false;  // little more than quoted words: the same speaker was heard, nothing need have been copied
};

struct PairStretches {
    std::vector<Stretch> copies;  // by left sentence; not overlapping on the left
    std::vector<Stretch> quotes;  // quoted words that both texts have
    float weight = 0;             // of all copies
};

// Judges the blocks of a pair. `spread` of each sentence of the left text (empty: few): one that stands in many unrelated pieces
// is no copy, one that stands in some is one only with evidence of its own.
// Nothing when no sentence is evidence enough by itself: six words that are no stop words, not in a quotation alone, the half of
// a sentence. A sentence with little evidence of its own is a copy beside such a one.
[[nodiscard]] PairStretches judge_pair(const ReuseText& left, const ReuseText& right, std::span<const AlignedBlock> blocks,
                                       std::span<const Spread> spread);

}  // namespace depesche
