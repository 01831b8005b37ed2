// Paraphrase: sentences of a pair that share most of their words in another order, split or merged.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "origins/reuse_words.h"

namespace depesche {

// A left sentence and the one or two right ones that its words stand in.
struct Paraphrase {
    std::uint32_t left_sentence = 0;
    std::uint32_t right_first = 0;
    std::uint32_t right_last = 0;
    float weight = 0;  // of the shared words
    float exact = 0;   // letters of shared words that have the same form
};

// Looks up the words of sentences in a text, whatever their order.
class SentenceWords {
public:
    explicit SentenceWords(const ReuseText& text);

    // The sentence, or two that follow each other, that has most of the words of `left`'s sentence: three fifths of its weight, being
    // itself two fifths made of them or more, with words of weight 4.5 in common. Words that the text repeats count half; words
    // between quotation marks must be half at most.
    // Handles: an inverted clause, two sentences merged, one split. Does not: a sentence said in other words; and it takes
    // two reports of the same facts for one another, so that it is asked only of pairs that are known to share text.
    [[nodiscard]] std::optional<Paraphrase> find(const ReuseText& left, std::uint32_t sentence) const;

private:
    struct Place {
        std::uint32_t kin = 0;
        std::uint32_t word = 0;
    };
    [[nodiscard]] std::span<const Place> places_of(std::uint32_t kin) const;

    const ReuseText* text_;
    std::vector<Place> places_;   // of words with weight, by kin, then word
    std::vector<float> weights_;  // of each sentence
};

}  // namespace depesche
