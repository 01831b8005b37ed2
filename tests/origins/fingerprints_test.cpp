#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "origins/candidates.h"
#include "origins/fingerprint_index.h"
#include "origins/fingerprints.h"

namespace depesche {
namespace {

std::vector<ReuseWord> words_of(const std::vector<std::uint32_t>& kins) {
    std::vector<ReuseWord> words(kins.size());
    for (std::size_t i = 0; i < kins.size(); ++i) words[i].kin = kins[i];
    return words;
}

std::vector<std::uint32_t> random_kins(std::mt19937& random, std::size_t count, std::uint32_t vocabulary) {
    std::vector<std::uint32_t> kins(count);
    for (std::uint32_t& kin : kins) kin = std::uniform_int_distribution<std::uint32_t>(0, vocabulary)(random);
    return kins;
}

std::set<std::uint64_t> hashes_of(const std::vector<ReuseWord>& words) {
    std::set<std::uint64_t> hashes;
    for (const Fingerprint& f : fingerprints_of(words)) hashes.insert(f.hash);
    return hashes;
}

TEST(Fingerprints, TextsThatShareSevenWordsInARowShareOne) {
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        auto left = random_kins(random, 20 + random() % 40, 1000000);
        auto right = random_kins(random, 20 + random() % 40, 1000000);
        std::copy_n(left.begin() + static_cast<std::ptrdiff_t>(random() % (left.size() - 7)), 7,
                    right.begin() + static_cast<std::ptrdiff_t>(random() % (right.size() - 7)));
        const auto a = hashes_of(words_of(left));
        const auto b = hashes_of(words_of(right));
        EXPECT_TRUE(std::ranges::any_of(a, [&](std::uint64_t h) { return b.contains(h); })) << round;
    }
}

// The slow twin: of each window the smallest, rightmost, unless the one kept before is still in the window and as small.
std::vector<std::uint32_t> slow_winnow(const std::vector<std::uint64_t>& hashes) {
    std::vector<std::uint32_t> kept;
    const std::size_t window = std::min(fingerprint_window, hashes.size());
    for (std::size_t begin = 0; begin + window <= hashes.size(); ++begin) {
        const auto smallest = *std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(begin),
                                                hashes.begin() + static_cast<std::ptrdiff_t>(begin + window));
        if (!kept.empty() && kept.back() >= begin && hashes[kept.back()] == smallest) continue;
        std::size_t at = begin + window - 1;
        while (hashes[at] != smallest) --at;
        kept.push_back(static_cast<std::uint32_t>(at));
    }
    return kept;
}

TEST(Fingerprints, AreTheWinnowedOnesOfASlowTwin) {
    std::mt19937 random(2);
    for (int round = 0; round < 500; ++round) {
        const auto words = words_of(random_kins(random, random() % 60, round % 2 == 0 ? 3 : 100000));
        std::vector<std::uint64_t> hashes;
        for (std::size_t i = 0; i + fingerprint_words <= words.size(); ++i) {
            hashes.push_back(fingerprints_of(std::span(words).subspan(i, fingerprint_words)).front().hash);
        }
        std::vector<std::uint32_t> places;
        for (const Fingerprint& f : fingerprints_of(words)) places.push_back(f.word);
        EXPECT_EQ(places, hashes.empty() ? std::vector<std::uint32_t>{} : slow_winnow(hashes)) << round;
    }
}

TEST(Index, FindsWhatASortedMapFindsWhileItGrows) {
    std::mt19937 random(3);
    MemoryFingerprintIndex index;
    std::map<std::uint64_t, std::vector<std::uint32_t>> slow;
    for (std::uint32_t article = 0; article < 300; ++article) {
        std::vector<std::uint64_t> hashes;
        for (std::size_t i = 0; i < random() % 30; ++i) hashes.push_back(random() % 200 * 0x123456789ULL);
        index.add(article, hashes);
        for (const std::uint64_t hash : hashes) {
            auto& list = slow[hash];
            if (list.empty() || list.back() != article) list.push_back(article);
        }
        if (article % 7 != 0) continue;
        index.settle();
        for (std::uint64_t n = 0; n < 210; ++n) {
            std::vector<std::uint32_t> found;
            const std::size_t count = index.find(n * 0x123456789ULL, 10, found);
            auto expected = slow[n * 0x123456789ULL];
            EXPECT_EQ(count, expected.size());
            if (expected.size() > 10) expected.erase(expected.begin() + 5, expected.end() - 5);
            EXPECT_EQ(found, expected);
        }
    }
}

TEST(Candidates, StandingEndingsAreSpreadAndManyCopiesOfOneTextAreNot) {
    std::mt19937 random(4);
    MemoryFingerprintIndex index;
    std::vector<ArticleFacts> facts;
    const auto ending = random_kins(random, 20, 1000000);
    const auto copied = random_kins(random, 150, 1000000);
    std::vector<std::vector<Fingerprint>> all;
    for (std::uint32_t n = 0; n < 120; ++n) {
        auto kins = n % 2 == 0 ? copied : random_kins(random, 150, 1000000);
        if (n % 2 == 1) kins.insert(kins.end(), ending.begin(), ending.end());
        all.push_back(fingerprints_of(words_of(kins)));
        std::vector<std::uint64_t> hashes;
        for (const Fingerprint& f : all.back()) hashes.push_back(f.hash);
        index.add(n, hashes);
        facts.push_back({sketch_of(all.back()), 100, 0});
    }
    index.settle();
    const Candidates copy = find_candidates(118, all[118], index, facts);
    EXPECT_TRUE(std::ranges::all_of(copy.spread, [](Spread s) { return s == Spread::few; }));
    EXPECT_EQ(copy.articles.size(), most_candidates);
    EXPECT_EQ(copy.articles.front().article, 0U);
    const Candidates alone = find_candidates(119, all[119], index, facts);
    EXPECT_TRUE(alone.articles.empty());
    EXPECT_EQ(alone.spread.back(), Spread::many);
    EXPECT_EQ(alone.spread.front(), Spread::few);
}

}  // namespace
}  // namespace depesche
