#include "base/parallel.h"

#include <gtest/gtest.h>

#include <vector>

namespace depesche {
namespace {

TEST(Parallel, EachIndexIsDoneOnceForAnyNumberOfThreads) {
    for (const unsigned threads : {0U, 1U, 2U, 7U}) {
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
            std::vector<int> done(count);
            for_each_index(count, threads, [&](std::size_t i) { ++done[i]; });
            EXPECT_EQ(done, std::vector<int>(count, 1));
        }
    }
}

}  // namespace
}  // namespace depesche
