#include "stories/features.h"

#include <algorithm>
#include <cmath>

namespace depesche {
namespace {

constexpr std::array<std::string_view, feature_count> names = {"words",
                                                               "title_words",
                                                               "parts",
                                                               "letters",
                                                               "address",
                                                               "title_in_other",
                                                               "other_in_title",
                                                               "rarest_word",
                                                               "second_word",
                                                               "third_word",
                                                               "common_words",
                                                               "rarest_missing",
                                                               "rarest_missing_more",
                                                               "rarest_capital",
                                                               "common_names",
                                                               "names_apart",
                                                               "common_places",
                                                               "places_apart",
                                                               "common_numbers",
                                                               "numbers_apart",
                                                               "counts_apart",
                                                               "quoted_words",
                                                               "hours_apart",
                                                               "same_outlet",
                                                               "same_section",
                                                               "place_in_list",
                                                               "place_in_list_worst",
                                                               "against_best",
                                                               "against_best_less",
                                                               "title_length",
                                                               "title_length_more",
                                                               "lead_known",
                                                               "no_news",
                                                               "meaning"};

// Calls on_both for each common element of two ascending ranges, on_left for those of the left alone.
template <class Range, class Key, class Both, class Left>
void walk(const Range& left, const Range& right, Key key, Both on_both, Left on_left) {
    auto b = right.begin();
    for (const auto& a : left) {
        while (b != right.end() && key(*b) < key(a)) ++b;
        if (b != right.end() && key(*b) == key(a)) on_both(a, *b);
        else on_left(a);
    }
}

std::uint32_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::uint32_t count = 0;
    walk(
        a, b, [](std::uint32_t x) { return x; }, [&](std::uint32_t, std::uint32_t) { ++count; }, [](std::uint32_t) {});
    return count;
}

const auto by_term = [](const Weighted& w) { return w.term; };

// Share of the headline's squared weight that stands in the other piece. Without branches, as `dot`.
float covered(const Vector& title, const Vector& other) {
    float sum = 0;
    const Weighted* a = title.data();
    const Weighted* b = other.data();
    const Weighted* const a_end = a + title.size();
    const Weighted* const b_end = b + other.size();
    while (a != a_end && b != b_end) {
        const std::uint32_t x = a->term;
        const std::uint32_t y = b->term;
        sum += a->weight * a->weight * static_cast<float>(x == y);
        a += static_cast<std::ptrdiff_t>(x <= y);
        b += static_cast<std::ptrdiff_t>(y <= x);
    }
    return sum;
}

struct Rarest {
    std::array<float, 3> top{};
    float count = 0;
    void add(float rarity) {
        ++count;
        for (float& slot : top) {
            if (rarity > slot) std::swap(rarity, slot);
        }
    }
};

// Rarity of the rarest capitalised word of one that the other has nowhere.
float rarest_missing(const Profile& one, const Profile& other) {
    float rarest = 0;
    walk(
        one.capitals, other.all, by_term, [](const Weighted&, const Weighted&) {},
        [&](const Weighted& a) { rarest = std::max(rarest, a.weight); });
    return rarest;
}

float counts_apart(const Profile& a, const Profile& b) {
    float apart = 0;
    walk(
        a.counted, b.counted, [](const auto& c) { return c.first; },
        [&](const auto& x, const auto& y) { apart += x.second != y.second ? 1.0F : 0.0F; }, [](const auto&) {});
    return apart;
}

float flag(bool value) { return value ? 1.0F : 0.0F; }

class Filler {
public:
    Filler(const Side& a, const Side& b) : a_(a), b_(b), left_(*a.profile), right_(*b.profile) {}

    Features run(float likeness) {
        fill_cosines();
        fill_rarities();
        fill_names();
        fill_circumstances();
        fill_neighbourhood(likeness);
        return features_;
    }

private:
    float& at(Feature feature) { return features_[static_cast<std::size_t>(feature)]; }

    void fill_cosines() {
        at(Feature::words) = dot(left_.all, right_.all);
        at(Feature::title_words) = dot(left_.title, right_.title);
        at(Feature::parts) = dot(left_.parts, right_.parts);
        at(Feature::letters) = dot(left_.letters, right_.letters);
        at(Feature::address) = dot(left_.address, right_.address);
        const float ab = covered(left_.title, right_.all);
        const float ba = covered(right_.title, left_.all);
        at(Feature::title_in_other) = std::max(ab, ba);
        at(Feature::other_in_title) = std::min(ab, ba);
    }

