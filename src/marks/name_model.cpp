#include "marks/name_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace depesche {
namespace {

constexpr std::size_t check_size = 2;
constexpr std::size_t header_size = 12 + 4 * label_count * label_count;
constexpr std::uint64_t longest_probe = 64;
constexpr float impossible = -1e4F;

std::size_t best_of(const LabelScores& scores) { return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()); }

// Viterbi (1967): the best path to each label of each word, kept as the label it came from.
std::vector<std::size_t> best_path(const NameModel& model, std::span<const LabelScores> emissions) {
    const std::size_t count = emissions.size();
    std::vector<std::array<std::uint8_t, label_count>> from(count);
    LabelScores reached{};
    reached.fill(impossible);
    reached[0] = 0;
    for (std::size_t i = 0; i < count; ++i) {
        LabelScores next{};
        for (std::size_t l = 0; l < label_count; ++l) {
            float best = -std::numeric_limits<float>::infinity();
            for (std::size_t b = 0; b < label_count; ++b) {
                const float score = may_follow(b, l) ? reached[b] + model.transition(b, l) : impossible + reached[b];
                if (score > best) {
                    best = score;
                    from[i][l] = static_cast<std::uint8_t>(b);
                }
            }
            next[l] = best + emissions[i][l];
        }
        reached = next;
    }
    std::vector<std::size_t> path(count);
    for (std::size_t l = 0; l < label_count; ++l) reached[l] += model.transition(l, 0);
    std::size_t label = best_of(reached);
    for (std::size_t i = count; i-- > 0;) {
        path[i] = label;
        label = from[i][label];
    }
    return path;
}

void normalise(LabelScores& scores) {
    float sum = 0;
    for (const float s : scores) sum += s;
    if (sum <= 0) sum = 1;
    for (float& s : scores) s /= sum;
}

// The marginal probability of path[i] at each word, by forward-backward with each step normalised.
std::vector<float> marginals(const NameModel& model, std::span<const LabelScores> emissions, std::span<const std::size_t> path) {
    const TransitionWeights& step = model.transition_weights();
    const std::size_t count = emissions.size();
    std::vector<LabelScores> weight(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float most = emissions[i][best_of(emissions[i])];
        for (std::size_t l = 0; l < label_count; ++l) weight[i][l] = std::exp(emissions[i][l] - most);
    }
    std::vector<LabelScores> forward(count);
    LabelScores before{};
    before[0] = 1;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t l = 0; l < label_count; ++l) {
            float sum = 0;
            for (std::size_t b = 0; b < label_count; ++b) sum += before[b] * step[b * label_count + l];
            forward[i][l] = sum * weight[i][l];
        }
        normalise(forward[i]);
        before = forward[i];
    }
    std::vector<float> out(count);
    LabelScores behind{};
    for (std::size_t l = 0; l < label_count; ++l) behind[l] = step[l * label_count];
    for (std::size_t i = count; i-- > 0;) {
        LabelScores both{};
        for (std::size_t l = 0; l < label_count; ++l) both[l] = forward[i][l] * behind[l];
        normalise(both);
        out[i] = both[path[i]];
        LabelScores next{};
        for (std::size_t b = 0; b < label_count; ++b) {
            for (std::size_t l = 0; l < label_count; ++l) next[b] += step[b * label_count + l] * weight[i][l] * behind[l];
        }
        normalise(next);
        behind = next;
    }
    return out;
}

}  // namespace

NameModel::NameModel(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("DNM3")) return;
    std::uint32_t rows = 0;
    std::memcpy(&rows, bytes.data() + 4, sizeof rows);
    if (rows == 0 || bytes.size() != header_size + (check_size + label_count) * std::uint64_t{rows}) return;
    std::memcpy(&scale_, bytes.data() + 8, sizeof scale_);
    std::memcpy(transitions_.data(), bytes.data() + 12, sizeof transitions_);
    checks_ = bytes.substr(header_size, check_size * std::uint64_t{rows});
    weights_ = bytes.substr(header_size + checks_.size());
    rows_ = rows;
    for (std::size_t b = 0; b < label_count; ++b) {
        for (std::size_t l = 0; l < label_count; ++l)
            transition_weights_[b * label_count + l] = may_follow(b, l) ? std::exp(transition(b, l)) : 0.0F;
    }
}

std::uint64_t NameModel::slot_of(std::uint64_t feature) const { return ((feature & 0xFFFFFFFFU) * rows_) >> 32U; }

// The weights of a feature, nullptr when it has none.
const char* NameModel::find(std::uint64_t feature) const {
    const auto wanted = static_cast<std::uint16_t>((feature >> 48U) == 0 ? 1 : feature >> 48U);
    std::uint64_t slot = slot_of(feature);
    for (std::uint64_t probe = 0; probe < longest_probe; ++probe, slot = slot + 1 == rows_ ? 0 : slot + 1) {
        std::uint16_t check = 0;
        std::memcpy(&check, checks_.data() + check_size * slot, sizeof check);
        if (check == 0) return nullptr;
        if (check == wanted) return weights_.data() + label_count * slot;
    }
    return nullptr;
}

// In three rounds, since the tables are larger than the nearest caches: ask for the checks, find the rows and ask for them, add.
LabelScores NameModel::scores(std::span<const std::uint64_t> features) const {
    constexpr std::size_t batch = 128;
    std::array<const char*, batch> rows{};
    std::array<std::int32_t, label_count> sums{};
    for (std::size_t begin = 0; begin < features.size(); begin += batch) {
        const auto part = features.subspan(begin, std::min(batch, features.size() - begin));
        for (const std::uint64_t feature : part) __builtin_prefetch(checks_.data() + check_size * slot_of(feature));
        std::size_t found = 0;
        for (const std::uint64_t feature : part) {
            const char* row = find(feature);
            if (row == nullptr) continue;
            __builtin_prefetch(row);
            rows[found++] = row;
        }
        for (std::size_t r = 0; r < found; ++r) {
            std::array<signed char, label_count> weights{};
            std::memcpy(weights.data(), rows[r], label_count);
            for (std::size_t l = 0; l < label_count; ++l) sums[l] += weights[l];
        }
    }
    LabelScores out{};
    for (std::size_t l = 0; l < label_count; ++l) out[l] = static_cast<float>(sums[l]) * scale_;
    return out;
}

std::vector<Labelled> best_labels(const NameModel& model, std::span<const LabelScores> emissions) {
    const std::vector<std::size_t> path = best_path(model, emissions);
    std::vector<Labelled> out(path.size());
    if (std::ranges::all_of(path, [](std::size_t label) { return label == 0; })) return out;  // no name whose confidence would be asked
    const std::vector<float> sure = marginals(model, emissions, path);
    for (std::size_t i = 0; i < path.size(); ++i) out[i] = {static_cast<NameLabel>(path[i]), sure[i]};
    return out;
}

}  // namespace depesche
