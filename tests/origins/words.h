// Made-up words and texts for tests, from a seed.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace depesche::test {

// Words of three made-up syllables: no language's stop words, numbers or days.
inline std::string made_word(std::mt19937& random, unsigned vocabulary) {
    static const char* const syllables[] = {"bal", "dor", "fen", "gim", "hus", "kar", "lom", "nit",
                                            "pra", "quo", "rus", "sel", "tav", "wug", "xil", "zob"};
    unsigned n = std::uniform_int_distribution<unsigned>(0, vocabulary - 1)(random);
    std::string word;
    for (int i = 0; i < 3; ++i) {
        word += syllables[n % 16];
        n /= 16;
    }
    return word;
}

inline std::vector<std::string> made_words(std::mt19937& random, std::size_t count, unsigned vocabulary) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) words.push_back(made_word(random, vocabulary));
    return words;
}

inline std::string sentence_of(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    if (!text.empty() && text[0] >= 'a') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + ".";
}

inline std::string made_text(std::mt19937& random, int sentences, unsigned vocabulary) {
    std::string text;
    for (int i = 0; i < sentences; ++i) {
        if (!text.empty()) text += ' ';
        text += sentence_of(made_words(random, std::uniform_int_distribution<std::size_t>(7, 18)(random), vocabulary));
    }
    return text;
}

}  // namespace depesche::test
