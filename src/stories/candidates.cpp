#include "stories/candidates.h"

#include <algorithm>
#include <bit>

#include "base/parallel.h"

namespace depesche {
namespace {

// Sums for all pieces of a day; one for each thread's block of pieces.
class Summing {
public:
    Summing(const DayIndex& other, const MayBeNear& may) : other_(other), may_(may), sums_(other.size(), 0.0F) {}

    std::vector<Neighbour> neighbours_of(std::uint32_t piece, const Vector& words) {
        found_.clear();
        collect(piece, words);
        const std::size_t kept = std::min(found_.size(), most_neighbours);
        std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept), found_.end(), closer);
        return {found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept)};
    }

private:
    void collect(std::uint32_t piece, const Vector& words) {
        const std::uint32_t first = other_.first();
        reached_.clear();
        for (const Weighted& word : words) {
            for (const DayIndex::Posting& posting : other_.postings_of(word.term)) {
                float& sum = sums_[posting.piece - first];
                if (sum == 0) reached_.push_back(posting.piece);
                sum += word.weight * posting.weight;
            }
        }
        for (const std::uint32_t other : reached_) {
            float& sum = sums_[other - first];
            if (other != piece && sum >= least_likeness && (!may_ || may_(piece, other))) found_.push_back({other, sum});
            sum = 0;
        }
    }

    const DayIndex& other_;
    const MayBeNear& may_;
    std::vector<float> sums_;
    std::vector<std::uint32_t> reached_;
    std::vector<Neighbour> found_;
};

}  // namespace

DayIndex::DayIndex(std::uint32_t first, std::span<const Vector* const> vectors, const DayCounts& counts) : first_(first) {
    words_.reserve(vectors.size());
    for (std::uint32_t i = 0; i < vectors.size(); ++i) {
        Vector words;
        for (const Weighted& w : *vectors[i]) {
            if (counts.count(w.term) > too_common) continue;
            postings_.push_back({w.term, first + i, w.weight});
            words.push_back(w);
        }
        words.shrink_to_fit();
        words_.push_back(std::move(words));
    }
    std::ranges::sort(postings_, [](const Posting& a, const Posting& b) { return a.term != b.term ? a.term < b.term : a.piece < b.piece; });
    postings_.shrink_to_fit();
    // Terms are hashes, so their high bits share them out evenly; a few postings a bucket.
    const auto bits = std::clamp(static_cast<unsigned>(std::bit_width(postings_.size() / 4)), 1U, 24U);
    shift_ = 32 - bits;
    buckets_.assign((std::size_t{1} << bits) + 1, 0);
    for (const Posting& posting : postings_) ++buckets_[(posting.term >> shift_) + 1];
    for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

std::span<const DayIndex::Posting> DayIndex::postings_of(std::uint32_t term) const {
    const std::uint32_t bucket = term >> shift_;
    const auto end = postings_.begin() + buckets_[bucket + 1];
    const auto first = std::lower_bound(postings_.begin() + buckets_[bucket], end, term,
                                        [](const Posting& posting, std::uint32_t value) { return posting.term < value; });
    auto last = first;
    while (last != end && last->term == term) ++last;
    return {first, last};
}

NeighbourLists find_neighbours(const DayIndex& day, const DayIndex& other, unsigned threads, const MayBeNear& may) {
    NeighbourLists neighbours(day.size());
    constexpr std::size_t block = 256;  // pieces that share one set of sums
    for_each_index((neighbours.size() + block - 1) / block, threads, [&](std::size_t b) {
        Summing summing(other, may);
        for (std::size_t i = b * block; i < std::min(neighbours.size(), (b + 1) * block); ++i) {
            const auto piece = day.first() + static_cast<std::uint32_t>(i);
            neighbours[i] = summing.neighbours_of(piece, day.words_of(piece));
        }
    });
    return neighbours;
}

}  // namespace depesche
