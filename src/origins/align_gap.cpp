#include "origins/align_gap.h"

#include <algorithm>

namespace depesche {
namespace {

std::string_view word_in(const ReuseText& text, const ReuseWord& word) { return text.text.substr(word.span.begin, word.span.size()); }

std::size_t shared_begin(std::string_view a, std::string_view b) {
    const std::size_t limit = std::min(a.size(), b.size());
    std::size_t same = 0;
    while (same < limit && a[same] == b[same]) ++same;
    return same;
}

std::size_t shared_end(std::string_view a, std::string_view b) {
    const std::size_t limit = std::min(a.size(), b.size());
    std::size_t same = 0;
    while (same < limit && a[a.size() - 1 - same] == b[b.size() - 1 - same]) ++same;
    return same;
}

}  // namespace

float likeness_of(const ReuseText& left, const ReuseWord& a, const ReuseText& right, const ReuseWord& b) {
    if (a.kin == b.kin) return 1;
    if (a.number || b.number || a.light || b.light) return 0;
    const std::string_view x = word_in(left, a);
    const std::string_view y = word_in(right, b);
    const std::size_t shorter = std::min(x.size(), y.size());
    const std::size_t longer = std::max(x.size(), y.size());
    if (shorter < 4) return 0;
    const std::size_t begin = shared_begin(x, y);
    if (begin >= 4 && begin * 3 >= longer * 2) return 0.6F;
    return shared_end(x, y) + 1 >= shorter && shorter >= 6 ? 0.6F : 0;  // "Bundeskanzler", "Kanzler"
}

void align_gap(const ReuseText& left, const ReuseText& right, AlignmentGap gap, std::vector<WordMatch>& matches) {
    if (gap.left.empty() || gap.right.empty()) return;
    if (gap.left.size() > widest_rectangle) gap.left.begin = gap.left.end - widest_rectangle;
    if (gap.right.size() > widest_rectangle) gap.right.begin = gap.right.end - widest_rectangle;
    const std::size_t rows = gap.left.size();
    const std::size_t columns = gap.right.size();
    enum : unsigned char { stop, take, skip_left, skip_right };
    std::vector<float> best((rows + 1) * (columns + 1), 0);
    std::vector<unsigned char> step((rows + 1) * (columns + 1), stop);
    std::vector<float> like(rows * columns, 0);
    for (std::size_t i = rows; i-- > 0;) {
        const ReuseWord& a = left.words[gap.left.begin + i];
        for (std::size_t j = columns; j-- > 0;) {
            const float likeness = likeness_of(left, a, right, right.words[gap.right.begin + j]);
            const std::size_t at = i * (columns + 1) + j;
            const float below = best[at + columns + 1];
            const float beside = best[at + 1];
            const float taken = best[at + columns + 2] + likeness * weight_of(a);
            like[i * columns + j] = likeness;
            best[at] = std::max({below, beside, taken});
            if (best[at] <= 0) continue;
            step[at] = likeness > 0 && taken >= std::max(below, beside) ? take : below >= beside ? skip_left : skip_right;
        }
    }
    for (std::size_t i = 0, j = 0; step[i * (columns + 1) + j] != stop;) {
        switch (step[i * (columns + 1) + j]) {
            case take:
                matches.push_back({static_cast<std::uint32_t>(gap.left.begin + i), static_cast<std::uint32_t>(gap.right.begin + j),
                                   like[i * columns + j]});
                ++i, ++j;
                break;
            case skip_left:
                ++i;
                break;
            default:
                ++j;
                break;
        }
    }
}

}  // namespace depesche
