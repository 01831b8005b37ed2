// Encoder: pieces of texts to vectors, the forward pass of the multilingual Universal Sentence Encoder's small network.
//
// Each piece's row of the table is brought down to three branches of 256 numbers. In each branch two layers look at windows of 2, 3 and 5
// neighbouring pieces. What a piece has in the table and in the branches is evened out, added up over the text, and goes through four
// layers. Source: Yang and others 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval".
//
// Texts go through together, so that each number of the weights is fetched once for many pieces. Rows of two zeros lie between texts: a
// window is then simply the rows side by side in memory, and what lies beyond a text's end counts as nothing. Twin: the Python package's
// own code, bench/compare_meaning.py.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "meaning/product.h"
#include "meaning/weights.h"

namespace depesche {

class Encoder {
public:
    Encoder(const EncoderWeights& weights, ProductFunction product) : weights_(weights), product_(product) {}

    // embedding_size numbers a text, of length one, one text behind the other. Each text has at least one piece. A text's numbers do not
    // depend on the other texts. Memory: some 10 KB a piece.
    [[nodiscard]] std::vector<float> encode(std::span<const std::vector<std::uint32_t>> texts) const;

private:
    EncoderWeights weights_;
    ProductFunction product_;
};

}  // namespace depesche
