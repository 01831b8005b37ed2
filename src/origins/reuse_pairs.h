// Pairs: all articles of a pile that share text with another, and the stretches that they share.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "origins/lineage.h"
#include "origins/stretches.h"

namespace depesche {

// Text that stands in two articles, as one run of sentences.
struct SharedStretch {
    Span left;
    Span right;
    float exact = 0;  // letters of the left side that the right side has in the same form
};

// Two articles that share text, by their numbers; `left` is the one whose sentences were judged.
struct ReusePair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::vector<SharedStretch> copies;  // by left
    std::vector<SharedStretch> quotes;  // only quoted words in common

    [[nodiscard]] float exact() const;
    [[nodiscard]] std::size_t left_bytes() const;
    [[nodiscard]] std::size_t right_bytes() const;
};

// The texts of a pile read as words, as far as they are needed: keeps the last ones. One object a thread.
class ReuseTexts {
public:
    ReuseTexts(std::span<const OriginText> articles, std::span<const std::uint32_t> order, const ReuseLexicon& lexicon);
    ~ReuseTexts();
    ReuseTexts(const ReuseTexts&) = delete;
    ReuseTexts& operator=(const ReuseTexts&) = delete;

    struct Entry;
    [[nodiscard]] const Entry& get(std::uint32_t number);
    [[nodiscard]] ReusePair compare(std::uint32_t left, std::uint32_t right, std::span<const Spread> spread);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// All pairs of the articles, which are numbered in `order` (number -> index into articles), each pair once with the higher number
// on the left; by left, right. The same for any number of threads.
struct ReusePairs {
    std::vector<ReusePair> pairs;
    std::vector<std::uint32_t> own_bytes;  // by number: text without sentences that stand in many unrelated pieces
};
[[nodiscard]] ReusePairs find_pairs(std::span<const OriginText> articles, std::span<const std::uint32_t> order, const ReuseLexicon& lexicon,
                                    unsigned threads);

}  // namespace depesche
