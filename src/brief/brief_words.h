// Words that the brief needs of a language: openings that lean on the sentence before, words that narrow a claim, and so on.
// From data/languages/<code>/brief.tsv, which says what each list is for.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "brief/concepts.h"
#include "language/language.h"
#include "language/tokens.h"

namespace depesche {

// A set of words and of phrases of several words, lower case.
class Phrases {
public:
    void add(std::string_view words);
    // How many of the words, from the first on, are an entry; the longest one; 0 when none is. `words` are lower case.
    [[nodiscard]] std::size_t match(std::span<const std::string> words) const;
    [[nodiscard]] bool contains(std::string_view word) const { return whole_.contains(word); }
    // True when an entry stands anywhere in `words`.
    [[nodiscard]] bool within(std::span<const std::string> words) const;

private:
    WordSet whole_;
    std::size_t longest_ = 0;  // words of the longest entry
};

struct BriefWords {
    Phrases opening;                         // a sentence that begins so needs the one before
    std::vector<std::string_view> stand_in;  // endings of words that stand for somebody named before
    Phrases article;
    Phrases since;     // before a length of time: how long something has lasted
    Phrases locative;  // prepositions before the place where something is or goes
    Phrases pronoun;   // stands for somebody named before
    Phrases address;   // the desk speaks to the reader or of itself
    Phrases formal;    // the same, as written: German addresses the reader in capitals
    Phrases pointer;   // points at something on the page
    Phrases limit;     // narrows, doubts or turns round what is said
    Phrases negation;
    Phrases filler;
    Phrases turn;     // begins a clause that takes back or narrows
    Phrases hearsay;  // reports without a source
    Phrases earlier;  // tells of something before the story
    Phrases update;   // says that a count replaces another
    Phrases toll;     // what a happening's count is of: "verletzte"
    Phrases part;     // before a count: it is of some of those meant: "darunter"
    Phrases rest;     // anywhere in a sentence: its counts are of parts: "weitere"
    Phrases whole;    // its count is of all: "insgesamt"
    Phrases broad;    // counted so often that two figures of it need not be of one thing
};

// The lists of all languages, made once.
class BriefLexicon {
public:
    explicit BriefLexicon(const Languages& languages);
    // Of the language, or of the fallback language when it has none.
    [[nodiscard]] const BriefWords& of(const Language& language) const;
    [[nodiscard]] const Concepts& concepts() const { return concepts_; }

private:
    Concepts concepts_;
    std::map<std::string, BriefWords, std::less<>> by_code_;
    std::string fallback_;
};

// The words (not marks) of a stretch of tokens, lower case.
[[nodiscard]] std::vector<std::string> lower_words(std::string_view text, std::span<const Word> words);

}  // namespace depesche
