#include "stories/near_days.h"

#include <algorithm>

namespace depesche {
namespace {

const std::vector<Neighbour>& list_of(const NeighbourLists& lists, const DaySide& side, std::uint32_t piece) {
    return lists[piece - side.begin];
}

// How many of the piece's neighbours within its day are closer than this one of the other day.
std::uint32_t closer_at_home(const std::vector<Neighbour>& own, const Neighbour& neighbour) {
    return static_cast<std::uint32_t>(std::ranges::partition_point(own, [&](const Neighbour& n) { return closer(n, neighbour); }) -
                                      own.begin());
}

float best_of(const std::vector<Neighbour>& list) { return list.empty() ? 0 : list.front().likeness; }

// The pairs that one side's lists name.
void add_pairs(const DaySide& side, std::vector<PiecePair>& pairs) {
    const NeighbourLists& lists = side.other != nullptr ? *side.other : *side.own;
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
        const std::uint32_t piece = side.begin + i;
        for (std::uint32_t at = 0; at < lists[i].size(); ++at) {
            const Neighbour& n = lists[i][at];
            const std::uint32_t place = at + (side.other != nullptr ? closer_at_home((*side.own)[i], n) : 0);
            if (place >= most_neighbours) break;
            PiecePair pair;
            pair.first = std::min(piece, n.piece);
            pair.second = std::max(piece, n.piece);
            pair.likeness = n.likeness;
            (piece < n.piece ? pair.place_of_second : pair.place_of_first) = place;
            pairs.push_back(pair);
        }
    }
}

float best_of_both(const DaySide& side, std::uint32_t piece) {
    const float own = best_of(list_of(*side.own, side, piece));
    return side.other != nullptr ? std::max(own, best_of(list_of(*side.other, side, piece))) : own;
}

}  // namespace

std::vector<Neighbour> neighbours_in_both(const DaySide& side, std::uint32_t piece) {
    std::vector<Neighbour> both = list_of(*side.own, side, piece);
    if (side.other != nullptr) {
        const auto& other = list_of(*side.other, side, piece);
        const auto middle = static_cast<std::ptrdiff_t>(both.size());
        both.insert(both.end(), other.begin(), other.end());
        std::inplace_merge(both.begin(), both.begin() + middle, both.end(), closer);
    }
    if (both.size() > most_neighbours) both.resize(most_neighbours);
    return both;
}

std::vector<PiecePair> pair_days(const NearDays& days) {
    std::vector<PiecePair> pairs;
    add_pairs(days.earlier, pairs);
    if (days.earlier.other != nullptr) add_pairs(days.later, pairs);
    const auto key = [](const PiecePair& p) { return std::pair(p.first, p.second); };
    std::ranges::sort(pairs, [&](const PiecePair& a, const PiecePair& b) {
        return key(a) != key(b) ? key(a) < key(b) : a.place_of_second < b.place_of_second;
    });
    std::size_t kept = 0;
    for (const PiecePair& pair : pairs) {
        if (kept == 0 || key(pairs[kept - 1]) != key(pair)) {
            pairs[kept++] = pair;
            continue;
        }
        PiecePair& same = pairs[kept - 1];
        same.place_of_first = std::min(same.place_of_first, pair.place_of_first);
        same.place_of_second = std::min(same.place_of_second, pair.place_of_second);
    }
    pairs.resize(kept);
    for (PiecePair& pair : pairs) {
        pair.best_of_first = best_of_both(days.earlier, pair.first);
        pair.best_of_second = best_of_both(days.later, pair.second);
    }
    return pairs;
}

}  // namespace depesche