    void fill_rarities() {
        Rarest rarest;
        walk(
            left_.rarities, right_.rarities, by_term,
            [&](const Weighted& x, const Weighted& y) { rarest.add(std::min(x.weight, y.weight)); }, [](const Weighted&) {});
        at(Feature::rarest_word) = rarest.top[0];
        at(Feature::second_word) = rarest.top[1];
        at(Feature::third_word) = rarest.top[2];
        at(Feature::common_words) = rarest.count;
        const float ab = rarest_missing(left_, right_);
        const float ba = rarest_missing(right_, left_);
        at(Feature::rarest_missing) = std::min(ab, ba);
        at(Feature::rarest_missing_more) = std::max(ab, ba);
    }

    void fill_names() {
        Rarest capital;
        walk(
            left_.capitals, right_.capitals, by_term,
            [&](const Weighted& x, const Weighted& y) { capital.add(std::min(x.weight, y.weight)); }, [](const Weighted&) {});
        at(Feature::rarest_capital) = capital.top[0];
        const auto names_in_common = static_cast<float>(common(left_.names, right_.names));
        at(Feature::common_names) = names_in_common;
        at(Feature::names_apart) = flag(!left_.names.empty() && !right_.names.empty() && names_in_common == 0);
        at(Feature::common_places) = dot(left_.places, right_.places);
        at(Feature::places_apart) = flag(!left_.places.empty() && !right_.places.empty() && at(Feature::common_places) == 0);
        const auto numbers = static_cast<float>(common(left_.numbers, right_.numbers));
        at(Feature::common_numbers) = numbers;
        at(Feature::numbers_apart) = flag(!left_.numbers.empty() && !right_.numbers.empty() && numbers == 0);
        at(Feature::counts_apart) = counts_apart(left_, right_);
        float quoted = 0;
        walk(
            left_.quoted, right_.quoted, by_term, [&](const Weighted& x, const Weighted& y) { quoted += std::min(x.weight, y.weight); },
            [](const Weighted&) {});
        at(Feature::quoted_words) = quoted;
    }

    void fill_circumstances() {
        const ReadPiece& a = *a_.read;
        const ReadPiece& b = *b_.read;
        at(Feature::hours_apart) = a.minute && b.minute ? static_cast<float>(std::abs(*a.minute - *b.minute)) / 60.0F : -1.0F;
        at(Feature::same_outlet) = flag(a.outlet != 0 && a.outlet == b.outlet);
        at(Feature::same_section) = flag(a.section != 0 && a.section == b.section);
        const auto [shorter, longer] = std::minmax(left_.title_words, right_.title_words);
        at(Feature::title_length) = static_cast<float>(shorter);
        at(Feature::title_length_more) = static_cast<float>(longer);
        at(Feature::lead_known) = flag(left_.has_lead) + flag(right_.has_lead);
        at(Feature::no_news) = flag(left_.no_news) + flag(right_.no_news);
    }

    void fill_neighbourhood(float likeness) {
        const auto [best, worst] = std::minmax(a_.place, b_.place);
        at(Feature::place_in_list) = static_cast<float>(best);
        at(Feature::place_in_list_worst) = static_cast<float>(worst);
        const float ab = likeness / std::max(a_.best_likeness, 0.01F);
        const float ba = likeness / std::max(b_.best_likeness, 0.01F);
        at(Feature::against_best) = std::max(ab, ba);
        at(Feature::against_best_less) = std::min(ab, ba);
    }

    const Side& a_;
    const Side& b_;
    const Profile& left_;
    const Profile& right_;
    Features features_{};
};

}  // namespace

std::string_view name_of(Feature feature) { return names[static_cast<std::size_t>(feature)]; }

std::span<const std::string_view> feature_names() { return names; }

bool worth_judging(const Profile& a, const Profile& b, float likeness) {
    constexpr float least = 0.4F;
    const float one = likeness + covered(a.title, b.all);
    if (one >= least) return true;
    const float sum = std::max(one, likeness + covered(b.title, a.all));
    // Letters add at most one; most pairs are so far off that they need not be compared.
    return sum >= least || (sum >= least / 2 && sum + dot(a.letters, b.letters) >= least);
}

bool regular_apart(const ReadPiece& a, const ReadPiece& b, const Features& features) {
    constexpr float whole = 0.95F;
    constexpr float hours = 12;
    if (!a.regular && !b.regular) return false;
    const auto value = [&](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
    const bool again = value(Feature::same_outlet) > 0 && value(Feature::hours_apart) > hours;
    return value(Feature::title_in_other) < whole || again;
}

Features pair_features(const Side& a, const Side& b, float likeness) { return Filler(a, b).run(likeness); }

}  // namespace depesche
