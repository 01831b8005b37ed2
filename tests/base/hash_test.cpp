#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace depesche {
namespace {

// FIPS 180-4, examples of the standard.
TEST(Hash, Sha256IsThatOfTheStandard) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, SmallKeysDoNotCollide) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 100'000; ++i) seen.insert(hash64(std::to_string(i)));
    EXPECT_EQ(seen.size(), 100'000U);
    EXPECT_NE(hash64("a", 1), hash64("a", 2));
}

}  // namespace
}  // namespace depesche
