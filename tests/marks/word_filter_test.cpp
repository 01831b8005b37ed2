#include "marks/word_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace depesche {
namespace {

TEST(WordFilter, KnowsEveryWordThatWasAddedAndFewOthers) {
    std::mt19937 random(5);
    const auto made = [&] {
        std::string word;
        for (std::size_t i = random() % 12; i > 0; --i) word += static_cast<char>('a' + random() % 26);
        return word;
    };
    std::vector<std::string> words(1000);
    WordFilter filter;
    for (std::string& word : words) filter.add(word = made());
    for (const std::string& word : words) EXPECT_TRUE(filter.may_have(word)) << word;
    int passed = 0;
    for (int i = 0; i < 10000; ++i) passed += static_cast<int>(filter.may_have(made() + "xyz"));
    EXPECT_LT(passed, 1000);
}

TEST(WordFilter, WithoutWordsPassesNone) {
    const WordFilter filter;
    EXPECT_FALSE(filter.may_have("der"));
    EXPECT_FALSE(filter.may_have(""));
}

}  // namespace
}  // namespace depesche
