// Alignment against a slow twin that tries every way.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "brief/align.h"
#include "brief/edits.h"

namespace depesche {
namespace {

// Fit of letters: equal ones 2, a letter and its upper case 0.7, others never.
float fit(char a, char b) { return a == b ? 2.0F : (a ^ b) == 32 ? 0.7F : -1.0F; }

Alignment align_letters(const std::string& left, const std::string& right) {
    return align(static_cast<std::uint32_t>(left.size()), static_cast<std::uint32_t>(right.size()),
                 [&](std::uint32_t i, std::uint32_t j) { return fit(left[i], right[j]); });
}

float worth(const std::string& left, const std::string& right, const Alignment& pairs) {
    float sum = -gap_cost * static_cast<float>(left.size() + right.size() - 2 * pairs.size());
    for (const auto& [i, j] : pairs) sum += fit(left[i], right[j]);
    return sum;
}

// The slow twin: the best of all alignments of the rest of both.
float best(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return -gap_cost * static_cast<float>(left.size() + right.size());
    float most = std::max(best(left.substr(1), right), best(left, right.substr(1))) - gap_cost;
    if (fit(left[0], right[0]) > 0) most = std::max(most, fit(left[0], right[0]) + best(left.substr(1), right.substr(1)));
    return most;
}

TEST(Align, is_as_good_as_the_best_of_all_alignments) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string left;
        std::string right;
        for (std::size_t n = random() % 7; n > 0; --n) left += "abAB"[random() % 4];
        for (std::size_t n = random() % 7; n > 0; --n) right += "abAB"[random() % 4];
        const Alignment pairs = align_letters(left, right);
        EXPECT_NEAR(worth(left, right, pairs), best(left, right), 1e-4) << left << " / " << right;
        EXPECT_TRUE(std::ranges::is_sorted(pairs));
    }
}

TEST(Align, words_left_out_and_added_keep_the_rest_together) {
    EXPECT_EQ(align_letters("abcd", "abd"), (Alignment{{0, 0}, {1, 1}, {3, 2}}));
    EXPECT_EQ(align_letters("ab", "xaybz"), (Alignment{{0, 1}, {1, 3}}));
    EXPECT_TRUE(align_letters("", "abc").empty());
}

TEST(Align, very_long_sides_are_cut) {
    const std::string word(100000, 'a');
    EXPECT_EQ(align_letters(word, word).size(), align_limit);
}

std::size_t slow_edits(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return left.size() + right.size();
    const std::size_t change = slow_edits(left.substr(1), right.substr(1)) + (left[0] == right[0] ? 0 : 1);
    return std::min({change, slow_edits(left.substr(1), right) + 1, slow_edits(left, right.substr(1)) + 1});
}

TEST(Edits, are_as_few_as_the_slow_twin_finds) {
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        std::string left;
        std::string right;
        for (std::size_t n = random() % 6; n > 0; --n) left += "abc"[random() % 3];
        for (std::size_t n = random() % 6; n > 0; --n) right += "abc"[random() % 3];
        EXPECT_EQ(edits_between(left, right), slow_edits(left, right)) << left << " / " << right;
    }
}

}  // namespace
}  // namespace depesche
