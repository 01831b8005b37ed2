#include "stories/grouping.h"

#include <algorithm>
#include <charconv>

#include "base/parallel.h"
#include "stories/linkage.h"
#include "stories/pair_model.h"
#include "stories/stream.h"

namespace depesche {
namespace {

// Numbers of data/stories/linkage.tsv.
struct Thresholds {
    double story = 1;
    double topic = 1;
};

Thresholds read_thresholds() {
    Thresholds thresholds;
    for (const Row& row : data_rows("stories/linkage.tsv")) {
        if (row.size() < 2) continue;
        double value = 1;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "story") thresholds.story = value;
        if (row[0] == "topic") thresholds.topic = value;
    }
    return thresholds;
}

// The probability of each candidate pair; both articles: by their texts, else by headline and lead.
std::vector<Link> judge(const Stream& stream, const PairModel& pairs, const ArticleModel& articles, unsigned threads) {
    std::vector<Link> links(stream.pairs.size());
    constexpr std::size_t block = 256;
    for_each_index((links.size() + block - 1) / block, threads, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(links.size(), (b + 1) * block); ++i) {
            const PiecePair& pair = stream.pairs[i];
            const bool whole = !stream.profiles[pair.first].text.empty() && !stream.profiles[pair.second].text.empty();
            links[i] = {pair.first, pair.second, 0};
            links[i].probability = whole ? probability(articles, article_features_of(stream, pair)) : pairs.probability(features_of(stream, pair));
        }
    });
    return links;
}

}  // namespace

std::vector<Placement> group_pieces(std::span<const Piece> pieces, const Languages& languages, unsigned threads) {
    const PairModel pairs(data_bytes("stories/pair-model.tsv"));
    const ArticleModel articles("stories/article-model.tsv");
    const Thresholds thresholds = read_thresholds();
    const Stream stream = make_stream(pieces, languages, articles, threads);
    const std::vector<Link> links = judge(stream, pairs, articles, threads);
    const auto count = static_cast<std::uint32_t>(pieces.size());
    const std::vector<std::uint32_t> story = link_average(count, links, thresholds.story);
    const std::vector<std::uint32_t> topic = link_average(count, links, thresholds.topic);
    std::vector<Placement> placements(pieces.size());
    for (std::uint32_t i = 0; i < count; ++i) placements[stream.order[i]] = {stream.order[story[i]], stream.order[topic[story[i]]]};
    return placements;
}

}  // namespace depesche
