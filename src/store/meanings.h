// Meanings: the vectors of a store's pieces, each made once and kept as long as its piece says the same.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include <depesche/result.h>

#include "meaning/meaning.h"
#include "store/database.h"

namespace depesche {

struct MeantPiece {
    std::int64_t row = 0;
    std::string text;  // meant_text of it
    std::shared_ptr<const MeaningVector> vector;
};

class StoredMeanings {
public:
    // All arguments must outlive it.
    StoredMeanings(const Database& database, const MeaningSource& source, unsigned threads)
        : database_(database), source_(source), threads_(threads) {}

    // Gives each piece its vector: the stored one, or one that is made and stored; those of another encoder, and damaged ones, are made
    // anew. What is made is on the disk every thousand pieces, so that a run that is killed goes on from there. Not within a
    // transaction. Errors: those of the encoder, of reading and writing.
    [[nodiscard]] Result<bool> give(std::span<MeantPiece> pieces);

private:
    [[nodiscard]] Result<bool> make(std::span<MeantPiece* const> pieces);

    const Database& database_;
    const MeaningSource& source_;
    unsigned threads_;
    std::unique_ptr<Meaning> meaning_;
};

// By what name a store keeps vectors of the source: that of the weights and the rule by which a piece's text is taken. Empty: no source.
[[nodiscard]] std::string stored_encoder_name(const MeaningSource& source);

// The number of that encoder in the store, which is made where there is none. 0: no source.
[[nodiscard]] Result<std::int64_t> stored_encoder(const Database& database, const MeaningSource& source);

}  // namespace depesche
