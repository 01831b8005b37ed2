#include "stories/articles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/language.h"

namespace depesche {
namespace {

constexpr std::size_t full_contrast = 4;  // neighbours at which contrast works in full; one alone has none
constexpr float common_rarity = 3.5F;     // words no rarer than this say nothing about the topic
constexpr float rarity_unit = 3;          // that counts as one word of the topic

float degree(std::size_t neighbours) {
    if (neighbours < 2) return 0;
    return std::min(1.0F, static_cast<float>(neighbours - 1) / static_cast<float>(full_contrast - 1));
}

struct NamedWeight {
    std::string_view name;
    float ArticleModel::*weight;
};
constexpr std::array<NamedWeight, 9> weights = {{
    {"contrast", &ArticleModel::contrast},
    {"intercept", &ArticleModel::intercept},
    {"names", &ArticleModel::names},
    {"head", &ArticleModel::head},
    {"topic", &ArticleModel::topic},
    {"figure", &ArticleModel::figure},
    {"phrase", &ArticleModel::phrase},
    {"day-apart", &ArticleModel::day_apart},
    {"other-day", &ArticleModel::other_day},
}};

// Moves `at` to the first entry of `words` that is not before `term`; its weight when that is the term's, else 0.
float weight_of(const Vector& words, Vector::const_iterator& at, std::uint32_t term) {
    while (at != words.end() && at->term < term) ++at;
    return at != words.end() && at->term == term ? at->weight : 0;
}

// Share of the listed words, each as rare as `own` has it times its listed weight (or once), that the other has.
float covered(const Vector& listed, bool emphasis, const Vector& own, const Vector& other) {
    float all = 0;
    float both = 0;
    auto in_own = own.begin();
    auto in_other = other.begin();
    for (const Weighted& word : listed) {
        const float weight = weight_of(own, in_own, word.term) * (emphasis ? word.weight : 1);
        all += weight;
        if (weight_of(other, in_other, word.term) > 0) both += weight;
    }
    return all > 0 ? both / all : 0;
}

// Common words that are names to neither.
float topic_of(const ArticleSide& left, const ArticleSide& right) {
    float sum = 0;
    auto in_right = right.words.begin();
    auto left_name = left.profile.article.names.begin();
    auto right_name = right.profile.article.names.begin();
    for (const Weighted& word : left.words) {
        const float rarity = std::min(word.weight, weight_of(right.words, in_right, word.term));
        if (rarity <= common_rarity) continue;
        const bool name = weight_of(left.profile.article.names, left_name, word.term) > 0 ||
                          weight_of(right.profile.article.names, right_name, word.term) > 0;
        if (!name) sum += (rarity - common_rarity) / rarity_unit;
    }
    return sum;
}

float common(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
    float count = 0;
    auto at = right.begin();
    for (const std::uint32_t value : left) {
        while (at != right.end() && *at < value) ++at;
        if (at != right.end() && *at == value) ++count;
    }
    return count;
}

}  // namespace

ArticleModel::ArticleModel(std::string_view table) {
    for (const Row& row : data_rows(table)) {
        if (row.size() < 2) continue;
        const auto* const known = std::ranges::find(weights, row[0], &NamedWeight::name);
        if (known != weights.end()) std::from_chars(row[1].data(), row[1].data() + row[1].size(), this->*known->weight);
    }
}

std::vector<ArticleReason> article_reasons(const ArticleModel& model, const ArticleFeatures& features) {
    return {{"article_names", features.names, model.names * features.names},
            {"article_head", features.head, model.head * features.head},
            {"article_topic", features.topic, model.topic * std::log2(1 + features.topic)},
            {"article_figures", features.figures, model.figure * std::log2(1 + features.figures)},
            {"phrases", features.phrases, model.phrase * std::log2(1 + features.phrases)},
            {"days_apart", features.days_apart, model.day_apart * features.days_apart},
            {"other_day", features.other_day, model.other_day * features.other_day}};
}

float probability(const ArticleModel& model, const ArticleFeatures& features) {
    float odds = model.intercept;
    for (const ArticleReason& reason : article_reasons(model, features)) odds += reason.contribution;
    return 1.0F / (1.0F + std::exp(-odds));
}

Vector contrasted(const Vector& words, std::span<const Vector* const> neighbours, float contrast) {
    Vector result = words;
    const float strength = contrast * degree(neighbours.size());
    if (strength == 0) return result;
    std::vector<std::uint32_t> shared(words.size(), 0);
    for (const Vector* other : neighbours) {
        auto at = other->begin();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (weight_of(*other, at, words[i].term) > 0) ++shared[i];
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        result[i].weight *= 1 - strength * static_cast<float>(shared[i]) / static_cast<float>(neighbours.size());
    return result;
}

ArticleFeatures article_features(const ArticleSide& left, const ArticleSide& right) {
    const ArticleWords& a = left.profile.article;
    const ArticleWords& b = right.profile.article;
    ArticleFeatures features;
    features.names = std::max(covered(a.names, true, left.words, right.words), covered(b.names, true, right.words, left.words));
    features.head = std::max(covered(left.profile.rarities, false, left.words, right.words),
                             covered(right.profile.rarities, false, right.words, left.words));
    features.topic = topic_of(left, right);
    features.figures = common(a.figures, b.figures);
    features.phrases = common(a.phrases, b.phrases);
    if (left.read.day && right.read.day) features.days_apart = static_cast<float>(std::abs(*left.read.day - *right.read.day));
    const bool other_day = a.day && b.day ? a.day != b.day : a.weekday && b.weekday && a.weekday != b.weekday;
    features.other_day = other_day ? 1.0F : 0.0F;
    return features;
}

}  // namespace depesche
