#include "stories/candidates.h"

#include <algorithm>

#include "base/parallel.h"

namespace depesche {
namespace {

// Sums for all pieces of the near days; one for each thread's block of pieces.
class Summing {
public:
    explicit Summing(std::span<const DayIndex* const> near) : near_(near) {
        for (const DayIndex* day : near) sums_.emplace_back(day->size(), 0.0F);
    }

    std::vector<Neighbour> neighbours_of(std::uint32_t piece, const Vector& words) {
        std::vector<Neighbour> found;
        for (std::size_t d = 0; d < near_.size(); ++d) collect(piece, words, d, found);
        const auto closer = [](const Neighbour& a, const Neighbour& b) {
            return a.likeness != b.likeness ? a.likeness > b.likeness : a.piece < b.piece;
        };
        const std::size_t kept = std::min(found.size(), most_neighbours);
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), closer);
        found.resize(kept);
        found.shrink_to_fit();
        return found;
    }

private:
    void collect(std::uint32_t piece, const Vector& words, std::size_t d, std::vector<Neighbour>& found) {
        const std::uint32_t first = near_[d]->first();
        std::vector<float>& sums = sums_[d];
        reached_.clear();
        for (const Weighted& word : words) {
            for (const DayIndex::Posting& posting : near_[d]->postings_of(word.term)) {
                float& sum = sums[posting.piece - first];
                if (sum == 0) reached_.push_back(posting.piece);
                sum += word.weight * posting.weight;
            }
        }
        for (const std::uint32_t other : reached_) {
            float& sum = sums[other - first];
            if (other != piece && sum >= least_likeness) found.push_back({other, sum});
            sum = 0;
        }
    }

    std::span<const DayIndex* const> near_;
    std::vector<std::vector<float>> sums_;
    std::vector<std::uint32_t> reached_;
};

}  // namespace

DayIndex::DayIndex(std::uint32_t first, std::span<const Vector* const> vectors, const WindowCounts& counts) : first_(first) {
    for (std::uint32_t i = 0; i < vectors.size(); ++i) {
        Vector words;
        for (const Weighted& w : *vectors[i]) {
            postings_.push_back({w.term, first + i, w.weight});
            if (counts.count(w.term) <= too_common) words.push_back(w);
        }
        words.shrink_to_fit();
        words_.push_back(std::move(words));
    }
    std::ranges::sort(postings_, [](const Posting& a, const Posting& b) { return a.term != b.term ? a.term < b.term : a.piece < b.piece; });
    postings_.shrink_to_fit();
}

std::span<const DayIndex::Posting> DayIndex::postings_of(std::uint32_t term) const {
    const auto first = std::ranges::lower_bound(postings_, term, {}, &Posting::term);
    const auto last = std::ranges::upper_bound(postings_, term, {}, &Posting::term);
    return {first, last};
}

std::vector<std::vector<Neighbour>> find_neighbours(const DayIndex& day, std::span<const DayIndex* const> near, unsigned threads) {
    std::vector<std::vector<Neighbour>> neighbours(day.size());
    constexpr std::size_t block = 256;  // pieces that share one set of sums
    for_each_index((neighbours.size() + block - 1) / block, threads, [&](std::size_t b) {
        Summing summing(near);
        for (std::size_t i = b * block; i < std::min(neighbours.size(), (b + 1) * block); ++i) {
            const auto piece = day.first() + static_cast<std::uint32_t>(i);
            neighbours[i] = summing.neighbours_of(piece, day.words_of(piece));
        }
    });
    return neighbours;
}

}  // namespace depesche
