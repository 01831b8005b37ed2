#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "origins/align_gap.h"
#include "origins/articles.h"
#include "origins/local_alignment.h"
#include "origins/words.h"

namespace depesche {
namespace {

using test::made_words;
using test::sentence_of;

class Align : public testing::Test {
protected:
    ReuseText read(std::string_view text) { return reader_.read(text, {}, "de"); }

    Languages languages_;
    ReuseLexicon lexicon_{languages_};
    ReuseReader reader_{lexicon_};
};

bool ascending(std::span<const WordMatch> matches) {
    for (std::size_t i = 1; i < matches.size(); ++i) {
        if (matches[i].left <= matches[i - 1].left || matches[i].right <= matches[i - 1].right) return false;
    }
    return true;
}

float weight(const ReuseText& left, std::span<const WordMatch> matches) {
    float sum = 0;
    for (const WordMatch& m : matches) sum += m.likeness * weight_of(left.words[m.left]);
    return sum;
}

// The best weight by trying everything.
float try_all(const ReuseText& left, const ReuseText& right, std::uint32_t i, std::uint32_t j) {
    if (i == left.words.size() || j == right.words.size()) return 0;
    const float like = likeness_of(left, left.words[i], right, right.words[j]);
    const float take = like > 0 ? like * weight_of(left.words[i]) + try_all(left, right, i + 1, j + 1) : 0;
    return std::max({take, try_all(left, right, i + 1, j), try_all(left, right, i, j + 1)});
}

TEST_F(Align, ARectangleIsAlignedAsWellAsTryingAllFinds) {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const std::string a = sentence_of(made_words(random, random() % 7, 5));
        const std::string b = sentence_of(made_words(random, random() % 7, 5));
        const ReuseText left = read(a);
        const ReuseText right = read(b);
        std::vector<WordMatch> matches;
        align_gap(left, right, {{0, static_cast<std::uint32_t>(left.words.size())}, {0, static_cast<std::uint32_t>(right.words.size())}},
                  matches);
        EXPECT_TRUE(ascending(matches));
        EXPECT_FLOAT_EQ(weight(left, matches), try_all(left, right, 0, 0)) << a << " | " << b;
    }
}

// An edited copy: words dropped, put in and replaced, sentences kept in order.
std::vector<std::string> edited(std::mt19937& random, const std::vector<std::string>& words, unsigned every) {
    std::vector<std::string> out;
    for (const std::string& word : words) {
        const auto dice = random() % (3 * every);
        if (dice != 0) out.push_back(dice == 1 ? test::made_word(random, 4000) : word);
        if (dice == 2) out.push_back(test::made_word(random, 4000));
    }
    return out;
}

TEST_F(Align, FindsNineTenthsOfWhatTheFullAlignmentFinds) {
    std::mt19937 random(6);
    float fast = 0;
    float slow = 0;
    for (int round = 0; round < 60; ++round) {
        const auto shared = made_words(random, 30, 4000);
        const std::string a =
            sentence_of(made_words(random, 12, 4000)) + " " + sentence_of(shared) + " " + sentence_of(made_words(random, 9, 4000));
        const std::string b = sentence_of(made_words(random, 20, 4000)) + " " + sentence_of(edited(random, shared, 6));
        const ReuseText left = read(a);
        const ReuseText right = read(b);
        const auto blocks = align_words(left, right, RunTable(right.words));
        for (const AlignedBlock& block : blocks) EXPECT_TRUE(ascending(block.matches));
        fast += blocks.empty() ? 0 : weight(left, blocks.front().matches);
        slow += weight(left, align_locally(left, right).matches);
    }
    EXPECT_GT(slow, 1000);
    EXPECT_GE(fast, 0.9F * slow);
}

// Local alignment by its definition: the best over all pairs of ends, each by trying all ways back.
float slow_local(const ReuseText& left, const ReuseText& right) {
    const std::function<float(std::uint32_t, std::uint32_t)> ending = [&](std::uint32_t i, std::uint32_t j) -> float {
        float best = 0;
        if (i > 0 && j > 0) {
            const float like = likeness_of(left, left.words[i - 1], right, right.words[j - 1]);
            if (like > 0) best = std::max(best, ending(i - 1, j - 1) + like * weight_of(left.words[i - 1]));
        }
        if (i > 0) best = std::max(best, ending(i - 1, j) - 0.35F * weight_of(left.words[i - 1]));
        if (j > 0) best = std::max(best, ending(i, j - 1) - 0.35F * weight_of(right.words[j - 1]));
        return best;
    };
    float best = 0;
    for (std::uint32_t i = 0; i <= left.words.size(); ++i) {
        for (std::uint32_t j = 0; j <= right.words.size(); ++j) best = std::max(best, ending(i, j));
    }
    return best;
}

TEST_F(Align, TheFullAlignmentIsTheBestLocalOne) {
    std::mt19937 random(8);
    for (int round = 0; round < 60; ++round) {
        const std::string a = sentence_of(made_words(random, random() % 5, 4));
        const std::string b = sentence_of(made_words(random, random() % 5, 4));
        const ReuseText left = read(a);
        const ReuseText right = read(b);
        const LocalAlignment found = align_locally(left, right);
        EXPECT_TRUE(ascending(found.matches));
        EXPECT_NEAR(found.score, slow_local(left, right), 1e-4) << a << " | " << b;
    }
}

TEST_F(Align, MovedSentencesAreBlocksOfTheirOwn) {
    std::mt19937 random(9);
    const std::string first = sentence_of(made_words(random, 12, 4000));
    const std::string second = sentence_of(made_words(random, 12, 4000));
    const std::string a = first + " " + second;
    const std::string b = second + " " + first;
    const ReuseText left = read(a);
    const ReuseText right = read(b);
    const auto blocks = align_words(left, right, RunTable(right.words));
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].matches.size(), 12U);
    EXPECT_EQ(blocks[1].matches.size(), 12U);
}

}  // namespace
}  // namespace depesche
