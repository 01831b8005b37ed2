// What the name model sees of a text: per word a list of features.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <depesche/span.h>

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
    NameWordFacts part;       // "SPD-Chef": the facts of what stands in front of its first hyphen
    NameGuess guess;          // of a capital word of which nothing is known
    std::uint32_t begin = 0;  // text bytes
    std::uint32_t end = 0;
    bool capital = false;  // has an upper-case letter at its begin or behind a hyphen
    bool lead = false;     // may begin or end a name: a capital, a word right beside one, or one that is a name in lower case ("dpa")
};

// Stands for the word before a sentence's first and behind its last.
[[nodiscard]] NameWord no_word();

// Where a word's name stands: the word, or "Lunn" of "Lunn's", whose ending is the genitive's with a mark. Text bytes.
[[nodiscard]] Span name_span(std::string_view text, Span word);

// A word for itself: all but where it stands, and `lead`.
[[nodiscard]] NameWord name_word(std::string_view word, const NameLexicon& lexicon);

// Sets `lead` of the words of one sentence.
void mark_leads(std::span<NameWord> words);

// The words of one sentence.
[[nodiscard]] std::vector<NameWord> name_words(std::string_view text, std::span<const Word> words, const NameLexicon& lexicon);

// What a single word tells of the word at hand: itself, as the first of the sentence or inside it, or as one of the two before and behind.
enum class WordPlace : std::uint8_t { own, opening, inside, before, second_before, behind, second_behind, count };

// Appends the features that a word gives at a place, whatever stands around; `word` as written is needed for `own` alone.
void append_place_features(const NameWord& w, std::string_view word, WordPlace place, std::vector<std::uint64_t>& features);

// Appends the features of words[i] that several words give together.
void append_joint_features(std::span<const NameWord> words, std::size_t i, std::vector<std::uint64_t>& features);

// Appends all features of words[i]: those of its own place and its neighbours', and the joint ones. Which templates there are is fixed with
// the model: change one, learn anew.
void append_features(std::string_view text, std::span<const NameWord> words, std::size_t i, std::vector<std::uint64_t>& features);

}  // namespace depesche
