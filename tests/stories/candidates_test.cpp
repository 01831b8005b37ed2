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

// A day of random pieces on which term 5 is in more pieces than may lead to candidates.
struct Made {
    std::vector<Vector> vectors;

    Made(std::mt19937& random, std::size_t pieces) {
        for (std::size_t i = 0; i < pieces; ++i) vectors.push_back(random_vector(random));
    }
    [[nodiscard]] DayIndex index(std::uint32_t first) const {
        const std::vector<std::uint32_t> common = {5};
        const std::vector<const std::vector<std::uint32_t>*> terms(too_common + 1, &common);
        std::vector<const Vector*> pointers;
        for (const Vector& v : vectors) pointers.push_back(&v);
        return {first, pointers, DayCounts(terms, 0)};
    }
};

// Plainly right: a piece against every other.
std::vector<Neighbour> slow_neighbours(std::uint32_t piece, const Vector& of, std::uint32_t first, const std::vector<Vector>& others) {
    std::vector<Neighbour> found;
    for (std::uint32_t i = 0; i < others.size(); ++i) {
        float sum = 0;
        for (const Weighted& a : of) {
            for (const Weighted& b : others[i]) sum += a.term == b.term && a.term != 5 ? a.weight * b.weight : 0;
        }
        if (first + i != piece && sum >= least_likeness) found.push_back({first + i, sum});
    }
    std::ranges::sort(found, closer);
    if (found.size() > most_neighbours) found.resize(most_neighbours);
    return found;
}

void expect_same(const std::vector<Neighbour>& fast, const std::vector<Neighbour>& slow) {
    ASSERT_EQ(fast.size(), slow.size());
    for (std::size_t k = 0; k < slow.size(); ++k) {
        EXPECT_EQ(fast[k].piece, slow[k].piece);
        EXPECT_EQ(fast[k].likeness, slow[k].likeness);
    }
}

void compare(std::uint32_t seed, std::size_t first_day, std::size_t second_day) {
    std::mt19937 random(seed);
    const Made one(random, first_day);
    const Made two(random, second_day);
    const auto begin = static_cast<std::uint32_t>(first_day);
    const DayIndex first = one.index(0);
    const DayIndex second = two.index(begin);
    const NeighbourLists within = find_neighbours(second, second, 1 + seed % 3);
    const NeighbourLists across = find_neighbours(second, first, 1 + seed % 3);
    ASSERT_EQ(within.size(), second_day);
    ASSERT_EQ(across.size(), second_day);
    for (std::uint32_t i = 0; i < second_day; ++i) {
        expect_same(within[i], slow_neighbours(begin + i, two.vectors[i], begin, two.vectors));
        expect_same(across[i], slow_neighbours(begin + i, two.vectors[i], 0, one.vectors));
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
    for (const auto& neighbours : find_neighbours(index, index, 1)) EXPECT_TRUE(neighbours.empty());
}

TEST(Candidates, WhatMayNotBeNearIsNoNeighbour) {
    std::mt19937 random(1);
    Made day(random, 3);
    day.vectors = {{{1, 1.0F}}, {{1, 1.0F}}, {{1, 1.0F}}};
    const DayIndex index = day.index(0);
    const auto lists = find_neighbours(index, index, 1, [](std::uint32_t a, std::uint32_t b) { return a != 1 && b != 1; });
    EXPECT_EQ(lists[0].size(), 1U);
    EXPECT_TRUE(lists[1].empty());
    EXPECT_EQ(lists[2].size(), 1U);
}

}  // namespace
}  // namespace depesche
