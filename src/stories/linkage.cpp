#include "stories/linkage.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace depesche {
namespace {

struct Neighbour {
    std::uint32_t cluster = 0;
    double sum = 0;  // of the probabilities of all pairs between the two
};

// Two clusters that could be joined, as they were when this was noted.
struct Offer {
    double mean = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t first_size = 0;
    std::uint32_t second_size = 0;
};

// The priority queue gives the greatest first: a greater mean, then the smaller nodes.
struct Later {
    bool operator()(const Offer& a, const Offer& b) const {
        if (a.mean != b.mean) return a.mean < b.mean;
        if (a.first != b.first) return a.first > b.first;
        return a.second > b.second;
    }
};

class Clusters {
public:
    Clusters(const GivenClusters& given, std::span<const Link> links, double threshold)
        : neighbours_(given.first.size()), size_(given.first.size(), 0), into_(given.first), fixed_(given.fixed), threshold_(threshold) {
        for (const std::uint32_t cluster : into_) ++size_[cluster];
        for (const Link& link : links) {
            const auto [first, second] = std::minmax(into_[link.first], into_[link.second]);
            if (link.probability <= 0 || first == second || second < fixed_) continue;
            neighbours_[first].push_back({second, link.probability});
            neighbours_[second].push_back({first, link.probability});
        }
        for (std::uint32_t i = 0; i < neighbours_.size(); ++i) {
            sum_up(neighbours_[i]);
            for (const Neighbour& n : neighbours_[i]) {
                if (n.cluster > i) offer(i, n.cluster, n.sum);
            }
        }
    }

    std::vector<std::uint32_t> run() {
        while (!offers_.empty()) {
            const Offer best = offers_.top();
            offers_.pop();
            if (size_[best.first] == best.first_size && size_[best.second] == best.second_size) join(best.first, best.second);
        }
        for (std::uint32_t i = 0; i < into_.size(); ++i) into_[i] = into_[into_[i]];  // a cluster goes into one with a smaller node
        return std::move(into_);
    }

private:
    // One entry a cluster, ascending. The order of adding is that of the links.
    static void sum_up(std::vector<Neighbour>& list) {
        std::ranges::stable_sort(list, {}, &Neighbour::cluster);
        std::size_t kept = 0;
        for (const Neighbour& n : list) {
            if (kept > 0 && list[kept - 1].cluster == n.cluster) list[kept - 1].sum += n.sum;
            else list[kept++] = n;
        }
        list.resize(kept);
    }

    void offer(std::uint32_t a, std::uint32_t b, double sum) {
        const auto [first, second] = std::minmax(a, b);
        if (second < fixed_) return;
        const double mean = sum / (static_cast<double>(size_[first]) * size_[second]);
        if (mean >= threshold_) offers_.push({mean, first, second, size_[first], size_[second]});
    }

    // `gone` is no neighbour of `of` any more; `kept` has the sum of both.
    void replace(std::uint32_t of, std::uint32_t gone, std::uint32_t kept, double sum) {
        auto& list = neighbours_[of];
        list.erase(std::ranges::lower_bound(list, gone, {}, &Neighbour::cluster));
        const auto at = std::ranges::lower_bound(list, kept, {}, &Neighbour::cluster);
        if (at != list.end() && at->cluster == kept) at->sum = sum;
        else list.insert(at, {kept, sum});
    }

    void join(std::uint32_t kept, std::uint32_t gone) {
        std::vector<Neighbour> merged;
        const auto& left = neighbours_[kept];
        const auto& right = neighbours_[gone];
        for (auto a = left.begin(), b = right.begin(); a != left.end() || b != right.end();) {
            if (b == right.end() || (a != left.end() && a->cluster < b->cluster)) {
                merged.push_back(*a++);
            } else if (a == left.end() || b->cluster < a->cluster) {
                merged.push_back(*b);
                if (b->cluster != kept) replace(b->cluster, gone, kept, b->sum);
                ++b;
            } else {
                merged.push_back({a->cluster, a->sum + b->sum});
                replace(a->cluster, gone, kept, a->sum + b->sum);
                ++a;
                ++b;
            }
        }
        std::erase_if(merged, [&](const Neighbour& n) { return n.cluster == kept || n.cluster == gone; });
        size_[kept] += size_[gone];
        size_[gone] = 0;
        into_[gone] = kept;
        neighbours_[gone] = {};
        neighbours_[kept] = std::move(merged);
        for (const Neighbour& n : neighbours_[kept]) offer(kept, n.cluster, n.sum);
    }

    std::vector<std::vector<Neighbour>> neighbours_;
    std::vector<std::uint32_t> size_;  // 0: gone
    std::vector<std::uint32_t> into_;
    std::priority_queue<Offer, std::vector<Offer>, Later> offers_;
    std::uint32_t fixed_;
    double threshold_;
};

}  // namespace

std::vector<std::uint32_t> link_average(std::uint32_t nodes, std::span<const Link> links, double threshold) {
    GivenClusters alone;
    alone.first.resize(nodes);
    std::iota(alone.first.begin(), alone.first.end(), 0U);
    return link_onto(alone, links, threshold);
}

std::vector<std::uint32_t> link_onto(const GivenClusters& given, std::span<const Link> links, double threshold) {
    return Clusters(given, links, threshold).run();
}

}  // namespace depesche
