// Judge: how likely each candidate pair reports one happening, in two looks: each pair alone, then in the company it keeps.
#pragma once

#include <array>
#include <vector>

#include "language/language.h"
#include "stories/articles.h"
#include "stories/company.h"
#include "stories/features.h"
#include "stories/linkage.h"
#include "stories/stream.h"
#include "stories/tree_model.h"

namespace depesche {

// All weights, read once from data/stories.
struct StoryModels {
    StoryModels();
    ArticleModel articles;
    TreeModel alone;     // over the features of a pair
    TreeModel together;  // over those and the features of its company
    double story = 1;    // least mean probability at which clusters are joined to stories, and to topics
    double topic = 1;
};

// Pairs less likely than this in the first look are dropped: they count as 0 from then on.
inline constexpr float least_probability = 0.03F;

// The numbers of the second look: the pair's, then its company's.
inline constexpr std::size_t joint_feature_count = feature_count + company_feature_count;
using JointFeatures = std::array<float, joint_feature_count>;
[[nodiscard]] std::span<const std::string_view> joint_feature_names();
[[nodiscard]] JointFeatures join(const Features& pair, const CompanyFeatures& company);

// What the judge finds: links of pieces in order of time, ascending. `alone` only when asked for.
struct Verdict {
    std::vector<Link> alone;
    std::vector<Link> together;
};

// Walks the stream to its end. First look, as each day comes: both pieces whole articles: by their texts; else by headline and lead.
// Second look, when all days near a day are done, at what the first left; pairs of whole articles keep their probability.
[[nodiscard]] Verdict judge(Stream& stream, const StoryModels& models, unsigned threads, bool keep_alone);

// The probability of a pair for itself; 0 when it is not worth judging.
[[nodiscard]] float judge_alone(const Stream& stream, const StoryModels& models, const PiecePair& pair);

// For each piece, in the stream's order, the earliest piece of its story and of its topic.
struct Grouped {
    std::vector<std::uint32_t> story;
    std::vector<std::uint32_t> topic;
};
[[nodiscard]] Grouped group(std::uint32_t pieces, std::span<const Link> links, const StoryModels& models);

}  // namespace depesche
