// Bending: words taken from the middle of a sentence in a form that reads well alone.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language.h"

namespace depesche {

// What stood at the words that are to be shown.
struct BentWords {
    std::string before;           // the article, lower case; empty when none stood there
    bool named_a_source = false;  // "laut", or a word like "Angaben" before
};

// Of one language, from languages/<code>/bending.tsv; a language without the table bends nothing.
class Bending {
public:
    explicit Bending(const Language& language);

    // The words (no article before them) as they would stand alone: "russischen Staatsmedien" as "russische Staatsmedien",
    // "Verkehrsverbunds" behind "des" as "Verkehrsverbund", "Kreml-Angaben" as "Kreml".
    //
    // Why it works: an adjective that ends in -en stands with a plural or a feminine, of which the bare form ends in -e; with a masculine
    // or neuter the article says so ("dem", "des"), and the adjective is left alone since its gender is not known. Handles: several
    // adjectives. Does not handle: "Polizisten" (one or several). Test: bending_test.
    [[nodiscard]] std::string alone(std::string words, const BentWords& at) const;

    // True for a lower-case word that ends like an adjective before a noun.
    [[nodiscard]] bool is_attribute(std::string_view word) const;
    [[nodiscard]] bool is_source_cue(std::string_view word) const { return has("cue", word); }

private:
    using Endings = std::vector<std::pair<std::string_view, std::string_view>>;  // written, shown; longest first
    [[nodiscard]] bool has(std::string_view what, std::string_view word) const;
    bool bend_word(std::string& word) const;
    bool bend_end(std::string_view what, std::string& word, std::size_t least) const;

    std::map<std::string_view, Endings> rows_;
};

}  // namespace depesche
