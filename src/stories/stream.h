// Stream: pieces read, weighed and compared, in order of time. What grouping works on, and what its model is learnt from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/articles.h"
#include "stories/candidates.h"
#include "stories/features.h"
#include "stories/profile.h"

namespace depesche {

// Two candidates, first before second in order of time.
struct PiecePair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float likeness = 0;
    std::uint32_t place_of_second = 0;  // in first's list of neighbours
    std::uint32_t place_of_first = 0;
};

struct Stream {
    std::vector<std::uint32_t> order;   // index into the pieces given, by first_seen (unknown last), then id
    std::vector<ReadPiece> reads;       // in that order, as are the others
    std::vector<Profile> profiles;
    std::vector<WindowCounts> windows;
    std::vector<float> best_likeness;
    std::vector<PiecePair> pairs;       // ascending
};

[[nodiscard]] Stream make_stream(std::span<const Piece> pieces, const Languages& languages, const ArticleModel& articles, unsigned threads);

[[nodiscard]] Features features_of(const Stream& stream, const PiecePair& pair);
[[nodiscard]] ArticleFeatures article_features_of(const Stream& stream, const PiecePair& pair);

}  // namespace depesche
