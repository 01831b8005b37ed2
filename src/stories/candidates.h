// Candidates: for each piece the few pieces that share enough rare words with it to be worth comparing; never all pairs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/profile.h"
#include "stories/window_counts.h"

namespace depesche {

inline constexpr std::size_t most_neighbours = 40;  // kept for each piece
inline constexpr float least_likeness = 0.06F;      // cosine over the words that are not too common
inline constexpr std::uint32_t too_common = 500;    // pieces of the window: such a word leads to no candidates

// A neighbour of a piece, by its index in order of time.
struct Neighbour {
    std::uint32_t piece = 0;
    float likeness = 0;
};

// Where the words of one day's pieces stand.
class DayIndex {
public:
    struct Posting {
        std::uint32_t term = 0;
        std::uint32_t piece = 0;
        float weight = 0;
    };

    // The vectors of pieces `first`, `first` + 1 …, and the counts of their window.
    DayIndex(std::uint32_t first, std::span<const Vector* const> vectors, const WindowCounts& counts);
    [[nodiscard]] std::span<const Posting> postings_of(std::uint32_t term) const;
    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    // The words of one of its pieces that are not too common in its window; ascending by term.
    [[nodiscard]] const Vector& words_of(std::uint32_t piece) const { return words_[piece - first_]; }

private:
    std::uint32_t first_ = 0;
    std::vector<Vector> words_;
    std::vector<Posting> postings_;  // by term, then piece
};

// For each piece of `day` its neighbours among the pieces of `near` (which has `day` itself), most alike first, then by index.
// Neighbourhood is not mutual. Works by summing the postings of a piece's words, so the cost is that of the postings, at most
// too_common for each word and window. Handles: headlines that share one rare word. Does not handle: the same happening told without a
// common word. Twin: the plain loop over all pairs, tests/stories/candidates_test.cpp.
[[nodiscard]] std::vector<std::vector<Neighbour>> find_neighbours(const DayIndex& day, std::span<const DayIndex* const> near,
                                                                  unsigned threads);

}  // namespace depesche
