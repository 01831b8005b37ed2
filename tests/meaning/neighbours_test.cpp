// Neighbours by meaning: blocks against the plain loop.
#include "meaning/neighbours.h"

#include <algorithm>
#include <functional>
#include <random>

#include <gtest/gtest.h>

namespace depesche {
namespace {

std::vector<MeaningVector> random_vectors(std::mt19937& random, std::size_t count) {
    std::normal_distribution<float> normal;
    std::array<float, meaning_size> common{};
    for (float& number : common) number = normal(random);
    std::vector<MeaningVector> vectors;
    for (std::size_t i = 0; i < count; ++i) {
        std::array<float, meaning_size> numbers{};
        for (std::size_t k = 0; k < meaning_size; ++k) numbers.at(k) = normal(random) + common.at(k) * static_cast<float>(random() % 3);
        vectors.push_back(i % 11 == 10 ? MeaningVector{} : pack_meaning(numbers));
    }
    return vectors;
}

std::vector<const MeaningVector*> pointers(const std::vector<MeaningVector>& vectors) {
    std::vector<const MeaningVector*> found;
    for (const MeaningVector& vector : vectors) found.push_back(&vector);
    return found;
}

std::vector<MeaningNeighbour> slow(const std::vector<MeaningVector>& left, const std::vector<MeaningVector>& right, float least,
                                   std::size_t most) {
    std::vector<MeaningNeighbour> found;
    for (std::uint32_t i = 0; i < left.size(); ++i) {
        std::vector<MeaningNeighbour> of_one;
        for (std::uint32_t k = 0; k < right.size(); ++k) {
            const float value = cosine(left[i], right[k]);
            if (value >= least) of_one.push_back({i, k, value});
        }
        std::ranges::stable_sort(of_one, std::greater(), &MeaningNeighbour::cosine);
        if (of_one.size() > most) of_one.resize(most);
        std::ranges::sort(of_one, {}, &MeaningNeighbour::right);
        found.insert(found.end(), of_one.begin(), of_one.end());
    }
    return found;
}

TEST(MeaningNeighbours, AreThoseOfThePlainLoop) {
    std::mt19937 random(9);
    for (const auto& [left_size, right_size] : {std::pair{0, 5}, {1, 1}, {3, 300}, {150, 70}, {64, 256}, {65, 257}}) {
        const auto left = random_vectors(random, static_cast<std::size_t>(left_size));
        const auto right = random_vectors(random, static_cast<std::size_t>(right_size));
        for (const float least : {0.1F, 0.5F, 0.99F}) {
            for (const std::size_t most : {std::size_t{1}, std::size_t{4}, std::size_t{1000}}) {
                const auto expected = slow(left, right, least, most);
                for (const unsigned threads : {1U, 3U})
                    EXPECT_EQ(meaning_neighbours(pointers(left), pointers(right), least, most, threads), expected);
            }
        }
    }
}

}  // namespace
}  // namespace depesche
