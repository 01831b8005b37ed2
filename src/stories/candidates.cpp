#include "stories/candidates.h"

#include <algorithm>

#include "base/parallel.h"

namespace depesche {
namespace {

struct Posting {
    std::uint32_t term = 0;
    std::uint32_t piece = 0;
    float weight = 0;
};

bool near_in_time(const IndexedPiece& a, const IndexedPiece& b) {
    return !a.day || !b.day || std::abs(*a.day - *b.day) <= window_days;
}

class Index {
public:
    explicit Index(std::span<const IndexedPiece> pieces) : pieces_(pieces) {
        for (std::uint32_t i = 0; i < pieces.size(); ++i) {
            for (const Weighted& w : *pieces[i].parts) postings_.push_back({w.term, i, w.weight});
        }
        std::ranges::sort(postings_, [](const Posting& a, const Posting& b) { return a.term != b.term ? a.term < b.term : a.piece < b.piece; });
    }

    // Sums the products of one word's weights into `sums`; the pieces reached for the first time go to `reached`.
    void add(std::uint32_t from, const Weighted& word, std::vector<float>& sums, std::vector<std::uint32_t>& reached) const {
        const auto all = std::ranges::equal_range(postings_, word.term, {}, &Posting::term);
        const IndexedPiece& piece = pieces_[from];
        auto at = all.begin();
        if (piece.day) {
            at = std::ranges::partition_point(all, [&](const Posting& p) { return pieces_[p.piece].day && *pieces_[p.piece].day + window_days < *piece.day; });
        }
        for (; at != all.end(); ++at) {
            if (piece.day && pieces_[at->piece].day && *pieces_[at->piece].day > *piece.day + window_days) {
                at = std::ranges::partition_point(at, all.end(), [&](const Posting& p) { return pieces_[p.piece].day.has_value(); });
                if (at == all.end()) break;
            }
            if (sums[at->piece] == 0) reached.push_back(at->piece);
            sums[at->piece] += word.weight * at->weight;
        }
    }

    std::vector<Neighbour> neighbours(std::uint32_t from, std::vector<float>& sums, std::vector<std::uint32_t>& reached) const {
        reached.clear();
        for (const Weighted& word : *pieces_[from].parts) {
            if (pieces_[from].counts->count(word.term) <= too_common) add(from, word, sums, reached);
        }
        std::vector<Neighbour> found;
        for (const std::uint32_t piece : reached) {
            if (piece != from && sums[piece] >= least_likeness && near_in_time(pieces_[from], pieces_[piece])) found.push_back({piece, sums[piece]});
            sums[piece] = 0;
        }
        const auto closer = [](const Neighbour& a, const Neighbour& b) { return a.likeness != b.likeness ? a.likeness > b.likeness : a.piece < b.piece; };
        const std::size_t kept = std::min(found.size(), most_neighbours);
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), closer);
        found.resize(kept);
        found.shrink_to_fit();
        return found;
    }

private:
    std::span<const IndexedPiece> pieces_;
    std::vector<Posting> postings_;
};

}  // namespace

std::vector<std::vector<Neighbour>> find_neighbours(std::span<const IndexedPiece> pieces, unsigned threads) {
    const Index index(pieces);
    std::vector<std::vector<Neighbour>> neighbours(pieces.size());
    constexpr std::size_t block = 512;  // pieces that share one array of sums
    for_each_index((pieces.size() + block - 1) / block, threads, [&](std::size_t b) {
        thread_local std::vector<float> sums;
        thread_local std::vector<std::uint32_t> reached;
        sums.resize(std::max(sums.size(), pieces.size()));
        for (std::size_t i = b * block; i < std::min(pieces.size(), (b + 1) * block); ++i) {
            neighbours[i] = index.neighbours(static_cast<std::uint32_t>(i), sums, reached);
        }
    });
    return neighbours;
}

}  // namespace depesche
