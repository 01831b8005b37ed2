// Candidates: the index against the plain loop over all pairs.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "stories/candidates.h"

namespace depesche {
namespace {

Vector random_vector(std::mt19937& random) {
    Vector vector;
    for (std::uint32_t term = 1; term <= 12; ++term) {
        if (random() % 3 == 0) vector.push_back({term, static_cast<float>(1 + random() % 8) / 16.0F});  // sums are exact
    }
    return vector;
}

struct Made {
    std::vector<Vector> vectors;
    DayCounts counts;

    Made(std::mt19937& random, std::size_t pieces) {
        for (std::size_t i = 0; i < pieces; ++i) vectors.push_back(random_vector(random));
        counts.pieces = static_cast<std::uint32_t>(pieces);
        for (std::uint32_t term = 1; term <= 12; ++term)
            counts.terms.emplace_back(term, term == 5 ? too_common + 1 : 1);  // term 5 leads nowhere
    }
    [[nodiscard]] DayIndex index(std::uint32_t first) const {
        std::vector<const Vector*> pointers;
        for (const Vector& v : vectors) pointers.push_back(&v);
        const DayCounts* all[] = {&counts};
        return {first, pointers, WindowCounts(all, 0)};
    }
};

// Plainly right: every piece against every other.
std::vector<Neighbour> slow_neighbours(std::uint32_t piece, const Vector& of,
                                       const std::vector<std::pair<std::uint32_t, const Vector*>>& others) {
    std::vector<Neighbour> found;
    for (const auto& [other, vector] : others) {
        float sum = 0;
        for (const Weighted& a : of) {
            for (const Weighted& b : *vector) sum += a.term == b.term && a.term != 5 ? a.weight * b.weight : 0;
        }
        if (other != piece && sum >= least_likeness) found.push_back({other, sum});
    }
    std::ranges::sort(found, [](const Neighbour& a, const Neighbour& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.piece < b.piece;
    });
    if (found.size() > most_neighbours) found.resize(most_neighbours);
    return found;
}

void compare(std::uint32_t seed, std::size_t first_day, std::size_t second_day) {
    std::mt19937 random(seed);
    const Made one(random, first_day);
    const Made two(random, second_day);
    const DayIndex first = one.index(0);
    const DayIndex second = two.index(static_cast<std::uint32_t>(first_day));
    const DayIndex* near[] = {&first, &second};
    const auto fast = find_neighbours(second, near, 1 + seed % 3);
    std::vector<std::pair<std::uint32_t, const Vector*>> all;
    for (const Made* day : {&one, &two}) {
        for (const Vector& v : day->vectors) all.emplace_back(static_cast<std::uint32_t>(all.size()), &v);
    }
    ASSERT_EQ(fast.size(), second_day);
    for (std::size_t i = 0; i < second_day; ++i) {
        const auto slow = slow_neighbours(static_cast<std::uint32_t>(first_day + i), two.vectors[i], all);
        ASSERT_EQ(fast[i].size(), slow.size()) << "seed " << seed << " piece " << i;
        for (std::size_t k = 0; k < slow.size(); ++k) {
            EXPECT_EQ(fast[i][k].piece, slow[k].piece);
            EXPECT_EQ(fast[i][k].likeness, slow[k].likeness);
        }
    }
}

TEST(Candidates, AgreeWithThePlainLoopOnRandomDays) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) compare(seed, seed % 5, 1 + seed % 9);
}

TEST(Candidates, AgreeWithThePlainLoopWhenThereAreMoreThanAreKept) { compare(99, 300, 280); }

TEST(Candidates, AWordOfTooManyPiecesLeadsNowhere) {
    std::mt19937 random(1);
    Made day(random, 2);
    day.vectors = {{{5, 1.0F}}, {{5, 1.0F}}};
    const DayIndex index = day.index(0);
    const DayIndex* near[] = {&index};
    for (const auto& neighbours : find_neighbours(index, near, 1)) EXPECT_TRUE(neighbours.empty());
}

}  // namespace
}  // namespace depesche
