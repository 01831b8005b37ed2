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

TreeModel::TreeModel(std::string_view table, std::span<const std::string_view> features) {
    bool sound = true;
    while (!table.empty()) {
        const auto cells = next_row(table);
        const auto root = roots_.empty() ? 0U : roots_.back();
        if (cells[0] == "tree") roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        if (cells[0] == "leaf") {
            nodes_.push_back({number_in<float>(cells[1]), -1, {}});
            means_.push_back(nodes_.back().threshold);
        }
        if (cells[0] == "split") {
            const std::int32_t feature = position_of(cells[1], features);
            nodes_.push_back({number_in<float>(cells[2]),
                              feature,
                              {root + number_in<std::uint32_t>(cells[3]), root + number_in<std::uint32_t>(cells[4])}});
            means_.push_back(number_in<float>(cells[5]));
            sound = sound && feature >= 0 && std::ranges::min(nodes_.back().next) >= nodes_.size();
        }
    }
    // Children stand behind their parent, so every walk ends; they must also be there.
    for (const Node& node : nodes_) sound = sound && (node.feature < 0 || std::ranges::max(node.next) < nodes_.size());
    sound = sound && (roots_.empty() || roots_.back() < nodes_.size());
    if (sound) return;
    nodes_.clear();
    roots_.clear();
}

// The comparison is an index, not a branch: which way a pair goes cannot be foreseen, and a wrong guess costs more than the node.
float TreeModel::probability(std::span<const float> input) const {
    float odds = 0;
    for (const std::uint32_t root : roots_) {
        const Node* node = &nodes_[root];
        while (node->feature >= 0) {
            const auto above = static_cast<std::size_t>(input[static_cast<std::size_t>(node->feature)] > node->threshold);
            node = &nodes_[node->next[above]];
        }
        odds += node->threshold;
    }
    return logistic(odds);
}

float TreeModel::explain(std::span<const float> input, std::span<float> parts) const {
    float mean = 0;
    for (std::uint32_t at : roots_) {
        mean += means_[at];
        while (nodes_[at].feature >= 0) {
            const auto feature = static_cast<std::size_t>(nodes_[at].feature);
            const std::uint32_t next = nodes_[at].next[input[feature] > nodes_[at].threshold ? 1 : 0];
            parts[feature] += means_[next] - means_[at];
            at = next;
        }
    }
    return mean;
}

}  // namespace depesche
