// SentenceEncoder: the whole of the part Meaning, from texts to vectors: pieces, then the network, many texts at a time.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/encoder.h"
#include "meaning/meaning.h"
#include "meaning/pieces.h"

namespace depesche {

class SentenceEncoder final : public Meaning {
public:
    // `weights` and `model` as cmake/pack_meaning.py writes them; `weights` must outlive the encoder. Error: either is broken.
    // `kind`: of product_kinds(); the first when it names none.
    [[nodiscard]] static Result<std::unique_ptr<SentenceEncoder>> make(std::string_view weights, std::string_view model,
                                                                       std::string_view kind = "");

    [[nodiscard]] std::vector<MeaningVector> of(std::span<const std::string> texts, unsigned threads) const override;

    // Before they are packed: meaning_size numbers a text; zeros for one without meaning.
    [[nodiscard]] std::vector<float> numbers_of(std::span<const std::string> texts, unsigned threads) const;

private:
    SentenceEncoder(const EncoderWeights& weights, ProductFunction product, std::unique_ptr<PieceReader> reader)
        : encoder_(weights, product), reader_(std::move(reader)) {}
    void encode_some(std::span<const std::string> texts, std::span<float> out) const;

    Encoder encoder_;
    std::unique_ptr<PieceReader> reader_;
};

// The weights that the program carries.
[[nodiscard]] std::string_view embedded_encoder_weights();
[[nodiscard]] std::string_view embedded_piece_model();

}  // namespace depesche
