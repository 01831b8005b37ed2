#include "meaning/neighbours.h"

#include <algorithm>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t left_block = 64;    // vectors that a task compares
constexpr std::size_t right_block = 256;  // with as many as stay in a processor's own memory

struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool closer(const MeaningNeighbour& a, const MeaningNeighbour& b) { return a.cosine != b.cosine ? a.cosine > b.cosine : a.right < b.right; }

// The `most` closest neighbours of one vector, in any order.
void keep_closest(std::vector<MeaningNeighbour>& found, std::size_t most) {
    if (found.size() <= most) return;
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(), closer);
    found.resize(most);
}

void compare(std::span<const MeaningVector* const> left, Block of_left, std::span<const MeaningVector* const> right, Block of_right,
             float least, std::size_t most, std::span<std::vector<MeaningNeighbour>> found) {
    for (std::size_t i = of_left.begin; i < of_left.end; ++i) {
        std::vector<MeaningNeighbour>& of_one = found[i - of_left.begin];
        for (std::size_t k = of_right.begin; k < of_right.end; ++k) {
            const float value = cosine(*left[i], *right[k]);
            if (value >= least) of_one.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k), value});
        }
        keep_closest(of_one, most);
    }
}

}  // namespace

std::vector<MeaningNeighbour> meaning_neighbours(std::span<const MeaningVector* const> left, std::span<const MeaningVector* const> right,
                                                 float least, std::size_t most, unsigned threads) {
    std::vector<std::vector<MeaningNeighbour>> found(left.size());
    for_each_index((left.size() + left_block - 1) / left_block, threads, [&](std::size_t task) {
        const Block of_left{task * left_block, std::min(left.size(), (task + 1) * left_block)};
        for (std::size_t begin = 0; begin < right.size(); begin += right_block)
            compare(left, of_left, right, {begin, std::min(right.size(), begin + right_block)}, least, most,
                    std::span(found).subspan(of_left.begin, of_left.end - of_left.begin));
    });
    std::vector<MeaningNeighbour> all;
    for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
    std::ranges::sort(
        all, [](const MeaningNeighbour& a, const MeaningNeighbour& b) { return a.left != b.left ? a.left < b.left : a.right < b.right; });
    return all;
}

}  // namespace depesche
