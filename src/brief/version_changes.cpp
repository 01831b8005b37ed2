// Word-by-word changes between two versions.
#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "brief/version_words.h"

namespace depesche {

std::vector<VersionWord> version_words(const VersionInput& input) {
    std::vector<VersionWord> words;
    for (std::uint32_t passage = 0; passage < input.passages.size(); ++passage) {
        const Span whole = input.passages[passage];
        std::uint32_t begin = whole.begin;
        const auto close = [&](std::uint32_t end) {
            if (end <= begin) return;
            std::string bare;
            const std::string folded = fold(input.text.substr(begin, end - begin));
            for (std::size_t at = 0; at < folded.size();) {
                const std::size_t from = at;
                const char32_t c = next_code_point(folded, at);
                if (is_letter(c) || is_digit(c)) bare.append(folded, from, at - from);
            }
            if (!bare.empty()) words.push_back({hash64(bare), {begin, end}, passage});
            else if (!words.empty() && words.back().passage == passage) words.back().span.end = end;
        };
        for (std::size_t at = whole.begin; at < whole.end;) {
            const auto from = static_cast<std::uint32_t>(at);
            if (!is_space(next_code_point(input.text, at))) continue;
            close(from);
            begin = static_cast<std::uint32_t>(at);
        }
        close(whole.end);
    }
    return words;
}

namespace {

constexpr int most_edits = 600;

using Words = std::vector<VersionWord>;

// A stretch of words that are not in the other version: [begin, end) of each side.
struct Gap {
    std::size_t before_begin, before_end, after_begin, after_end;
};

// Myers' greedy search over the words between the equal ends; which words of each side are kept. False when there are too many edits.
class ShortestEdit {
public:
    ShortestEdit(const Words& before, const Words& after, std::size_t skip_begin, std::size_t skip_end)
        : before_(before),
          after_(after),
          first_(skip_begin),
          n_(static_cast<int>(before.size() - skip_begin - skip_end)),
          m_(static_cast<int>(after.size() - skip_begin - skip_end)) {}

    bool run(std::vector<bool>& before_kept, std::vector<bool>& after_kept) {
        const int most = std::min(n_ + m_, most_edits);
        std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
        const auto at = [&](std::vector<int>& row, int k) -> int& { return row[static_cast<std::size_t>(k + most + 1)]; };
        for (int d = 0; d <= most; ++d) {
            trace_.push_back(std::vector<int>(reach.begin() + most + 1 - d, reach.begin() + most + 2 + d));
            for (int k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1));
                int x = down ? at(reach, k + 1) : at(reach, k - 1) + 1;
                while (x < n_ && x - k < m_ && same(x, x - k)) ++x;
                at(reach, k) = x;
                if (x >= n_ && x - k >= m_) {
                    walk_back(d, before_kept, after_kept);
                    return true;
                }
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool same(int x, int y) const {
        return before_[first_ + static_cast<std::size_t>(x)].hash == after_[first_ + static_cast<std::size_t>(y)].hash;
    }

    // trace_[d] holds, for the diagonals -d to d, how far d-1 edits reached.
    void walk_back(int d, std::vector<bool>& before_kept, std::vector<bool>& after_kept) const {
        int x = n_;
        int y = m_;
        for (; d > 0; --d) {
            const auto reached = [&](int k) { return trace_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)]; };
            const int k = x - y;
            const bool down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
            const int from_k = down ? k + 1 : k - 1;
            const int from_x = reached(from_k);
            const int from_y = from_x - from_k;
            keep(x, y, down ? from_x : from_x + 1, before_kept, after_kept);
            x = from_x;
            y = from_y;
        }
        keep(x, y, 0, before_kept, after_kept);
    }

    void keep(int x, int y, int until, std::vector<bool>& before_kept, std::vector<bool>& after_kept) const {
        for (; x > until; --x, --y) {
            before_kept[first_ + static_cast<std::size_t>(x - 1)] = true;
            after_kept[first_ + static_cast<std::size_t>(y - 1)] = true;
        }
    }

    const Words& before_;
    const Words& after_;
    std::size_t first_;
    int n_;
    int m_;
    std::vector<std::vector<int>> trace_;
};

std::vector<Gap> gaps_of(const Words& before, const Words& after) {
    std::size_t begin = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (begin < shorter && before[begin].hash == after[begin].hash) ++begin;
    std::size_t end = 0;
    while (end < shorter - begin && before[before.size() - 1 - end].hash == after[after.size() - 1 - end].hash) ++end;
    std::vector<bool> before_kept(before.size());
    std::vector<bool> after_kept(after.size());
    std::fill_n(before_kept.begin(), begin, true);
    std::fill_n(after_kept.begin(), begin, true);
    std::fill_n(before_kept.rbegin(), end, true);
    std::fill_n(after_kept.rbegin(), end, true);
    (void)ShortestEdit(before, after, begin, end).run(before_kept, after_kept);

    std::vector<Gap> gaps;
    for (std::size_t i = 0, j = 0; i < before.size() || j < after.size();) {
        if (i < before.size() && j < after.size() && before_kept[i] && after_kept[j]) {
            ++i, ++j;
            continue;
        }
        Gap gap{i, i, j, j};
        while (gap.before_end < before.size() && !before_kept[gap.before_end]) ++gap.before_end;
        while (gap.after_end < after.size() && !after_kept[gap.after_end]) ++gap.after_end;
        i = gap.before_end;
        j = gap.after_end;
        const bool joins = !gaps.empty() && gap.before_begin <= gaps.back().before_end + 1 && gap.after_begin <= gaps.back().after_end + 1;
        if (joins) gaps.back().before_end = gap.before_end, gaps.back().after_end = gap.after_end;
        else gaps.push_back(gap);
    }
    return gaps;
}

// The words [begin, end) as one span for each passage.
std::vector<Span> spans_of(const Words& words, std::size_t begin, std::size_t end) {
    std::vector<Span> spans;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin && words[i].passage == words[i - 1].passage) spans.back().end = words[i].span.end;
        else spans.push_back(words[i].span);
    }
    return spans;
}

}  // namespace

std::vector<VersionChange> changes_between(const VersionInput& older, const VersionInput& newer) {
    const Words before = version_words(older);
    const Words after = version_words(newer);
    std::vector<VersionChange> changes;
    for (const Gap& gap : gaps_of(before, after)) {
        const std::vector<Span> taken = spans_of(before, gap.before_begin, gap.before_end);
        const std::vector<Span> put = spans_of(after, gap.after_begin, gap.after_end);
        for (std::size_t i = 0; i < std::max(taken.size(), put.size()); ++i)
            changes.push_back({i < taken.size() ? taken[i] : Span{}, i < put.size() ? put[i] : Span{}});
    }
    return changes;
}

}  // namespace depesche
