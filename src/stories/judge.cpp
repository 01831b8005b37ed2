#include "stories/judge.h"

#include <algorithm>
#include <charconv>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t block = 512;  // pairs a thread takes at a time

std::size_t blocks_of(std::size_t pairs) { return (pairs + block - 1) / block; }

// The first look at some pairs.
FirstLook look_at(const Stream& stream, const StoryModels& models, std::uint32_t begin, std::uint32_t end) {
    FirstLook found;
    for (std::uint32_t i = begin; i < end; ++i) {
        const PiecePair& pair = stream.pairs()[i];
        Features features{};
        float likely = 0;
        if (pair.articles) {
            likely = probability(models.articles, stream.article_features_of(pair));
        } else if (worth_judging(stream.profile(pair.first), stream.profile(pair.second), pair.likeness)) {
            features = stream.features_of(pair);
            if (!regular_apart(stream.read(pair.first), stream.read(pair.second), features)) likely = models.alone.probability(features);
        }
        if (likely < least_probability) continue;
        found.links.push_back({pair.first, pair.second, likely, i, pair.articles.has_value()});
        found.features.push_back(features);
    }
    return found;
}

}  // namespace

StoryModels::StoryModels(bool meaning)
    : articles("stories/article-model.tsv"),
      alone(data_bytes(meaning ? "stories/pair-meaning-model.tsv" : "stories/pair-model.tsv"), feature_names()),
      together(data_bytes(meaning ? "stories/company-meaning-model.tsv" : "stories/company-model.tsv"), joint_feature_names()),
      affairs("stories/affair-model.tsv") {
    for (const Row& row : data_rows("stories/linkage.tsv")) {
        if (row.size() < 2) continue;
        double value = 1;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == (meaning ? "story-meaning" : "story")) story = value;
        if (row[0] == "topic") topic = value;
        if (row[0] == "topic-articles") topic_articles = value;
        if (row[0] == "sidebar") sidebars.probability = value;
        if (row[0] == "sidebar-names") sidebars.names = value;
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

FirstLook look_alone(const Stream& stream, const StoryModels& models, unsigned threads) {
    const std::size_t pairs = stream.pairs().size();
    std::vector<FirstLook> parts(blocks_of(pairs));
    for_each_index(parts.size(), threads, [&](std::size_t b) {
        parts[b] =
            look_at(stream, models, static_cast<std::uint32_t>(b * block), static_cast<std::uint32_t>(std::min(pairs, (b + 1) * block)));
    });
    FirstLook look;
    for (const FirstLook& part : parts) {
        look.links.insert(look.links.end(), part.links.begin(), part.links.end());
        look.features.insert(look.features.end(), part.features.begin(), part.features.end());
    }
    return look;
}

Company company_of(const Stream& stream) {
    const std::uint32_t first = stream.days().front().begin;
    std::vector<Link> links;
    for (const HeldDay& day : stream.days()) {
        std::ranges::copy_if(day.links, std::back_inserter(links), [&](const Link& link) { return link.first >= first; });
    }
    return {first, stream.days().back().end - first, links};
}

std::vector<Link> look_together(const Stream& stream, const FirstLook& first, const StoryModels& models, unsigned threads) {
    const Company company = company_of(stream);
    std::vector<Link> links = first.links;
    for_each_index(blocks_of(links.size()), threads, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(links.size(), (b + 1) * block); ++i) {
            Link& link = links[i];
            if (link.articles) continue;
            const CompanyFeatures features = company.features(link);
            link.probability = models.together.probability(join(first.features[i], features));
        }
    });
    std::erase_if(links, [](const Link& link) { return link.probability < least_probability; });
    return links;
}

}  // namespace depesche
