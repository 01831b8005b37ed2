#include "origins/paraphrase.h"

#include <algorithm>
#include <map>

namespace depesche {
namespace {

constexpr float left_share = 0.6F;
constexpr float right_share = 0.4F;
constexpr float least_weight = 4.5F;
constexpr float neighbour_share = 0.15F;   // of the left weight that a second sentence must add
constexpr std::size_t repeated_words = 3;  // a word that stands so often says less
constexpr std::size_t most_places = 64;    // of one word that are looked at

std::string_view word_in(const ReuseText& text, const ReuseWord& word) { return text.text.substr(word.span.begin, word.span.size()); }

struct Shared {
    float weight = 0;
    float quoted = 0;
    float exact = 0;
};

}  // namespace

SentenceWords::SentenceWords(const ReuseText& text) : text_(&text), weights_(text.sentences.size(), 0) {
    for (std::uint32_t i = 0; i < text.words.size(); ++i) {
        if (!text.words[i].light) places_.push_back({text.words[i].kin, i});
    }
    std::ranges::stable_sort(places_, {}, &Place::kin);
    for (const Place& place : places_)
        weights_[text.words[place.word].sentence] += places_of(place.kin).size() >= repeated_words ? 0.5F : 1.0F;
}

std::span<const SentenceWords::Place> SentenceWords::places_of(std::uint32_t kin) const {
    const auto begin = std::ranges::lower_bound(places_, kin, {}, &Place::kin);
    const auto end = std::ranges::upper_bound(places_, kin, {}, &Place::kin);
    return std::span(places_).subspan(static_cast<std::size_t>(begin - places_.begin()), static_cast<std::size_t>(end - begin));
}

std::optional<Paraphrase> SentenceWords::find(const ReuseText& left, std::uint32_t sentence) const {
    std::map<std::uint32_t, Shared> shared;  // by right sentence
    float total = 0;
    for (std::uint32_t i = left.sentences[sentence].first_word; i < left.sentences[sentence].last_word; ++i) {
        const ReuseWord& word = left.words[i];
        if (word.light) continue;
        const std::span<const Place> places = places_of(word.kin);
        const float weight = places.size() >= repeated_words ? 0.5F : 1.0F;
        total += weight;
        std::uint32_t last = 0xFFFFFFFF;
        for (const Place& place : places.first(std::min(places.size(), most_places))) {
            const ReuseWord& other = text_->words[place.word];
            if (other.sentence == last) continue;
            last = other.sentence;
            Shared& here = shared[last];
            here.weight += weight;
            if (word.quoted) here.quoted += weight;
            if (word_in(left, word) == word_in(*text_, other)) here.exact += static_cast<float>(word.span.size() + 1);
        }
    }
    if (total < least_weight) return std::nullopt;
    std::optional<Paraphrase> best;
    for (const auto& [s, here] : shared) {
        Paraphrase found{sentence, s, s, here.weight, here.exact};
        float right = weights_[s];
        float quoted = here.quoted;
        const auto next = shared.find(s + 1);
        if (next != shared.end() && next->second.weight >= neighbour_share * total && here.weight + next->second.weight <= 1.2F * total) {
            found.right_last = s + 1;
            found.weight += next->second.weight;
            found.exact += next->second.exact;
            quoted += next->second.quoted;
            right += weights_[s + 1];
        }
        const float weight = std::min(found.weight, total);
        const bool enough =
            weight >= least_weight && weight >= left_share * total && weight >= right_share * right && quoted <= 0.5F * weight;
        if (enough && (!best || found.weight > best->weight)) best = found;
    }
    return best;
}

}  // namespace depesche
