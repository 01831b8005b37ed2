#include "base/tree_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace depesche {
namespace {

constexpr std::size_t row_cells = 7;

// The cells of the next line; missing ones are empty.
std::array<std::string_view, row_cells> next_row(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::array<std::string_view, row_cells> cells;
    for (std::string_view& cell : cells) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cell = line.substr(0, tab);
        line.remove_prefix(std::min(tab + 1, line.size()));
    }
    return cells;
}

template <class T>
T number_in(std::string_view cell) {
    T value{};
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

std::int32_t position_of(std::string_view name, std::span<const std::string_view> names) {
    const auto at = std::ranges::find(names, name);
    return at == names.end() ? -1 : static_cast<std::int32_t>(at - names.begin());
}

float logistic(float odds) { return 1.0F / (1.0F + std::exp(-odds)); }

}  // namespace

// What is learnt is read row by row; the trees then stand in order of their depth.
TreeModel::TreeModel(std::string_view table, std::span<const std::string_view> features) {
    bool sound = true;
    while (!table.empty()) {
        const auto cells = next_row(table);
        const auto root = roots_.empty() ? 0U : roots_.back();
        const auto at = static_cast<std::uint32_t>(nodes_.size());
        if (cells[0] == "tree") roots_.push_back(at);
        if (cells[0] == "leaf") {
            nodes_.push_back({number_in<float>(cells[1]), 0, {at, at}});
            means_.push_back(nodes_.back().threshold);
        }
        if (cells[0] == "split") {
            const std::int32_t feature = position_of(cells[1], features);
            nodes_.push_back({number_in<float>(cells[2]),
                              static_cast<std::uint32_t>(std::max(feature, 0)),
                              {root + number_in<std::uint32_t>(cells[3]), root + number_in<std::uint32_t>(cells[4])}});
            means_.push_back(number_in<float>(cells[5]));
            // Children stand behind their parent, so every walk ends.
            sound = sound && feature >= 0 && std::ranges::min(nodes_.back().next) > at;
        }
    }
    // They must also be there.
    for (const Node& node : nodes_) sound = sound && std::ranges::max(node.next) < nodes_.size();
    sound = sound && (roots_.empty() || roots_.back() < nodes_.size());
    if (!sound) {
        nodes_.clear();
        roots_.clear();
        return;
    }
    std::ranges::stable_sort(roots_, {}, [&](std::uint32_t root) { return depth_below(root); });
    for (const std::uint32_t root : roots_) depths_.push_back(depth_below(root));
}

std::uint32_t TreeModel::depth_below(std::uint32_t node) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open = {{node, 0}};
    std::uint32_t deepest = 0;
    while (!open.empty()) {
        const auto [at, depth] = open.back();
        open.pop_back();
        deepest = std::max(deepest, depth);
        if (is_leaf(at)) continue;
        for (const std::uint32_t next : nodes_[at].next) open.emplace_back(next, depth + 1);
    }
    return deepest;
}

// Several trees are walked side by side, each step in all of them, and a leaf is walked in place: which way a pair goes, and how far,
// cannot be foreseen, and a wrong guess of the processor costs more than the steps.
float TreeModel::probability(std::span<const float> input) const {
    constexpr std::size_t abreast = 8;
    float odds = 0;
    std::array<std::uint32_t, abreast> at{};
    for (std::size_t begin = 0; begin < roots_.size(); begin += abreast) {
        const std::size_t count = std::min(abreast, roots_.size() - begin);
        at.fill(roots_[begin]);
        std::copy_n(roots_.begin() + static_cast<std::ptrdiff_t>(begin), count, at.begin());
        for (std::uint32_t step = 0; step < depths_[begin + count - 1]; ++step) {
            for (std::uint32_t& node : at) {
                const Node& of = nodes_[node];
                node = of.next[static_cast<std::size_t>(input[of.feature] > of.threshold)];
            }
        }
        for (std::size_t i = 0; i < count; ++i) odds += nodes_[at[i]].threshold;
    }
    return logistic(odds);
}

float TreeModel::explain(std::span<const float> input, std::span<float> parts) const {
    float mean = 0;
    for (std::uint32_t at : roots_) {
        mean += means_[at];
        while (!is_leaf(at)) {
            const std::uint32_t feature = nodes_[at].feature;
            const std::uint32_t next = nodes_[at].next[input[feature] > nodes_[at].threshold ? 1 : 0];
            parts[feature] += means_[next] - means_[at];
            at = next;
        }
    }
    return mean;
}

}  // namespace depesche
