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

}  // namespace

StoryModels::StoryModels()
    : articles("stories/article-model.tsv"),
      alone(data_bytes("stories/pair-model.tsv"), feature_names()),
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

std::vector<Link> look_alone(const Stream& stream, const StoryModels& models, unsigned threads) {
    const auto pairs = stream.pairs();
    std::vector<float> probabilities(pairs.size());
    for_each_pair(pairs.size(), threads, [&](std::size_t i) {
        const PiecePair& pair = pairs[i];
        if (pair.articles) probabilities[i] = probability(models.articles, stream.article_features_of(pair));
        else if (worth_judging(stream.profile(pair.first), stream.profile(pair.second), pair.likeness))
            probabilities[i] = models.alone.probability(stream.features_of(pair));
    });
    std::vector<Link> links;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        if (probabilities[i] >= least_probability) links.push_back({pairs[i].first, pairs[i].second, probabilities[i], i});
    }
    return links;
}

Company company_of(const Stream& stream) {
    const std::uint32_t first = stream.days().front().begin;
    std::vector<Link> links;
    for (const HeldDay& day : stream.days()) {
        std::ranges::copy_if(day.links, std::back_inserter(links), [&](const Link& link) { return link.first >= first; });
    }
    return {first, stream.days().back().end - first, links};
}

std::vector<Link> look_together(const Stream& stream, const StoryModels& models, unsigned threads) {
    const Company company = company_of(stream);
    std::vector<Link> links = stream.days().back().links;
    for_each_pair(links.size(), threads, [&](std::size_t i) {
        Link& link = links[i];
        const PiecePair& pair = stream.pairs()[link.pair];
        if (!pair.articles) link.probability = models.together.probability(join(stream.features_of(pair), company.features(link)));
    });
    std::erase_if(links, [](const Link& link) { return link.probability < least_probability; });
    return links;
}

}  // namespace depesche
