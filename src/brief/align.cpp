#include "brief/align.h"

#include <algorithm>

namespace depesche {

Alignment align(std::uint32_t left, std::uint32_t right, const Fit& fit) {
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
