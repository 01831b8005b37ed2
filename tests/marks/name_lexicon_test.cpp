// What the table tells of words it has, and guesses of words it does not.
#include "marks/name_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "language/embedded.h"
#include "language/language.h"
#include "marks/name_hash.h"

namespace depesche {
namespace {

constexpr std::uint32_t letter_rows = 256;

// A table of one slot without words, with rows of weights for groups of letters.
struct MadeTable {
    std::vector<signed char> weights;
    std::string bytes = "DNW3";

    explicit MadeTable(std::mt19937& random) {
        for (std::size_t i = 0; i < guess_kinds * letter_rows; ++i) weights.push_back(static_cast<signed char>(random() % 255 - 127));
        const std::uint32_t counts[] = {1, 1, 1, 1, letter_rows};
        const float scale = 0.01F;
        const std::string cells(2 * 6, '\0');
        bytes.append(reinterpret_cast<const char*>(counts), sizeof counts).append(cells);
        bytes.append(reinterpret_cast<const char*>(weights.data()), weights.size())
            .append(reinterpret_cast<const char*>(&scale), sizeof scale);
    }

    // The kind with the largest sum, each group cut out and hashed anew.
    [[nodiscard]] std::size_t best(const std::vector<std::string>& letters) const {
        std::vector<std::string> marked{"^"};
        marked.insert(marked.end(), letters.begin(), letters.end());
        marked.emplace_back("$");
        std::vector<int> sums(guess_kinds, 0);
        for (std::size_t first = 0; first < marked.size(); ++first) {
            std::string group;
            for (std::size_t count = 1; count <= 6 && first + count <= marked.size(); ++count) {
                group += marked[first + count - 1];
                if (count == 1 || (count == 6 && first != 0 && first + count != marked.size())) continue;
                const std::size_t row = hash_word(group) % letter_rows;
                for (std::size_t kind = 0; kind < guess_kinds; ++kind) sums[kind] += weights[guess_kinds * row + kind];
            }
        }
        return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    }
};

TEST(NameLexicon, GuessesAreThoseOfAPlainSumOverGroupsOfLetters) {
    std::mt19937 random(11);
    const MadeTable made(random);
    const NameLexicon lexicon(made.bytes);
    const std::vector<std::string> alphabet{"a", "e", "n", "R", "ö", "ß", "-", "š"};
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> letters(1 + random() % 20);
        std::string word;
        for (std::string& letter : letters) word += letter = alphabet[random() % alphabet.size()];
        const NameGuess guess = lexicon.guess(word);
        EXPECT_EQ(guess.best, made.best(letters) + 1) << word;
        EXPECT_NE(guess.second, guess.best);
        EXPECT_LE(guess.sure, 3);
    }
}

TEST(NameLexicon, NoGuessWithoutLettersOfAWordTooLongOrBroken) {
    std::mt19937 random(11);
    const MadeTable made(random);
    const NameLexicon lexicon(made.bytes);
    EXPECT_EQ(lexicon.guess("").best, 0);
    EXPECT_EQ(lexicon.guess(std::string(65, 'a')).best, 0);
    EXPECT_NE(lexicon.guess(std::string(64, 'a')).best, 0);
    EXPECT_NE(lexicon.guess("\xC3\xFF\x80").best, 0);  // whatever it is: no crash
    EXPECT_EQ(NameLexicon().guess("Ossenfleth").best, 0);
}

TEST(NameLexicon, TablesCutShortOrOfAnotherLayoutKnowNothing) {
    std::mt19937 random(11);
    const std::string bytes = MadeTable(random).bytes;
    for (const std::size_t size : {std::size_t{3}, std::size_t{24}, bytes.size() - 1}) {
        const NameLexicon lexicon(std::string_view(bytes).substr(0, size));
        EXPECT_EQ(lexicon.guess("Ossenfleth").best, 0) << size;
    }
    std::string odd = bytes;
    const std::uint32_t rows = letter_rows - 1;
    std::memcpy(odd.data() + 20, &rows, sizeof rows);
    odd.resize(odd.size() - guess_kinds);
    EXPECT_EQ(NameLexicon(odd).guess("Ossenfleth").best, 0);
}

TEST(NameLexicon, SpellingTellsUnknownTownsSurnamesAndNouns) {
    const NameLexicon lexicon(data_bytes("names/de.words"));
    const auto best_of = [&](std::string_view word) {
        EXPECT_EQ(lexicon.find(hash_word(word)).cluster, 0) << word << " is in the table";
        return static_cast<int>(lexicon.guess(word).best);
    };
    for (const char* noun : {"Krabbenkutterverleihung", "Stollenprüferin", "Deichgrafenwahlen"}) EXPECT_EQ(best_of(noun), 7) << noun;
    for (const char* town : {"Ossenfletherhausen", "Niederkrumbachingen", "Großwelzendorf"}) EXPECT_EQ(best_of(town), 4) << town;
    for (const char* surname : {"Krawuttschke", "Mantrowski", "Zurbriggener"}) EXPECT_EQ(best_of(surname), 2) << surname;
}

}  // namespace
}  // namespace depesche
