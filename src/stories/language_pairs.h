// Pairs over a language border: do two pieces in different languages report one happening?
//
// Words do not help there, but for names. What decides is how close the pieces' vectors lie (meaning/); then names and figures in common,
// figures apart, and the days between. Handles: "Zwei Gäste sterben bei Hotelbrand" and "Two guests die in hotel fire". Does not handle:
// two happenings of one affair told in the same few words ("Explosion in bar: what we know", a day apart;
// tests/stories/languages_join_test.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "stories/days.h"
#include "stories/grouping.h"

namespace depesche {

// A piece as it is compared with pieces in other languages.
struct LanguageSide {
    std::vector<std::string> names;    // capitalised words, folded; sorted
    std::vector<std::string> numbers;  // figures and number words above one, as digits with a point before decimals; sorted
    PieceDay day;
};

// `language` may be null: its number words are then not known.
[[nodiscard]] LanguageSide language_side(const Piece& piece, const Language* language);

enum class LanguageFeature : std::uint8_t {
    cosine,
    common_names,  // how many, at most three
    common_numbers,
    numbers_apart,  // both have numbers, none in common: 1
    days_apart,     // 0 when unknown
};
inline constexpr std::size_t language_feature_count = static_cast<std::size_t>(LanguageFeature::days_apart) + 1;
using LanguageFeatures = std::array<float, language_feature_count>;
[[nodiscard]] std::span<const std::string_view> language_feature_names();

// The same for (a, b) and (b, a).
[[nodiscard]] LanguageFeatures language_features(const LanguageSide& a, const LanguageSide& b, float cosine);

// A logistic model: data/stories/language-model.tsv, learnt by bench/learn_languages.py.
struct LanguageModel {
    LanguageModel();
    float start = 0;  // log odds
    LanguageFeatures weights{};
};
[[nodiscard]] float probability(const LanguageModel& model, const LanguageFeatures& features);

// Pairs below this cosine are not looked at: fewer than 1 in 50 of the pairs that belong together (bench/story_languages.tsv).
inline constexpr float least_language_cosine = 0.4F;

}  // namespace depesche
