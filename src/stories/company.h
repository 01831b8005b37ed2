// Company: what the neighbours of two pieces say about them. Second look at a pair, after all pairs have been judged alone.
//
// A pair of headlines with few common words is one story when a third piece is likely one with both ("Explosion in Bar" and "Dutzende
// Tote in Skiort" by way of "Dutzende Tote bei Explosion in Bar in Skiort"), and two when each keeps company that the other has nothing to
// do with. Handles: a happening told in changing words over hours. Does not handle: a third piece that reports two happenings at once and
// so vouches wrongly; the model learns how far to trust (tests/stories/company_test.cpp).
// Source of the method: stacked classification with relational features (Neville and Jensen 2000; Wolpert 1992).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stories/linkage.h"

namespace depesche {

enum class CompanyFeature : std::uint8_t {
    alone,    // the pair's own probability in the first look
    witness,  // best common neighbour: the smaller of its two probabilities; and of the second best
    second_witness,
    witnesses,  // sum over common neighbours of the product of the two
    agreement,  // common neighbours by all neighbours, weighed by probability
    company,    // probabilities of the other neighbours summed: of the side with more, and with less
    company_less,
    shared,  // how likely one side's neighbours go with the other side, on average: of the side where it is more, and less; -1 without
             // neighbours
    shared_less,
    nearest,  // greatest probability with another neighbour: of the side where it is more, and less
    nearest_less,
};
inline constexpr std::size_t company_feature_count = static_cast<std::size_t>(CompanyFeature::nearest_less) + 1;

[[nodiscard]] std::span<const std::string_view> company_feature_names();

using CompanyFeatures = std::array<float, company_feature_count>;

// The links as a graph, for looking up what pieces have in common.
class Company {
public:
    // Links between the pieces `first`, `first` + 1 … `first` + `count` - 1, each pair once.
    Company(std::uint32_t first, std::uint32_t count, std::span<const Link> links);
    // Features of one of the links.
    [[nodiscard]] CompanyFeatures features(const Link& link) const;

private:
    struct Neighbour {
        std::uint32_t piece = 0;
        float probability = 0;
    };
    [[nodiscard]] std::span<const Neighbour> of(std::uint32_t piece) const {
        return std::span(neighbours_).subspan(begins_[piece - first_], begins_[piece - first_ + 1] - begins_[piece - first_]);
    }
    std::uint32_t first_ = 0;
    std::vector<std::uint32_t> begins_;  // of each piece's neighbours, one more at the end
    std::vector<Neighbour> neighbours_;  // ascending by piece
    std::vector<float> sums_;            // of each piece's probabilities
};

}  // namespace depesche
