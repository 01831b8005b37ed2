// Local alignment of two texts on words: which words of one stand in the other, in the same order, with the edits desks make.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origins/reuse_words.h"

namespace depesche {

// Two words that stand for each other: indices into the texts' words.
struct WordMatch {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    float likeness = 1;  // 1 for kin, less for forms that share most of their letters
};

// A stretch of both texts in the same order: matches ascending on both sides.
struct AlignedBlock {
    std::vector<WordMatch> matches;
    float score = 0;
};

// What a word counts for: little for a stop word.
[[nodiscard]] float weight_of(const ReuseWord& word);

// 1 for kin, 0.6 for forms of one name or compound ("Gennadij", "Gennadi"; "Kanzler", "Bundeskanzler"), 0 for others.
[[nodiscard]] float likeness_of(const ReuseText& left, const ReuseWord& a, const ReuseText& right, const ReuseWord& b);

// Where each run of three words begins in a text: made once for a text that is compared with several.
class RunTable {
public:
    explicit RunTable(std::span<const ReuseWord> words);
    // Calls visit(position) for at most eight places, the first ones, where the three kin begin.
    template <class Visit>
    void each(std::span<const ReuseWord> words, std::uint32_t a, std::uint32_t b, std::uint32_t c, Visit visit) const {
        if (heads_.empty()) return;
        int seen = 0;
        for (std::uint32_t at = heads_[slot(a, b, c)]; at != none && seen < 8; at = next_[at]) {
            if (words[at].kin != a || words[at + 1].kin != b || words[at + 2].kin != c) continue;
            visit(at);
            ++seen;
        }
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    [[nodiscard]] std::size_t slot(std::uint32_t a, std::uint32_t b, std::uint32_t c) const;
    std::vector<std::uint32_t> heads_;
    std::vector<std::uint32_t> next_;
};

// The blocks that the two texts share, best first. Seeds are runs of three kin, grown as far as they go; runs that lie behind
// each other on both sides with small gaps are chained (as BLAST and its successors do), and what
// lies between and up to the sentence ends is aligned by dynamic programming in small rectangles.
// Why it works: an edited sentence keeps runs; what is between two kept runs is short. Handles: moved sentences (a block
// each), dropped and put-in words, other words in one place. Does not: a sentence with no three words in a row left.
// Time is linear in the texts but for texts that repeat themselves, where eight places a run are looked at.
[[nodiscard]] std::vector<AlignedBlock> align_words(const ReuseText& left, const ReuseText& right, const RunTable& right_runs);

}  // namespace depesche
