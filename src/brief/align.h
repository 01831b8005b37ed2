// Lining up two sentences, or two wordings of one utterance, word by word.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace depesche {

// Pairs (left, right) of places that stand for each other, ascending in both.
using Alignment = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline constexpr float gap_cost = 0.4F;
inline constexpr std::uint32_t align_limit = 160;  // places on a side; longer ones are cut, since cost is their product

// The best global alignment (Needleman and Wunsch 1970) with equal cost for each place left out; of equally good ones that which
// sets the later places against each other. Only places with a fit above 0 are in the result.
//
// Why it works: newsrooms that report one thing from one source keep the order of its words. Handles: words left out, added and
// replaced. Does not handle: a clause that is moved to the other end of the sentence (its words stay without partner).
// Test: align_test, with a slow twin that tries every alignment.
//
// `fit(i, j)`: what it is worth to set left place i against right place j; negative for what must not be. Called once for each pair.
template <class Fit>
[[nodiscard]] Alignment align(std::uint32_t left, std::uint32_t right, const Fit& fit) {
    left = std::min(left, align_limit);
    right = std::min(right, align_limit);
    const std::size_t width = std::size_t{right} + 1;
    std::vector<float> best((std::size_t{left} + 1) * width, 0);
    enum class Step : unsigned char { none, both, skip_left, skip_right };
    std::vector<Step> steps(best.size(), Step::none);
    for (std::size_t i = 1; i <= left; ++i) best[i * width] = best[(i - 1) * width] - gap_cost, steps[i * width] = Step::skip_left;
    for (std::size_t j = 1; j <= right; ++j) best[j] = best[j - 1] - gap_cost, steps[j] = Step::skip_right;
    for (std::size_t i = 1; i <= left; ++i) {
        for (std::size_t j = 1; j <= right; ++j) {
            const std::size_t at = i * width + j;
            const float worth = fit(static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1));
            best[at] = best[at - width] - gap_cost;
            steps[at] = Step::skip_left;
            if (best[at - 1] - gap_cost > best[at]) best[at] = best[at - 1] - gap_cost, steps[at] = Step::skip_right;
            if (worth > 0 && best[at - width - 1] + worth >= best[at]) best[at] = best[at - width - 1] + worth, steps[at] = Step::both;
        }
    }
    Alignment found;
    for (std::size_t i = left, j = right; i > 0 || j > 0;) {
        const Step step = steps[i * width + j];
        if (step == Step::both) found.emplace_back(static_cast<std::uint32_t>(--i), static_cast<std::uint32_t>(--j));
        else if (step == Step::skip_left) --i;
        else --j;
    }
    std::ranges::reverse(found);
    return found;
}

}  // namespace depesche
