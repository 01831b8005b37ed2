// Tokens: sentences and words of a text, found once and used by every later stage.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "language/language.h"

namespace depesche {

enum class WordKind : std::uint8_t {
    word,    // begins with a letter; hyphens and apostrophes inside belong to it: "Kreml-Chef", "Jong-un", "19-Jährige"
    number,  // begins with a digit and has no letter: "11.000", "18.55", "1,2"
    mark,    // one punctuation mark or symbol; "..." is one
};

struct Word {
    Span span;  // text bytes
    WordKind kind = WordKind::word;
    bool capital = false;  // begins with an upper-case letter
    std::uint32_t sentence = 0;
};

// A sentence: its text and its words, [first_word, last_word).
struct Sentence {
    Span span;
    std::uint32_t first_word = 0;
    std::uint32_t last_word = 0;
    std::uint32_t passage = 0;  // which of the passages it stands in
};

struct Tokens {
    std::vector<Word> words;
    std::vector<Sentence> sentences;

    [[nodiscard]] std::span<const Word> words_of(const Sentence& s) const {
        return std::span(words).subspan(s.first_word, s.last_word - s.first_word);
    }
    // Index of the first word that ends behind text offset `at`; words.size() when none.
    [[nodiscard]] std::uint32_t word_at(std::uint32_t at) const;
};

// Splits each passage (a span of `text`; sorted, not overlapping) into sentences and words. A sentence never crosses passages.
// Boundaries are ICU's (Unicode UAX 29), then mended by the language: no sentence ends after an abbreviation, an initial
// ("Daniel K. Inouye") or an ordinal ("19. Juni"), and a closing quotation mark belongs to the sentence it closes.
[[nodiscard]] Tokens tokenize(std::string_view text, std::span<const Span> passages, const Language& language);

}  // namespace depesche
