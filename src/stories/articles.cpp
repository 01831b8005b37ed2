#include "stories/articles.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "language/language.h"

namespace depesche {
namespace {

constexpr std::size_t full_contrast = 4;  // neighbours at which contrast works in full; one alone has none

float degree(std::size_t neighbours) {
    if (neighbours < 2) return 0;
    return std::min(1.0F, static_cast<float>(neighbours - 1) / static_cast<float>(full_contrast - 1));
}

}  // namespace

ArticleModel::ArticleModel(std::string_view table) {
    for (const Row& row : data_rows(table)) {
        if (row.size() < 2) continue;
        float value = 0;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "contrast") contrast = value;
        if (row[0] == "intercept") intercept = value;
        if (row[0] == "likeness") likeness = value;
        if (row[0] == "lone") lone = value;
        if (row[0] == "phrase") phrase = value;
        if (row[0] == "day-apart") day_apart = value;
    }
}

float probability(const ArticleModel& model, const ArticleFeatures& features) {
    const float odds = model.intercept + model.likeness * features.likeness + model.lone * (1 - features.contrasted) +
                       model.phrase * std::log2(1 + features.phrases) + model.day_apart * features.days_apart;
    return 1.0F / (1.0F + std::exp(-odds));
}

Contrasted contrasted(const Vector& text, std::span<const Vector* const> neighbours, float contrast) {
    Contrasted result{text, static_cast<std::uint32_t>(neighbours.size())};
    const float strength = contrast * degree(neighbours.size());
    if (strength == 0) return result;
    std::vector<std::uint32_t> shared(text.size(), 0);
    for (const Vector* other : neighbours) {
        auto at = other->begin();
        for (std::size_t i = 0; i < text.size(); ++i) {
            while (at != other->end() && at->term < text[i].term) ++at;
            if (at != other->end() && at->term == text[i].term) ++shared[i];
        }
    }
    float squares = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        Weighted& word = result.text[i];
        word.weight *= 1 - strength * static_cast<float>(shared[i]) / static_cast<float>(neighbours.size());
        squares += word.weight * word.weight;
    }
    if (squares > 0) {
        for (Weighted& word : result.text) word.weight /= std::sqrt(squares);
    }
    return result;
}

ArticleFeatures article_features(const ArticleSide& left, const ArticleSide& right) {
    ArticleFeatures features;
    features.likeness = dot(left.contrasted.text, right.contrasted.text);
    features.contrasted = std::min(degree(left.contrasted.neighbours), degree(right.contrasted.neighbours));
    auto at = right.profile.phrases.begin();
    for (const std::uint32_t phrase : left.profile.phrases) {
        while (at != right.profile.phrases.end() && *at < phrase) ++at;
        if (at != right.profile.phrases.end() && *at == phrase) ++features.phrases;
    }
    if (left.read.day && right.read.day) features.days_apart = static_cast<float>(std::abs(*left.read.day - *right.read.day));
    return features;
}

}  // namespace depesche
