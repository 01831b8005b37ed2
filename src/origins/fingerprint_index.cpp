#include "origins/fingerprint_index.h"

#ifndef __SANITIZE_THREAD__
#include <oneapi/tbb/parallel_sort.h>
#endif

#include <algorithm>
#include <bit>

namespace depesche {
namespace {

constexpr unsigned article_bits = 24;
constexpr std::uint64_t article_mask = (std::uint64_t{1} << article_bits) - 1;

}  // namespace

void MemoryFingerprintIndex::add(std::uint32_t article, std::span<const std::uint64_t> hashes) {
    for (const std::uint64_t hash : hashes) pending_.push_back(hash << article_bits | article);
}

void MemoryFingerprintIndex::settle() {
    if (pending_.empty()) return;
#ifdef __SANITIZE_THREAD__  // it does not see how TBB hands work over (base/parallel.cpp)
    std::sort(pending_.begin(), pending_.end());
#else
    tbb::parallel_sort(pending_.begin(), pending_.end());
#endif
    Run run;
    run.entries = std::move(pending_);
    pending_ = {};
    run.entries.erase(std::unique(run.entries.begin(), run.entries.end()), run.entries.end());
    while (!runs_.empty() && runs_.back().entries.size() < 2 * run.entries.size()) {
        std::vector<std::uint64_t> merged(runs_.back().entries.size() + run.entries.size());
        std::ranges::merge(runs_.back().entries, run.entries, merged.begin());
        run.entries = std::move(merged);
        runs_.pop_back();
    }
    make_directory(run);
    runs_.push_back(std::move(run));
}

void MemoryFingerprintIndex::make_directory(Run& run) {
    const auto bits = static_cast<unsigned>(std::bit_width(run.entries.size() / 4 + 1));
    run.shift = 64 - bits;
    run.directory.assign((std::size_t{1} << bits) + 1, static_cast<std::uint32_t>(run.entries.size()));
    std::size_t at = 0;
    for (std::size_t lead = 0; lead + 1 < run.directory.size(); ++lead) {
        while (at < run.entries.size() && (run.entries[at] >> run.shift) < lead) ++at;
        run.directory[lead] = static_cast<std::uint32_t>(at);
    }
}

std::pair<std::size_t, std::size_t> MemoryFingerprintIndex::range(const Run& run, std::uint64_t hash) {
    const std::uint64_t low = hash << article_bits;
    const std::size_t lead = low >> run.shift;
    const auto first = run.entries.begin() + run.directory[lead];
    const auto last = run.entries.begin() + run.directory[lead + 1];
    const auto begin = std::lower_bound(first, last, low);
    auto end = begin;
    // All articles of one hash have the same leading bits or spread over later ones when articles are many.
    while (end != run.entries.end() && (*end >> article_bits) == hash && end - begin < 8) ++end;
    if (end - begin == 8) end = std::upper_bound(end, run.entries.end(), low | article_mask);
    return {static_cast<std::size_t>(begin - run.entries.begin()), static_cast<std::size_t>(end - run.entries.begin())};
}

std::size_t MemoryFingerprintIndex::find(std::uint64_t hash, std::size_t limit, std::vector<std::uint32_t>& articles) const {
    std::size_t count = 0;
    const std::size_t start = articles.size();
    for (const Run& run : runs_) {
        const auto [begin, end] = range(run, hash);
        const std::size_t here = end - begin;
        count += here;
        for (std::size_t i = begin; i < end; ++i) {
            if (here > limit && i - begin == limit / 2) i = end - limit / 2;
            articles.push_back(static_cast<std::uint32_t>(run.entries[i] & article_mask));
        }
    }
    const auto found = articles.begin() + static_cast<std::ptrdiff_t>(start);
    if (runs_.size() > 1) std::sort(found, articles.end());
    if (articles.size() - start > limit) {
        articles.erase(found + static_cast<std::ptrdiff_t>(limit / 2), articles.end() - static_cast<std::ptrdiff_t>(limit / 2));
    }
    return count;
}

std::size_t MemoryFingerprintIndex::bytes() const {
    std::size_t total = pending_.capacity() * sizeof(std::uint64_t);
    for (const Run& run : runs_) total += run.entries.capacity() * sizeof(std::uint64_t) + run.directory.capacity() * sizeof(std::uint32_t);
    return total;
}

}  // namespace depesche
