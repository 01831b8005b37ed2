#include "stories/likely_pairs.h"

#include <span>

#include "meaning/neighbours.h"

namespace depesche {
namespace {

constexpr float least_likely = 0.05F;     // pairs below say nothing for their stories
constexpr std::size_t most_foreign = 40;  // pieces of a day that a piece is held against, the closest

std::vector<const MeaningVector*> vectors_of(const std::vector<SpokenPiece>& pieces) {
    std::vector<const MeaningVector*> vectors;
    vectors.reserve(pieces.size());
    for (const SpokenPiece& piece : pieces) vectors.push_back(piece.vector.get());
    return vectors;
}

void compare(const std::vector<SpokenPiece>& left, const std::vector<SpokenPiece>& right, const LanguageModel& model, unsigned threads,
             std::vector<LikelyPair>& found) {
    const auto near = meaning_neighbours(vectors_of(left), vectors_of(right), least_language_cosine, most_foreign, threads);
    for (const MeaningNeighbour& pair : near) {
        const SpokenPiece& first = left[pair.left];
        const SpokenPiece& second = right[pair.right];
        const float likely = probability(model, language_features(first.side, second.side, pair.cosine));
        if (likely >= least_likely) found.push_back({first.number, second.number, likely});
    }
}

}  // namespace

std::vector<LikelyPair> likely_pairs(const SpokenDay& one, const SpokenDay& other, const LanguageModel& model, unsigned threads) {
    std::vector<LikelyPair> found;
    for (const auto& [language, pieces] : one) {
        for (const auto& [foreign, others] : other) {
            if (language < foreign) compare(pieces, others, model, threads, found);
            else if (foreign < language && &one != &other) compare(others, pieces, model, threads, found);
        }
    }
    return found;
}

}  // namespace depesche
