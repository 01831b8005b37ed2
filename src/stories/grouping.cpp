#include "stories/grouping.h"

#include "stories/judge.h"
#include "stories/stream.h"

namespace depesche {

std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const StoryModels models;
    const Stream stream = make_stream(pieces, languages, models.articles, threads);
    const std::vector<Link> links = judge_together(stream, models, judge_alone(stream, models, threads), threads);
    const Grouped grouped = group(stream, links, models);
    std::vector<Placement> placements(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) placements[stream.order[i]] = {stream.order[grouped.story[i]], stream.order[grouped.topic[i]]};
    return placements;
}

}  // namespace depesche
