// The learnt sequence model for names: a linear-chain conditional random field over the features of name_features.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace depesche {

// Begin and inside of each kind; other: names of works, events, products, which are told apart but not given back.
enum class NameLabel : std::uint8_t {
    none,
    begin_person,
    in_person,
    begin_place,
    in_place,
    begin_organisation,
    in_organisation,
    begin_other,
    in_other
};
inline constexpr std::size_t label_count = 9;
using LabelScores = std::array<float, label_count>;
using LabelSums = std::array<std::int32_t, label_count>;                 // of weights as stored
using TransitionWeights = std::array<float, label_count * label_count>;  // [before][next]
inline constexpr std::size_t label_lanes = 12;                           // labels and room to work on four at a time
using LaneScores = std::array<float, label_lanes>;
using LaneWeights = std::array<LaneScores, label_count>;  // [before][next]

// True where `next` may follow `before`: an inside label needs its begin or itself in front.
[[nodiscard]] constexpr bool may_follow(std::size_t before, std::size_t next) {
    return next == 0 || next % 2 == 1 || before == next || before + 1 == next;
}

// The features of several words, one list behind the other, and room to look them up in; kept from one call to the next.
struct FeatureLists {
    std::vector<std::uint64_t> features;
    std::vector<std::uint32_t> ends;  // of each word's list
    std::vector<std::uint32_t> rows;  // of the features found, in their order
    std::vector<std::uint32_t> row_ends;

    void end_word() { ends.push_back(static_cast<std::uint32_t>(features.size())); }
    void clear() {
        features.clear();
        ends.clear();
    }
};

// The weights in data/names/<code>.model, used where they lie. Layout, little-endian: "DNM3", the number of rows (32 bits), the scale
// (float), 81 transitions (float, [before][next]); then a 16-bit check for each row (0: free), then nine weights of 8 bits for each.
// Most features looked for have no row: the checks stand apart so that this is found out within one cache line. A feature's first row is
// the low half of its hash scaled to the number of rows; it stands in the first row from there on, up to a free one, whose check is the
// hash's top 16 bits.
class NameModel {
public:
    NameModel() = default;
    explicit NameModel(std::string_view bytes);
    [[nodiscard]] bool empty() const { return rows_ == 0; }
    [[nodiscard]] LabelScores scores(std::span<const std::uint64_t> features) const { return scaled(sums(features)); }
    [[nodiscard]] LabelSums sums(std::span<const std::uint64_t> features) const;
    // Adds to sums[w] the weights of the w-th list's features. One call for many words takes less time than one for each.
    void add_sums(FeatureLists& words, std::span<LabelSums> sums) const;
    [[nodiscard]] LabelScores scaled(const LabelSums& sums) const;
    [[nodiscard]] float transition(std::size_t before, std::size_t next) const { return transitions_[before * label_count + next]; }
    [[nodiscard]] const LaneWeights& steps() const { return steps_; }                // transitions, -1e4 where none may follow
    [[nodiscard]] const LaneWeights& step_weights() const { return step_weights_; }  // exponentials, 0 where none may follow
    [[nodiscard]] const LaneWeights& step_weights_turned() const { return step_weights_turned_; }  // [next][before]

private:
    [[nodiscard]] std::uint64_t find(std::uint64_t slot, std::uint16_t wanted) const;
    [[nodiscard]] std::uint64_t find_further(std::uint64_t slot, std::uint64_t probe, std::uint16_t wanted) const;
    [[nodiscard]] std::uint16_t check_at(std::uint64_t slot) const {
        std::uint16_t check = 0;
        std::memcpy(&check, checks_.data() + sizeof check * slot, sizeof check);
        return check;
    }
    [[nodiscard]] std::uint32_t first_slot(std::uint64_t feature) const {
        return static_cast<std::uint32_t>(((feature & 0xFFFFFFFFU) * rows_) >> 32U);
    }

    std::string_view checks_;
    std::string_view weights_;
    std::uint64_t rows_ = 0;
    float scale_ = 0;
    TransitionWeights transitions_{};
    LaneWeights steps_{};
    LaneWeights step_weights_{};
    LaneWeights step_weights_turned_{};
};

struct Labelled {
    NameLabel label = NameLabel::none;
    float confidence = 1;  // the label's marginal probability; 1 for a word of no name
};

// The best sequence of labels (Viterbi) and each one's marginal probability (forward-backward), for one stretch of words that
// stands between words without a name.
[[nodiscard]] std::vector<Labelled> best_labels(const NameModel& model, std::span<const LabelScores> emissions);

}  // namespace depesche
