#include "stories/language_pairs.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/sort_distinct.h"
#include "base/utf8.h"
#include "stories/words.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, language_feature_count> names = {"cosine", "common_names", "common_numbers", "numbers_apart",
                                                                        "days_apart"};
constexpr std::size_t most_words = 60;    // of headline and lead that are looked at
constexpr std::size_t shortest_name = 4;  // bytes; shorter ones are often particles
constexpr std::size_t most_names = 3;     // more in common say no more

// "1.500", "1,500" -> "1500"; "6,4", "6.4" -> "6.4": three digits behind a mark are a group, others are decimals.
std::string plain_number(std::string_view written) {
    std::string number;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] != '.' && written[i] != ',') {
            number += written[i];
            continue;
        }
        std::size_t digits = 0;
        while (i + 1 + digits < written.size() && written[i + 1 + digits] >= '0' && written[i + 1 + digits] <= '9') ++digits;
        if (digits != 3) number += '.';
    }
    return number;
}

std::size_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string_view> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
}

void add_words(LanguageSide& side, std::string_view text, const Language* language) {
    for (const PlainWord& word : plain_words(text, most_words)) {
        if (word.number) side.numbers.push_back(plain_number(word.text));
        else if (word.capital && word.text.size() >= shortest_name) side.names.push_back(fold(word.text));
        if (word.number || language == nullptr) continue;
        const auto known = language->numbers.find(to_lower(word.text));
        if (known != language->numbers.end() && known->second > 1) side.numbers.push_back(std::to_string(known->second));
    }
}

}  // namespace

LanguageSide language_side(const Piece& piece, const Language* language) {
    LanguageSide side;
    add_words(side, piece.title, language);
    add_words(side, meant_lead(piece), language);
    sort_distinct(side.names);
    sort_distinct(side.numbers);
    side.day = piece_day(piece);
    return side;
}

std::span<const std::string_view> language_feature_names() { return names; }

LanguageFeatures language_features(const LanguageSide& a, const LanguageSide& b, float cosine) {
    const std::size_t numbers = common(a.numbers, b.numbers);
    const bool apart = numbers == 0 && !a.numbers.empty() && !b.numbers.empty();
    const std::int32_t days = a.day && b.day ? std::abs(*a.day - *b.day) : 0;
    return {cosine, static_cast<float>(std::min(common(a.names, b.names), most_names)), static_cast<float>(std::min(numbers, most_names)),
            apart ? 1.0F : 0.0F, static_cast<float>(days)};
}

LanguageModel::LanguageModel() {
    for (const Row& row : data_rows("stories/language-model.tsv")) {
        if (row.size() < 2) continue;
        float value = 0;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "start") start = value;
        const auto at = std::ranges::find(names, row[0]);
        if (at != names.end()) weights.at(static_cast<std::size_t>(at - names.begin())) = value;
    }
}

float probability(const LanguageModel& model, const LanguageFeatures& features) {
    float odds = model.start;
    for (std::size_t f = 0; f < features.size(); ++f) odds += model.weights[f] * features[f];
    return 1 / (1 + std::exp(-odds));
}

}  // namespace depesche
