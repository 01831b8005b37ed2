#include "marks/name_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace depesche {
namespace {

constexpr std::size_t check_size = 2;
constexpr std::size_t header_size = 12 + 4 * label_count * label_count;
constexpr std::uint64_t longest_probe = 64;
constexpr std::uint64_t no_row = std::numeric_limits<std::uint64_t>::max();
constexpr float impossible = -1e4F;

std::size_t best_of(const LabelScores& scores) { return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()); }

// Four labels side by side: left to itself the compiler compares one after the other.
constexpr std::size_t lanes_at_once = 4;
static_assert(label_lanes % lanes_at_once == 0);
using Scores = float __attribute__((vector_size(4 * lanes_at_once)));
using Labels = std::int32_t __attribute__((vector_size(4 * lanes_at_once)));

struct BestBefore {
    Scores scores{};
    Labels labels{};
};

// For the four labels from `first` on: the best score by any label before, and the first label that gives it.
BestBefore best_before(const LaneScores& reached, const LaneWeights& steps, std::size_t first) {
    BestBefore found;
    found.scores = Scores{} - std::numeric_limits<float>::infinity();
    for (std::size_t b = 0; b < label_count; ++b) {
        Scores step{};
        std::memcpy(&step, &steps[b][first], sizeof step);
        const Scores score = step + reached[b];
        const Labels better = score > found.scores;
        found.scores = better ? score : found.scores;
        found.labels = better ? Labels{} + static_cast<std::int32_t>(b) : found.labels;
    }
    return found;
}

// Viterbi (1967): the best path to each label of each word, kept as the label it came from. All labels of a word are worked out side by
// side, one label before after the other.
std::vector<std::size_t> best_path(const NameModel& model, std::span<const LabelScores> emissions) {
    const std::size_t count = emissions.size();
    const LaneWeights& steps = model.steps();
    std::vector<std::array<std::int32_t, label_lanes>> from(count);
    LaneScores reached{};
    reached.fill(impossible);
    reached[0] = 0;
    for (std::size_t i = 0; i < count; ++i) {
        LaneScores best{};
        for (std::size_t l = 0; l < label_lanes; l += lanes_at_once) {
            const BestBefore found = best_before(reached, steps, l);
            std::memcpy(&best[l], &found.scores, sizeof found.scores);
            std::memcpy(&from[i][l], &found.labels, sizeof found.labels);
        }
        for (std::size_t l = 0; l < label_count; ++l) reached[l] = best[l] + emissions[i][l];
    }
    std::vector<std::size_t> path(count);
    LabelScores last{};
    for (std::size_t l = 0; l < label_count; ++l) last[l] = reached[l] + model.transition(l, 0);
    std::size_t label = best_of(last);
    for (std::size_t i = count; i-- > 0;) {
        path[i] = label;
        label = static_cast<std::size_t>(from[i][label]);
    }
    return path;
}

void normalise(LabelScores& scores) {
    float sum = 0;
    for (const float s : scores) sum += s;
    if (sum <= 0) sum = 1;
    for (float& s : scores) s /= sum;
}

// The marginal probability of path[i] at each word of a name, by forward-backward with each step normalised. Forwards it is worked out up
// to the last name, backwards down to the first; words without a name get 1, since nobody asks.
std::vector<float> marginals(const NameModel& model, std::span<const LabelScores> emissions, std::span<const std::size_t> path) {
    const LaneWeights& step = model.step_weights();
    const LaneWeights& turned = model.step_weights_turned();
    const std::size_t count = emissions.size();
    std::vector<LabelScores> weight(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float most = emissions[i][best_of(emissions[i])];
        for (std::size_t l = 0; l < label_count; ++l) weight[i][l] = std::exp(emissions[i][l] - most);
    }
    const auto is_name = [](std::size_t label) { return label != 0; };
    const auto first = static_cast<std::size_t>(std::ranges::find_if(path, is_name) - path.begin());
    const auto end = static_cast<std::size_t>(std::find_if(path.rbegin(), path.rend(), is_name).base() - path.begin());
    std::vector<LabelScores> forward(end);
    LabelScores before{};
    before[0] = 1;
    for (std::size_t i = 0; i < end; ++i) {
        LaneScores sum{};
        for (std::size_t b = 0; b < label_count; ++b) {
            for (std::size_t l = 0; l < label_lanes; ++l) sum[l] += before[b] * step[b][l];
        }
        for (std::size_t l = 0; l < label_count; ++l) forward[i][l] = sum[l] * weight[i][l];
        normalise(forward[i]);
        before = forward[i];
    }
    std::vector<float> out(count, 1.0F);
    LabelScores behind{};
    for (std::size_t l = 0; l < label_count; ++l) behind[l] = step[l][0];
    for (std::size_t i = count; i-- > first;) {
        if (path[i] != 0) {
            LabelScores both{};
            for (std::size_t l = 0; l < label_count; ++l) both[l] = forward[i][l] * behind[l];
            normalise(both);
            out[i] = both[path[i]];
        }
        LaneScores next{};
        for (std::size_t l = 0; l < label_count; ++l) {
            for (std::size_t b = 0; b < label_lanes; ++b) next[b] += turned[l][b] * weight[i][l] * behind[l];
        }
        std::copy_n(next.begin(), label_count, behind.begin());
        normalise(behind);
    }
    return out;
}

