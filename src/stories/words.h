// Words of headlines and texts as grouping counts them: cheaper and coarser than language/tokens.h.
//
// A word is a run of letters or a number; hyphens separate ("Kreml-Chef" is two words), and so does a capital behind a small letter
// ("MeinungNeues", as pages glue a section to a headline). Each distinct word is stemmed, folded and split once and then
// known by its index.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/language.h"
#include "stories/background.h"
#include "stories/kind_words.h"
#include "stories/telling_words.h"

namespace depesche {

// A word where it stands.
struct PlainWord {
    std::string_view text;
    bool capital = false;
    bool number = false;    // "11.000", "18,5"
    bool quoted = false;    // inside quotation marks
    bool opens = false;     // first of the text, or behind a colon, full stop, quotation mark: a capital says nothing there
    bool sentence = false;  // first of a sentence
    bool touches = false;   // only a blank or hyphen between it and the word before
};

// The words of a text, at most `limit`.
[[nodiscard]] std::vector<PlainWord> plain_words(std::string_view text, std::size_t limit);

// A word, or a part of one, that may name an affair (stories/affairs.h).
struct KeyTerm {
    std::uint32_t term = 0;     // 0: none
    std::uint32_t general = 0;  // of 100 million words of German at large that are it
};

// What grouping knows of a distinct word. Terms are hashes of folded stems: the same in every run and for every set of pieces.
struct WordFacts {
    std::string folded;
    std::uint32_t term = 0;
    std::array<std::uint32_t, 2> parts{};  // terms of the two parts of a compound; 0 when it is none
    std::array<std::uint32_t, 2> part_counts{};
    std::uint32_t background = 0;   // pieces of the background that have the term
    std::array<KeyTerm, 3> keys{};  // the word and its parts, where they may name an affair
    bool stop = false;              // says nothing about the matter
    bool determiner = false;        // "der", "einem": what stands behind it is likely no name
    bool before_place = false;      // "in", "bei": a capitalised word behind it is likely a place
    bool no_news = false;           // "Horoskop": its piece likely reports nothing
    bool regular = false;           // "Wochenhoroskop" in a headline: a piece that comes regularly and reports nothing
    bool ends_regular = false;      // "Programm": may be the second word of a pair that says so ("TV-Programm")
    TellingFacts telling;           // what it says of when
};

// All distinct words met. `meet` and `learn` are not for several threads at once, looking up is.
class WordTable {
public:
    explicit WordTable(const Languages& languages);
    // The index of a word of a language, with or without its facts.
    [[nodiscard]] std::uint32_t meet(std::string_view word, const Language& language);
    // Finds the facts of all words met since the last time.
    void learn(unsigned threads);
    // Both at once.
    [[nodiscard]] std::uint32_t index_of(std::string_view word, const Language& language);
    [[nodiscard]] const WordFacts& operator[](std::uint32_t index) const { return facts_[index]; }
    [[nodiscard]] std::size_t size() const { return facts_.size(); }
    [[nodiscard]] std::uint32_t background_pieces() const { return background_.pieces(); }
    // True when the two words side by side name a regular piece.
    [[nodiscard]] bool is_regular_pair(std::uint32_t left, std::uint32_t right, const Language& language) const;
    // Lets go of all words; indices given before lose their meaning.
    void clear();

private:
    // What a language adds to its common tables.
    struct Lists {
        explicit Lists(const Language& language) : telling(language) {}
        WordSet before_place;
        WordSet determiners;
        std::vector<std::string_view> no_news;  // beginnings of words
        WordSet regular;                        // words of regular pieces, pairs with a blank between the two
        std::vector<std::string_view> regular_ends;
        WordSet second_of_pair;
        KindWords kinds;
        TellingWords telling;
    };
    [[nodiscard]] WordFacts facts_of(std::string_view word, std::size_t language, const Stemmer& stemmer) const;
    void read_regular(const Language& language, Lists& lists) const;
    [[nodiscard]] KeyTerm key_of(std::string_view stem, std::string_view word, const BackgroundCounts& known, const KindWords& kinds) const;
    const Languages& languages_;
    std::vector<Lists> lists_;  // one for each language
    Background background_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> indices_;  // language number and word as written
    std::vector<WordFacts> facts_;
    std::vector<const std::string*> unlearnt_;  // keys of the last words of facts_
};

// The term of a folded stem; never 0.
[[nodiscard]] std::uint32_t term_of(std::string_view folded);

}  // namespace depesche
