#include "stories/grouping.h"

#include "stories/judge.h"
#include "stories/stream.h"

namespace depesche {

std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const StoryModels models;
    std::vector<std::uint32_t> order;
    Verdict verdict;
    {  // The stream's words are let go of before linkage takes its own memory.
        Stream stream(pieces, languages, models.articles, threads, false);
        verdict = judge(stream, models, threads, false);
        order.assign(stream.order().begin(), stream.order().end());
    }
    const Grouped grouped = group(static_cast<std::uint32_t>(pieces.size()), verdict.together, models);
    std::vector<Placement> placements(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) placements[order[i]] = {order[grouped.story[i]], order[grouped.topic[i]]};
    return placements;
}

}  // namespace depesche
