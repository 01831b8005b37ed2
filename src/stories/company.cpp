#include "stories/company.h"

#include <algorithm>

namespace depesche {
namespace {

constexpr std::array<std::string_view, company_feature_count> names = {"alone",       "witness", "second_witness", "witnesses",
                                                                       "agreement",   "company", "company_less",   "shared",
                                                                       "shared_less", "nearest", "nearest_less"};

// Below this sum a piece has no neighbours worth asking.
constexpr float least_company = 0.1F;

}  // namespace

std::span<const std::string_view> company_feature_names() { return names; }

Company::Company(std::uint32_t first, std::uint32_t count, std::span<const Link> links)
    : first_(first), begins_(count + 1, 0), sums_(count, 0) {
    for (const Link& link : links) {
        ++begins_[link.first - first + 1];
        ++begins_[link.second - first + 1];
    }
    for (std::uint32_t i = 0; i < count; ++i) begins_[i + 1] += begins_[i];
    neighbours_.resize(begins_.back());
    std::vector<std::uint32_t> at(begins_.begin(), begins_.end() - 1);
    for (const Link& link : links) {
        neighbours_[at[link.second - first]++] = {link.first, link.probability};
        neighbours_[at[link.first - first]++] = {link.second, link.probability};
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        std::sort(neighbours_.begin() + begins_[i], neighbours_.begin() + begins_[i + 1],
                  [](const Neighbour& a, const Neighbour& b) { return a.piece < b.piece; });
        for (const Neighbour& n : of(first + i)) sums_[i] += n.probability;
    }
}

CompanyFeatures Company::features(const Link& link) const {
    const float own = link.probability;
    float best = 0;
    float second = 0;
    float products = 0;
    float smaller = 0;
    float nearest_a = 0;
    float nearest_b = 0;
    const auto left = of(link.first);
    const auto right = of(link.second);
    for (auto a = left.begin(), b = right.begin(); a != left.end() || b != right.end();) {
        const bool in_a = a != left.end() && (b == right.end() || a->piece <= b->piece);
        const bool in_b = b != right.end() && (a == left.end() || b->piece <= a->piece);
        if (in_a && a->piece != link.second) nearest_a = std::max(nearest_a, a->probability);
        if (in_b && b->piece != link.first) nearest_b = std::max(nearest_b, b->probability);
        if (in_a && in_b) {
            const float least = std::min(a->probability, b->probability);
            smaller += least;
            products += a->probability * b->probability;
            second = std::max(second, std::min(least, best));
            best = std::max(best, least);
        }
        if (in_a) ++a;
        if (in_b) ++b;
    }
    const float company_a = sums_[link.first - first_] - own;
    const float company_b = sums_[link.second - first_] - own;
    const float all = company_a + company_b - smaller;
    const float shared_a = company_a > least_company ? products / company_a : -1;
    const float shared_b = company_b > least_company ? products / company_b : -1;
    return {own,
            best,
            second,
            products,
            all > 1e-6F ? smaller / all : 0,
            std::max(company_a, company_b),
            std::min(company_a, company_b),
            std::max(shared_a, shared_b),
            std::min(shared_a, shared_b),
            std::max(nearest_a, nearest_b),
            std::min(nearest_a, nearest_b)};
}

}  // namespace depesche
