#include "stories/grouping.h"

#include "stories/judge.h"
#include "stories/linkage.h"
#include "stories/stream.h"

namespace depesche {

std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const StoryModels models;
    const Stream stream = make_stream(pieces, languages, models.articles, threads);
    const std::vector<Link> links = judge_together(stream, models, judge_alone(stream, models, threads), threads);
    const auto count = static_cast<std::uint32_t>(pieces.size());
    const std::vector<std::uint32_t> story = link_average(count, links, models.story);
    const std::vector<std::uint32_t> topic = link_average(count, links, models.topic);
    std::vector<Placement> placements(pieces.size());
    for (std::uint32_t i = 0; i < count; ++i) placements[stream.order[i]] = {stream.order[story[i]], stream.order[topic[story[i]]]};
    return placements;
}

}  // namespace depesche
