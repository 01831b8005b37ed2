#include "base/disjoint_sets.h"

#include <gtest/gtest.h>

#include <random>

namespace depesche {
namespace {

// The slow twin: joining relabels every member.
TEST(DisjointSets, AreThoseOfRelabellingEveryMember) {
    std::mt19937 chance(3);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::uint32_t>(1 + chance() % 12);
        DisjointSets sets(count);
        std::vector<std::uint32_t> slow(count);
        for (std::uint32_t i = 0; i < count; ++i) slow[i] = i;
        for (int join = 0; join < 10; ++join) {
            const auto a = static_cast<std::uint32_t>(chance() % count);
            const auto b = static_cast<std::uint32_t>(chance() % count);
            sets.join(a, b);
            const std::uint32_t least = std::min(slow[a], slow[b]);
            const std::uint32_t other = std::max(slow[a], slow[b]);
            for (std::uint32_t& label : slow) label = label == other ? least : label;
            for (std::uint32_t i = 0; i < count; ++i) ASSERT_EQ(sets.find(i), slow[i]);
        }
    }
}

}  // namespace
}  // namespace depesche
