#include "marks/name_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace depesche {
namespace {

constexpr std::size_t row_size = 11;
constexpr std::size_t header_size = 12 + 4 * label_count * label_count;
constexpr std::uint64_t longest_probe = 64;
constexpr float impossible = -1e4F;

std::size_t best_of(const LabelScores& scores) {
    return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

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

using Matrix = std::array<float, label_count * label_count>;

Matrix exponential_transitions(const NameModel& model) {
    Matrix out{};
    for (std::size_t b = 0; b < label_count; ++b) {
        for (std::size_t l = 0; l < label_count; ++l) out[b * label_count + l] = may_follow(b, l) ? std::exp(model.transition(b, l)) : 0.0F;
    }
    return out;
}

void normalise(LabelScores& scores) {
    float sum = 0;
    for (const float s : scores) sum += s;
    if (sum <= 0) sum = 1;
    for (float& s : scores) s /= sum;
}

// The marginal probability of path[i] at each word, by forward-backward with each step normalised.
std::vector<float> marginals(const NameModel& model, std::span<const LabelScores> emissions, std::span<const std::size_t> path) {
    const Matrix step = exponential_transitions(model);
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
    if (bytes.size() < header_size || !bytes.starts_with("DNM2")) return;
    std::uint32_t rows = 0;
    std::memcpy(&rows, bytes.data() + 4, sizeof rows);
    if (rows == 0 || bytes.size() != header_size + row_size * std::uint64_t{rows}) return;
    std::memcpy(&scale_, bytes.data() + 8, sizeof scale_);
    std::memcpy(transitions_.data(), bytes.data() + 12, sizeof transitions_);
    bytes_ = bytes.substr(header_size);
    rows_ = rows;
}

LabelScores NameModel::scores(std::span<const std::uint64_t> features) const {
    std::array<std::int32_t, label_count> sums{};
    for (const std::uint64_t feature : features) {
        const auto wanted = static_cast<std::uint16_t>((feature >> 48U) == 0 ? 1 : feature >> 48U);
        std::uint64_t slot = ((feature & 0xFFFFFFFFU) * rows_) >> 32U;
        for (std::uint64_t probe = 0; probe < longest_probe; ++probe, slot = slot + 1 == rows_ ? 0 : slot + 1) {
            const char* row = bytes_.data() + row_size * slot;
            std::uint16_t check = 0;
            std::memcpy(&check, row, sizeof check);
            if (check == 0) break;
            if (check != wanted) continue;
            for (std::size_t l = 0; l < label_count; ++l) sums[l] += static_cast<signed char>(row[2 + l]);
            break;
        }
    }
    LabelScores out{};
    for (std::size_t l = 0; l < label_count; ++l) out[l] = static_cast<float>(sums[l]) * scale_;
    return out;
}

std::vector<Labelled> best_labels(const NameModel& model, std::span<const LabelScores> emissions) {
    const std::vector<std::size_t> path = best_path(model, emissions);
    const std::vector<float> sure = marginals(model, emissions, path);
    std::vector<Labelled> out(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) out[i] = {static_cast<NameLabel>(path[i]), sure[i]};
    return out;
}

}  // namespace depesche
