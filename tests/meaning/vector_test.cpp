// MeaningVector: rounding, cosine, and the bytes that a store keeps.
#include "meaning/vector.h"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace depesche {
namespace {

std::array<float, meaning_size> random_numbers(std::mt19937& random) {
    std::normal_distribution<float> normal;
    std::array<float, meaning_size> numbers{};
    for (float& number : numbers) number = normal(random);
    return numbers;
}

// Plainly right: the cosine before anything is rounded.
double slow_cosine(std::span<const float> a, std::span<const float> b) {
    double product = 0;
    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += double{a[i]} * double{b[i]};
        left += double{a[i]} * double{a[i]};
        right += double{b[i]} * double{b[i]};
    }
    return product / std::sqrt(left * right);
}

TEST(MeaningVector, RoundingChangesACosineByLessThanPromised) {
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        const auto a = random_numbers(random);
        auto b = random_numbers(random);
        const float share = static_cast<float>(round) / 200;  // from unlike to alike
        for (std::size_t i = 0; i < b.size(); ++i) b.at(i) = share * a.at(i) + (1 - share) * b.at(i);
        EXPECT_NEAR(cosine(pack_meaning(a), pack_meaning(b)), slow_cosine(a, b), 0.003);
    }
}

TEST(MeaningVector, IsAsLongAsItself) {
    std::mt19937 random(2);
    for (int round = 0; round < 50; ++round) {
        const MeaningVector vector = pack_meaning(random_numbers(random));
        EXPECT_NEAR(cosine(vector, vector), 1, 1e-6);
    }
}

TEST(MeaningVector, LengthOfTheInputDoesNotMatter) {
    std::mt19937 random(3);
    auto numbers = random_numbers(random);
    const MeaningVector before = pack_meaning(numbers);
    for (float& number : numbers) number *= 1024;
    EXPECT_EQ(pack_meaning(numbers), before);
}

TEST(MeaningVector, NothingAndBrokenNumbersHaveNoMeaning) {
    std::array<float, meaning_size> numbers{};
    EXPECT_FALSE(pack_meaning(numbers).known());
    numbers[7] = std::numeric_limits<float>::infinity();
    EXPECT_FALSE(pack_meaning(numbers).known());
    numbers[7] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(pack_meaning(numbers).known());
    numbers[7] = 1;
    const MeaningVector one = pack_meaning(numbers);
    EXPECT_TRUE(one.known());
    EXPECT_EQ(cosine(one, MeaningVector{}), 0);
}

TEST(MeaningVector, ComesBackFromItsBytes) {
    std::mt19937 random(4);
    const MeaningVector vector = pack_meaning(random_numbers(random));
    const std::string bytes = to_bytes(vector);
    EXPECT_EQ(bytes.size(), 517U);
    const auto back = meaning_from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, vector);
    const auto none = meaning_from_bytes(to_bytes(MeaningVector{}));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->known());
}

TEST(MeaningVector, OtherBytesAreRefused) {
    std::mt19937 random(5);
    const std::string bytes = to_bytes(pack_meaning(random_numbers(random)));
    EXPECT_FALSE(meaning_from_bytes(""));
    EXPECT_FALSE(meaning_from_bytes(bytes.substr(0, 516)));
    EXPECT_FALSE(meaning_from_bytes(bytes + "x"));
    std::string other_version = bytes;
    other_version[0] = '\x02';
    EXPECT_FALSE(meaning_from_bytes(other_version));
    std::string no_scale = bytes;
    no_scale[3] = '\xFF';
    no_scale[4] = '\xFF';
    EXPECT_FALSE(meaning_from_bytes(no_scale));
}

}  // namespace
}  // namespace depesche
