#include "origins/align.h"

#include <algorithm>

#include "origins/align_gap.h"

namespace depesche {
namespace {

constexpr std::uint32_t seed_words = 3;
constexpr std::size_t look_back = 48;     // runs tried as the one before
constexpr std::uint32_t widest_gap = 30;  // words between two runs of a block
constexpr float gap_cost = 0.08F;
constexpr std::size_t most_open = 8;
constexpr float least_score = 2.2F;  // three words that are no stop words, or a longer run

struct WordRun {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::uint32_t size = 0;
};

// All longest runs of kin of three words or more; where eight of them lie over each other, as in a text that repeats itself, no
// further ones are begun, so that their sizes together are at most a dozen times the text's.
std::vector<WordRun> runs_of(const ReuseText& left, const ReuseText& right, const RunTable& table) {
    const auto& a = left.words;
    const auto& b = right.words;
    std::vector<WordRun> runs;
    std::vector<std::uint32_t> covered(a.size() + b.size(), 0);  // per diagonal: left index behind the last run on it
    std::vector<std::uint32_t> open;                             // ends of the runs that reach beyond i
    for (std::uint32_t i = 0; i + seed_words <= a.size(); ++i) {
        std::erase_if(open, [&](std::uint32_t end) { return end <= i; });
        if (open.size() >= most_open) continue;
        table.each(b, a[i].kin, a[i + 1].kin, a[i + 2].kin, [&](std::uint32_t j) {
            std::uint32_t& end = covered[i + b.size() - 1 - j];
            if (end > i) return;
            std::uint32_t size = seed_words;
            while (i + size < a.size() && j + size < b.size() && a[i + size].kin == b[j + size].kin) ++size;
            end = i + size;
            runs.push_back({i, j, size});
            open.push_back(end);
        });
    }
    return runs;
}

// Sums of weights before each word, so that a run's weight is one subtraction.
std::vector<float> weights_before(std::span<const ReuseWord> words) {
    std::vector<float> sums(words.size() + 1, 0);
    for (std::size_t i = 0; i < words.size(); ++i) sums[i + 1] = sums[i] + weight_of(words[i]);
    return sums;
}

struct Link {
    float score = 0;
    std::int64_t before = -1;
    std::uint32_t cut = 0;  // words at the begin of this run that the one before has already
};

// The best chain that ends in each run.
std::vector<Link> chain(const ReuseText& left, std::span<const WordRun> runs) {
    std::vector<Link> links(runs.size());
    const std::vector<float> sums = weights_before(left.words);
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const WordRun& run = runs[r];
        links[r].score = sums[run.left + run.size] - sums[run.left];
        for (std::size_t p = r; p-- > 0 && r - p <= look_back;) {
            const WordRun& before = runs[p];
            const std::uint32_t left_end = before.left + before.size;
            const std::uint32_t right_end = before.right + before.size;
            if (before.left >= run.left || before.right >= run.right) continue;
            const std::uint32_t cut =
                std::max({left_end > run.left ? left_end - run.left : 0U, right_end > run.right ? right_end - run.right : 0U});
            if (cut >= run.size) continue;
            const std::uint32_t left_gap = run.left + cut - left_end;
            const std::uint32_t right_gap = run.right + cut - right_end;
            if (left_gap > widest_gap || right_gap > widest_gap) continue;
            const float score =
                links[p].score + sums[run.left + run.size] - sums[run.left + cut] - gap_cost * static_cast<float>(left_gap + right_gap);
            if (score > links[r].score) links[r] = {score, static_cast<std::int64_t>(p), cut};
        }
    }
    return links;
}

void push_run(std::vector<WordMatch>& matches, const WordRun& run, std::uint32_t cut) {
    for (std::uint32_t k = cut; k < run.size; ++k) matches.push_back({run.left + k, run.right + k, 1});
}

// The matches of a chain with its gaps and its ends up to the sentence ends filled in.
std::vector<WordMatch> fill(const ReuseText& left, const ReuseText& right, std::span<const WordRun> runs, std::span<const Link> links,
                            std::span<const std::size_t> members) {
    std::vector<WordMatch> matches;
    const WordRun& first = runs[members.front()];
    const std::uint32_t left_begin = left.sentences[left.words[first.left].sentence].first_word;
    const std::uint32_t right_begin = right.sentences[right.words[first.right].sentence].first_word;
    align_gap(left, right, {{left_begin, first.left}, {right_begin, first.right}}, matches);
    for (std::size_t m = 0; m < members.size(); ++m) {
        const WordRun& run = runs[members[m]];
        const std::uint32_t cut = m == 0 ? 0 : links[members[m]].cut;
        if (m > 0) {
            const WordRun& before = runs[members[m - 1]];
            align_gap(left, right, {{before.left + before.size, run.left + cut}, {before.right + before.size, run.right + cut}}, matches);
        }
        push_run(matches, run, cut);
    }
    const WordRun& last = runs[members.back()];
    const std::uint32_t left_at = last.left + last.size;
    const std::uint32_t right_at = last.right + last.size;
    const std::uint32_t left_end = left.sentences[left.words[left_at - 1].sentence].last_word;
    const std::uint32_t right_end = right.sentences[right.words[right_at - 1].sentence].last_word;
    align_gap(left, right,
              {{left_at, std::min(left_end, left_at + widest_rectangle)}, {right_at, std::min(right_end, right_at + widest_rectangle)}},
              matches);
    return matches;
}

}  // namespace

float weight_of(const ReuseWord& word) { return word.light ? 0.3F : 1.0F; }

RunTable::RunTable(std::span<const ReuseWord> words) {
    if (words.size() < seed_words) return;
    std::size_t size = 16;
    while (size < words.size()) size *= 2;
    heads_.assign(size, none);
    next_.assign(words.size(), none);
    for (std::size_t i = words.size() - seed_words + 1; i-- > 0;) {
        std::uint32_t& head = heads_[slot(words[i].kin, words[i + 1].kin, words[i + 2].kin)];
        next_[i] = head;
        head = static_cast<std::uint32_t>(i);
    }
}

std::size_t RunTable::slot(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
    std::uint64_t h = (std::uint64_t{a} * 0x9E3779B97F4A7C15ULL + b) * 0xff51afd7ed558ccdULL + c;
    h ^= h >> 32U;
    return (h * 0x9E3779B97F4A7C15ULL >> 20U) & (heads_.size() - 1);
}

std::vector<AlignedBlock> align_words(const ReuseText& left, const ReuseText& right, const RunTable& right_runs) {
    const std::vector<WordRun> runs = runs_of(left, right, right_runs);
    const std::vector<Link> links = chain(left, runs);
    std::vector<std::size_t> order(runs.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(
        order, [&](std::size_t a, std::size_t b) { return links[a].score != links[b].score ? links[a].score > links[b].score : a < b; });
    std::vector<bool> used(runs.size());
    std::vector<AlignedBlock> blocks;
    for (const std::size_t end : order) {
        if (used[end] || links[end].score < least_score) continue;
        std::vector<std::size_t> members;
        for (auto at = static_cast<std::int64_t>(end); at >= 0 && !used[static_cast<std::size_t>(at)];
             at = links[static_cast<std::size_t>(at)].before) {
            members.push_back(static_cast<std::size_t>(at));
            used[static_cast<std::size_t>(at)] = true;
        }
        std::ranges::reverse(members);
        blocks.push_back({fill(left, right, runs, links, members), links[end].score});
    }
    return blocks;
}

}  // namespace depesche
