#include "origins/local_alignment.h"

#include <algorithm>

namespace depesche {
namespace {

constexpr float skip_share = 0.35F;  // of a word's weight lost when it has no partner

enum class Step : unsigned char { stop, match, skip_left, skip_right };

}  // namespace

LocalAlignment align_locally(const ReuseText& left, const ReuseText& right) {
    const std::size_t rows = left.words.size();
    const std::size_t columns = right.words.size();
    const std::size_t width = columns + 1;
    std::vector<float> above(width, 0);
    std::vector<float> here(width, 0);
    std::vector<Step> steps((rows + 1) * width, Step::stop);
    LocalAlignment best;
    std::size_t end = 0;
    for (std::size_t i = 1; i <= rows; ++i) {
        const ReuseWord& a = left.words[i - 1];
        here[0] = 0;
        for (std::size_t j = 1; j <= columns; ++j) {
            const ReuseWord& b = right.words[j - 1];
            const float likeness = likeness_of(left, a, right, b);
            const float match = likeness > 0 ? above[j - 1] + likeness * weight_of(a) : 0;
            const float skip_left = above[j] - skip_share * weight_of(a);
            const float skip_right = here[j - 1] - skip_share * weight_of(b);
            const float score = std::max({0.0F, match, skip_left, skip_right});
            Step& step = steps[i * width + j];
            if (score <= 0) step = Step::stop;
            else if (score <= match) step = Step::match;
            else step = skip_left >= skip_right ? Step::skip_left : Step::skip_right;
            here[j] = score;
            if (score > best.score) {
                best.score = score;
                end = i * width + j;
            }
        }
        std::swap(above, here);
    }
    for (std::size_t i = end / width, j = end % width; best.score > 0 && steps[i * width + j] != Step::stop;) {
        const Step step = steps[i * width + j];
        if (step == Step::match) {
            best.matches.push_back({static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1),
                                    likeness_of(left, left.words[i - 1], right, right.words[j - 1])});
        }
        if (step != Step::skip_right) --i;
        if (step != Step::skip_left) --j;
    }
    std::ranges::reverse(best.matches);
    return best;
}

}  // namespace depesche
