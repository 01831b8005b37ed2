// Vocabulary: the words of one story, each known once: folded, stemmed, with the shorter words it is made of.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/language.h"

namespace depesche {

// A word as comparing sees it. Number words and digits of one value are one form: "neun" and "9".
struct WordForm {
    std::string folded;      // lower case, accents and ß folded
    std::uint32_t stem = 0;  // two forms with one stem differ by inflection (or derivation) alone
    bool stop = false;       // says nothing about the matter
    bool number = false;
};

class Vocabulary {
public:
    // The id of the word's form; the same for "Großer" and "grosser".
    std::uint32_t add(std::string_view word, const Language& language);

    // Looks, among the stems seen so far, for those that begin or end each longer one. Call it when all words are in.
    //
    // Why it works: German writes compounds in one word, and what a text calls "Fährunglück" once it calls "Unglück" elsewhere; the
    // story itself is the lexicon. Handles: "Haushaltsausschuss" with "Ausschuss". Does not: parts that stand nowhere alone.
    // Test: likeness_test, compound_parts_are_words_of_the_story.
    void find_parts();

    [[nodiscard]] const WordForm& form(std::uint32_t id) const { return forms_[id]; }
    [[nodiscard]] std::size_t stems() const { return stems_.size(); }
    // Stems that the stem is made of, at most two.
    [[nodiscard]] const std::vector<std::uint32_t>& parts(std::uint32_t stem) const { return parts_[stem]; }

private:
    std::uint32_t add_folded(std::string_view word, const Language& language);
    const Stemmer& stemmer_of(const Language& language);

    std::unordered_map<std::string, std::uint32_t> by_word_;  // as written, with the language's code before it
    std::unordered_map<std::string, std::uint32_t> by_folded_;
    std::unordered_map<std::string, std::uint32_t> stems_;
    std::vector<std::string> stem_texts_;
    std::vector<bool> stop_stems_;
    std::vector<WordForm> forms_;
    std::vector<std::vector<std::uint32_t>> parts_;
    std::map<std::string, std::unique_ptr<Stemmer>> stemmers_;
};

// True when the words differ by their ending alone: "großer" and "großes", "Partner" and "Partnern". Both folded.
// Does not take "hatten" and "hätten" for one. Takes "nicht" and "nichts" for one: who asks minds negations first.
[[nodiscard]] bool differ_by_ending(std::string_view left, std::string_view right);

}  // namespace depesche
