// Candidates: for each piece the few pieces that share enough rare words with it to be worth comparing; never all pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "stories/day_counts.h"
#include "stories/profile.h"

namespace depesche {

inline constexpr std::size_t most_neighbours = 40;  // kept for each piece and day
inline constexpr float least_likeness = 0.06F;      // cosine over the words that are not too common
inline constexpr std::uint32_t too_common = 500;    // pieces of a day: such a word leads to no candidates

// A neighbour of a piece, by its number in the stream.
struct Neighbour {
    std::uint32_t piece = 0;
    float likeness = 0;
};

// Most alike first, then by number.
[[nodiscard]] inline bool closer(const Neighbour& a, const Neighbour& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.piece < b.piece;
}

using MayBeNear = std::function<bool(std::uint32_t, std::uint32_t)>;

// For each piece of a day its neighbours, closest first.
using NeighbourLists = std::vector<std::vector<Neighbour>>;

// Where the words of one day's pieces stand, those that are too common on that day left out.
class DayIndex {
public:
    struct Posting {
        std::uint32_t term = 0;
        std::uint32_t piece = 0;
        float weight = 0;
    };

    // The vectors of pieces `first`, `first` + 1 …, and the counts of their day.
    DayIndex(std::uint32_t first, std::span<const Vector* const> vectors, const DayCounts& counts);
    [[nodiscard]] std::span<const Posting> postings_of(std::uint32_t term) const;
    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    // The words of one of its pieces that are not too common; ascending by term.
    [[nodiscard]] const Vector& words_of(std::uint32_t piece) const { return words_[piece - first_]; }

private:
    std::uint32_t first_ = 0;
    std::vector<Vector> words_;
    std::vector<Posting> postings_;       // by term, then piece
    std::vector<std::uint32_t> buckets_;  // first posting of the terms with these high bits, one more at the end
    unsigned shift_ = 31;                 // from a term to its high bits
};

// For each piece of `day` its neighbours among the pieces of `other`, which may be `day` itself. Neighbourhood is not mutual. `may` says of
// two pieces whether they can be neighbours; without it all can. Works by
// summing the postings of a piece's words, so the cost is that of the postings, at most too_common for each word and day.
// Handles: headlines that share one rare word. Does not handle: the same happening told without a common word.
// Twin: the plain loop over all pairs, tests/stories/candidates_test.cpp.
[[nodiscard]] NeighbourLists find_neighbours(const DayIndex& day, const DayIndex& other, unsigned threads, const MayBeNear& may = {});

}  // namespace depesche
