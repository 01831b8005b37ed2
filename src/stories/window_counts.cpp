#include "stories/window_counts.h"

#include <algorithm>
#include <cmath>

namespace depesche {

WindowCounts::WindowCounts(std::span<const DayCounts* const> days, std::uint32_t background_pieces)
    : background_pieces_(background_pieces) {
    for (const DayCounts* day : days) {
        pieces_ += day->pieces;
        terms_.insert(terms_.end(), day->terms.begin(), day->terms.end());
    }
    std::ranges::sort(terms_);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < terms_.size();) {
        std::pair<std::uint32_t, std::uint32_t> sum{terms_[i].first, 0};
        for (; i < terms_.size() && terms_[i].first == sum.first; ++i) sum.second += terms_[i].second;
        terms_[kept++] = sum;
    }
    terms_.resize(kept);
}

std::uint32_t WindowCounts::count(std::uint32_t term) const {
    const auto at = std::ranges::lower_bound(terms_, term, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    return at != terms_.end() && at->first == term ? at->second : 0;
}

float WindowCounts::rarity(std::uint32_t term, std::uint32_t background_count) const {
    const double all = 1.0 + pieces_ + background_pieces_;
    return static_cast<float>(std::log(all / (0.5 + count(term) + background_count)));
}

}  // namespace depesche
