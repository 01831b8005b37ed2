// What the name model sees of a text: per word a list of features.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/tokens.h"
#include "marks/name_lexicon.h"

namespace depesche {

// A word as features are made of it; worked out once, looked at from its neighbours too.
struct NameWord {
    std::uint64_t word = 0;       // hash as written
    std::uint64_t lower = 0;      // hash in lower case, digits as 0
    std::uint64_t shape = 0;      // hash of "Xx", "X", "x", "Xx-Xx", "0"
    std::uint64_t facts_key = 0;  // cluster and lists in one
    NameWordFacts facts;
    NameWordFacts head;       // of an unknown compound: the facts of its last part
    std::uint32_t begin = 0;  // text bytes
    std::uint32_t end = 0;
    bool capital = false;  // has an upper-case letter at its begin or behind a hyphen
    bool lead = false;     // may begin or end a name: a capital, or a word right beside one
};

// The words of one sentence.
[[nodiscard]] std::vector<NameWord> name_words(std::string_view text, std::span<const Word> words, const NameLexicon& lexicon);

// Appends the features of words[i]. Which templates there are is fixed with the model: change one, learn anew.
void append_features(std::string_view text, std::span<const NameWord> words, std::size_t i, std::vector<std::uint64_t>& features);

}  // namespace depesche
