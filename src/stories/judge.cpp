#include "stories/judge.h"

#include <algorithm>
#include <charconv>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t block = 256;  // pairs a thread takes at a time

template <class Work>
void for_each_pair(std::size_t count, unsigned threads, Work work) {
    for_each_index((count + block - 1) / block, threads, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(count, (b + 1) * block); ++i) work(i);
    });
}

bool both_whole(const Stream& stream, std::uint32_t a, std::uint32_t b) { return stream.reads[a].full_text && stream.reads[b].full_text; }

float judge_one(const Stream& stream, const StoryModels& models, const PiecePair& pair) {
    if (both_whole(stream, pair.first, pair.second)) return probability(models.articles, article_features_of(stream, pair));
    if (!worth_judging(stream.profiles[pair.first], stream.profiles[pair.second], pair.likeness)) return 0;
    return models.alone.probability(features_of(stream, pair));
}


}  // namespace

StoryModels::StoryModels()
    : articles("stories/article-model.tsv"), alone(data_bytes("stories/pair-model.tsv"), feature_names()),
      together(data_bytes("stories/company-model.tsv"), joint_feature_names()) {
    for (const Row& row : data_rows("stories/linkage.tsv")) {
        if (row.size() < 2) continue;
        double value = 1;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "story") story = value;
        if (row[0] == "topic") topic = value;
    }
}

std::span<const std::string_view> joint_feature_names() {
    static const auto names = [] {
        std::array<std::string_view, joint_feature_count> joint;
        std::ranges::copy(company_feature_names(), std::ranges::copy(feature_names(), joint.begin()).out);
        return joint;
    }();
    return names;
}

JointFeatures join(const Features& pair, const CompanyFeatures& company) {
    JointFeatures joint{};
    std::ranges::copy(company, std::ranges::copy(pair, joint.begin()).out);
    return joint;
}

std::vector<Link> judge_alone(const Stream& stream, const StoryModels& models, unsigned threads) {
    std::vector<Link> links(stream.pairs.size());
    for_each_pair(links.size(), threads, [&](std::size_t i) {
        const PiecePair& pair = stream.pairs[i];
        links[i] = {pair.first, pair.second, judge_one(stream, models, pair), static_cast<std::uint32_t>(i)};
    });
    std::erase_if(links, [](const Link& link) { return link.probability < least_probability; });
    return links;
}

std::vector<Link> judge_together(const Stream& stream, const StoryModels& models, std::span<const Link> alone, unsigned threads) {
    const Company company(static_cast<std::uint32_t>(stream.reads.size()), alone);
    std::vector<Link> links(alone.begin(), alone.end());
    for_each_pair(links.size(), threads, [&](std::size_t i) {
        Link& link = links[i];
        if (both_whole(stream, link.first, link.second)) return;
        link.probability = models.together.probability(join(features_of(stream, stream.pairs[link.pair]), company.features(alone[i])));
    });
    return links;
}

// The means at which average linkage joins never rise, so going on to a lower one only joins whole stories.
Grouped group(const Stream& stream, std::span<const Link> links, const StoryModels& models) {
    const auto count = static_cast<std::uint32_t>(stream.reads.size());
    return {link_average(count, links, models.story), link_average(count, links, models.topic)};
}

}  // namespace depesche
