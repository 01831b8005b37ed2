// Judge: how likely each candidate pair reports one happening, in two looks: each pair alone, then in the company it keeps.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/tree_model.h"
#include "stories/affairs.h"
#include "stories/articles.h"
#include "stories/company.h"
#include "stories/features.h"
#include "stories/linkage.h"
#include "stories/sidebars.h"
#include "stories/stream.h"

namespace depesche {

// All weights, read once from data/stories. `meaning`: those that were learnt with the cosine of the pieces' vectors.
struct StoryModels {
    explicit StoryModels(bool meaning = false);
    ArticleModel articles;
    TreeModel alone;     // over the features of a pair
    TreeModel together;  // over those and the features of its company
    double story = 1;    // least mean probability at which clusters are joined to stories, and to topics
    double topic = 1;
    double topic_articles = 1;  // the same for topics of whole articles
    SidebarThresholds sidebars;
    AffairModel affairs;
};

// Pairs less likely than this in the first look are dropped: they count as 0 from then on.
inline constexpr float least_probability = 0.03F;

// The numbers of the second look: the pair's, then its company's.
inline constexpr std::size_t joint_feature_count = feature_count + company_feature_count;
using JointFeatures = std::array<float, joint_feature_count>;
[[nodiscard]] std::span<const std::string_view> joint_feature_names();
[[nodiscard]] JointFeatures join(const Features& pair, const CompanyFeatures& company);

// What the first look left of a day's pairs: links, ascending, Link::pair an index into stream.pairs(); and the numbers of each, except of
// two whole articles.
struct FirstLook {
    std::vector<Link> links;
    std::vector<Features> features;
};

// First look at the pairs of the stream's last day: both pieces whole articles: by their texts; else by headline and lead.
[[nodiscard]] FirstLook look_alone(const Stream& stream, const StoryModels& models, unsigned threads);

// The company that pieces keep in the days held, by the links the stream was given (keep_links).
[[nodiscard]] Company company_of(const Stream& stream);

// Second look at what the first left of the last day; pairs of whole articles keep what they have. The stream has been given the
// links.
[[nodiscard]] std::vector<Link> look_together(const Stream& stream, const FirstLook& first, const StoryModels& models, unsigned threads);

}  // namespace depesche
