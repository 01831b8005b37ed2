// Reads one noun phrase. The methods stand in two files by their job: what a phrase is made of in quote_noun_phrase.cpp, heads and names in
// quote_phrase_heads.cpp.
#pragma once

#include <algorithm>
#include <optional>

#include "marks/quote_phrase_words.h"
#include "marks/quote_phrases.h"

namespace depesche {

// A parser that walks from `at` to `last` and never back over more than one phrase.
class PhraseParser {
public:
    PhraseParser(const QuoteText& text, std::uint32_t from, std::uint32_t last)
        : text_(text), from_(from), last_(std::min(last, from + longest_phrase)), at_(from) {}

    std::optional<Phrase> run();

private:
    [[nodiscard]] bool more() const { return at_ < last_; }
    [[nodiscard]] const Item& item() const { return text_.items[at_]; }
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }
    std::optional<Phrase> lone_pronoun();

    // Determiner, adjectives, head with names and brackets. False, and at_ undefined, when there is no head.
    bool core();

    // "the report", "her claim": where nouns are small, a word right behind an article is none of the verbs it may be elsewhere.
    [[nodiscard]] bool is_noun_behind_article(std::uint32_t begin) const;

    // "Die taz vermutet": one small word behind an article that ends as no adjective does, and a verb behind it.
    [[nodiscard]] bool is_small_name(std::uint32_t begin) const;

    // "die in Ossenfleth geborene Forscherin": a phrase with a preposition before the adjective. Stays when none is there.
    void inserted(std::uint32_t begin);

    // "seit langem geplante und umstrittene", "so genannten": only behind the phrase's first word.
    [[nodiscard]] bool joins_adjectives(std::uint32_t begin) const;

    // "der erst kürzlich ernannte Bischof": between an article and an adjective.
    [[nodiscard]] bool is_adverb_inside(std::uint32_t begin) const;

    // "die 64-jährige deutsche Kanzlerin"
    [[nodiscard]] bool is_measured_adjective() const;
    void heads();

    // "Liste 40/Die Blauen": a number and a slash between two halves of a name.
    [[nodiscard]] bool party_of_two_names() const;

    // "vom Sommer 2011", "der Trainer von Ossen 04 Fleth"
    [[nodiscard]] bool belongs_to_name() const;

    // Quoted words that are no name: more than five, or beginning small.
    [[nodiscard]] bool is_said(const Item& it) const;

    // "Daniel K. Inouye": the dot behind a single letter.
    [[nodiscard]] bool initial_follows() const;

    // Behind "von der" before a further name; at_ when there is none.
    [[nodiscard]] std::uint32_t behind_name_particles() const;

    // Where nouns are small: behind "father" of "Rohan's father", "president" of "Supreme Court president Baroness Hale", "finance critic"
    // of "Conservative finance critic Falk"; at_ when none go on.
    [[nodiscard]] std::uint32_t behind_small_nouns() const;
    void attributes();
    bool attribute();

    // "laut Hafenamt der gesamte Vorrat": behind an article that may be a genitive's the adjective's ending tells that it is none.
    [[nodiscard]] bool is_nominative_article() const;

    // "die Polizei in Ossenfleth", where no person is named that might rather be there: "sagte Krey in Ossenfleth".
    [[nodiscard]] bool stands_in_place() const;
    const QuoteText& text_;
    std::uint32_t from_;
    std::uint32_t last_;
    std::uint32_t at_;
    bool name_ = false;
};

}  // namespace depesche