std::uint16_t check_of(std::uint64_t feature) { return static_cast<std::uint16_t>((feature >> 48U) == 0 ? 1 : feature >> 48U); }

// Eight checks side by side, compared in one step: a search that finds nothing passes a dozen rows on the way to a free one.
constexpr std::uint64_t checks_at_once = 8;
using Checks = std::uint16_t __attribute__((vector_size(2 * checks_at_once)));
using Verdicts = std::uint8_t __attribute__((vector_size(checks_at_once)));

// A byte for each check, set where it is free or the one looked for.
std::uint64_t stops_among(const char* checks, std::uint16_t wanted) {
    Checks read{};
    std::memcpy(&read, checks, sizeof read);
    const auto verdicts = __builtin_convertvector((read == wanted) | (read == 0), Verdicts);
    std::uint64_t stops = 0;
    std::memcpy(&stops, &verdicts, sizeof stops);
    return stops;
}

unsigned first_stop(std::uint64_t stops) { return static_cast<unsigned>(std::countr_zero(stops)) / 8; }

// Adds rows of weights: eight labels side by side in 16 bits, which `at_once` rows cannot overflow, and the ninth.
void add_rows(std::string_view table, std::span<const std::uint32_t> rows, LabelSums& sums) {
    static_assert(label_count == 9);
    constexpr std::size_t at_once = 256;
    for (; !rows.empty(); rows = rows.subspan(std::min(at_once, rows.size()))) {
        std::array<std::int16_t, 8> eight{};
        std::int32_t ninth = 0;
        for (const std::uint32_t row : rows.first(std::min(at_once, rows.size()))) {
            std::array<signed char, label_count> weights{};
            std::memcpy(weights.data(), table.data() + label_count * std::size_t{row}, label_count);
            for (std::size_t l = 0; l < eight.size(); ++l) eight[l] = static_cast<std::int16_t>(eight[l] + weights[l]);
            ninth += weights[8];
        }
        for (std::size_t l = 0; l < eight.size(); ++l) sums[l] += eight[l];
        sums[8] += ninth;
    }
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
        for (std::size_t l = 0; l < label_count; ++l) {
            steps_[b][l] = may_follow(b, l) ? transition(b, l) : impossible;
            step_weights_[b][l] = may_follow(b, l) ? std::exp(transition(b, l)) : 0.0F;
            step_weights_turned_[l][b] = step_weights_[b][l];
        }
    }
}

// The row of a feature from its first one on, no_row when it has none. Most searches end within the first step, which is kept short.
inline std::uint64_t NameModel::find(std::uint64_t slot, std::uint16_t wanted) const {
    if (slot + checks_at_once > rows_) return find_further(slot, 0, wanted);
    const std::uint64_t stops = stops_among(checks_.data() + check_size * slot, wanted);
    if (stops == 0) return find_further(slot + checks_at_once, checks_at_once, wanted);
    slot += first_stop(stops);
    return check_at(slot) == wanted ? slot : no_row;
}

std::uint64_t NameModel::find_further(std::uint64_t slot, std::uint64_t probe, std::uint16_t wanted) const {
    for (; probe < longest_probe && slot + checks_at_once <= rows_; probe += checks_at_once, slot += checks_at_once) {
        const std::uint64_t stops = stops_among(checks_.data() + check_size * slot, wanted);
        if (stops == 0) continue;
        slot += first_stop(stops);
        return check_at(slot) == wanted ? slot : no_row;
    }
    for (; probe < longest_probe; ++probe, ++slot) {  // the table's end, and its begin behind that
        if (slot >= rows_) slot = 0;
        const std::uint16_t check = check_at(slot);
        if (check == 0) return no_row;
        if (check == wanted) return slot;
    }
    return no_row;
}

// In three rounds over all words, since the tables are larger than the nearest caches: ask for the checks, find the rows and ask for
// them, add. What is asked for arrives while the round goes on.
void NameModel::add_sums(FeatureLists& words, std::span<LabelSums> sums) const {
    words.rows.resize(words.features.size());
    for (std::size_t i = 0; i < words.features.size(); ++i) {
        words.rows[i] = first_slot(words.features[i]);
        __builtin_prefetch(checks_.data() + check_size * words.rows[i]);
    }
    words.row_ends.clear();
    std::uint32_t found = 0;
    std::uint32_t feature = 0;
    for (const std::uint32_t end : words.ends) {
        for (; feature < end; ++feature) {
            const std::uint64_t row = find(words.rows[feature], check_of(words.features[feature]));
            if (row == no_row) continue;
            __builtin_prefetch(weights_.data() + label_count * row);
            words.rows[found++] = static_cast<std::uint32_t>(row);  // found <= feature: over slots that are done with
        }
        words.row_ends.push_back(found);
    }
    std::uint32_t begin = 0;
    for (std::size_t w = 0; w < words.row_ends.size(); ++w) {
        add_rows(weights_, std::span(words.rows).subspan(begin, words.row_ends[w] - begin), sums[w]);
        begin = words.row_ends[w];
    }
}

LabelSums NameModel::sums(std::span<const std::uint64_t> features) const {
    FeatureLists one;
    one.features.assign(features.begin(), features.end());
    one.end_word();
    LabelSums sums{};
    add_sums(one, std::span(&sums, 1));
    return sums;
}

LabelScores NameModel::scaled(const LabelSums& sums) const {
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
