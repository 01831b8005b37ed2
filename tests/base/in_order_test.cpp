#include "base/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <string>

namespace depesche {
namespace {

// Squares of 0 .. count-1 as they are given, with work of very different length.
std::vector<int> squares(unsigned threads, std::size_t bound, int count, std::size_t* most = nullptr) {
    std::vector<int> out;
    int next = 0;
    std::atomic<std::size_t> on_their_way = 0;
    std::size_t seen = 0;
    in_order<int, int>(
        threads, bound,
        [&]() -> std::optional<int> {
            if (next == count) return std::nullopt;
            seen = std::max(seen, ++on_their_way);
            return next++;
        },
        [](int value) {
            std::mt19937 chance(static_cast<unsigned>(value));
            std::uint64_t sum = 0;
            for (auto i = chance() % 20000; i > 0; --i) sum += chance();
            return value * value + static_cast<int>(sum - sum);
        },
        [&](int value) {
            --on_their_way;
            out.push_back(value);
            return true;
        });
    if (most != nullptr) *most = seen;
    return out;
}

TEST(InOrder, GivesTheSameAsAPlainLoopForAnyThreads) {
    for (const int count : {0, 1, 2, 7, 300}) {
        const std::vector<int> expected = squares(1, 1, count);
        ASSERT_EQ(expected.size(), static_cast<std::size_t>(count));
        for (const unsigned threads : {2U, 3U, 8U}) EXPECT_EQ(squares(threads, 5, count), expected) << threads << " threads, " << count;
    }
}

TEST(InOrder, NoMoreThanTheBoundIsOnItsWay) {
    std::size_t most = 0;
    squares(3, 6, 400, &most);
    EXPECT_LE(most, 6U);
}

TEST(InOrder, NothingIsGivenAfterARefusal) {
    for (const unsigned threads : {1U, 4U}) {
        int next = 0;
        std::vector<int> out;
        in_order<int, int>(
            threads, 8, [&]() -> std::optional<int> { return next++; }, [](int value) { return value; },
            [&](int value) {
                out.push_back(value);
                return value < 9;
            });
        ASSERT_EQ(out.size(), 10U);
        EXPECT_EQ(out.back(), 9);
        EXPECT_LE(next, 10 + 8 + 4);
    }
}

}  // namespace
}  // namespace depesche
