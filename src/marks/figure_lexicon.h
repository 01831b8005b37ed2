// Figure words: numbers, units, hedges and counted nouns of a language, from languages/<code>/figures.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "marks/marks.h"
#include "marks/number_words.h"
#include "marks/word_filter.h"

namespace depesche {

// What a word or a row of words is for a figure.
enum class FigureRole : std::uint8_t {
    hedge,          // "mehr als"; kind says which
    unit,           // "Kilometer"; text is the normalised unit, number what to multiply by
    currency,       // stands before the number as well: "CHF", "$"
    age_unit,       // a unit only with "alt" behind it
    scale,          // "Millionen"; number
    fraction,       // "Drittel"; number is the divisor
    whole_share,    // a share without a number before it: "die Hälfte"; number
    update,         // it replaces an earlier count: "inzwischen"
    update_after,   // the same, behind the number: "gestiegen"
    share_article,  // "die", before a share
    difference,     // the number behind it is no count: "stieg um drei"
    bare_before,    // a number alone behind it is a figure: "auf"
    no_figure,      // the number behind it is a name: "Platz", "Seite"
    range,          // "bis"
    between,        // "zwischen"
    joint,          // "und", in "zwischen … und …"
    article,        // "ein": 1 only before a scale, a share or a noun of which one is news
    half,           // "halbe"
    hedged,         // "knappes", between article and share
    minus,
    plus,         // "plus drei Grad"
    vague,        // "mehrere", before a scale: nobody counted
    onward,       // "auf", in "von 900 auf 1100 Euro"
    money_scale,  // "m" behind a currency: "$1.5m"
    genitive,     // "der", "of": what the share is a part of follows
    amount_of,    // "Zahl": the noun behind it is what is counted
    noun,         // text is its lemma
    predicate,    // what the counted are, when no noun says so: "neun wurden verletzt"; text is the noun's lemma
    degree,       // the same, of some among them: "vier von ihnen schwer"
    of_them,      // "ihnen", "davon"
    headed,       // ending of a word that counts heads: "zwölfköpfig"
    no_number,    // "beide"
};

struct FigureSense {
    FigureRole role = FigureRole::noun;
    FigureKind kind = FigureKind::exact;
    double number = 0;
    std::string_view text;
    bool person = false;
    bool single = false;  // "ein Toter" is a figure
};

class FigureLexicon {
public:
    explicit FigureLexicon(const Language& language);

    // Senses of a lower-case word or phrase (words joined by a blank); empty when it has none.
    [[nodiscard]] std::span<const FigureSense> senses(std::string_view phrase) const;
    [[nodiscard]] const FigureSense* find(std::string_view phrase, FigureRole role) const;
    [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

    // Lemma-like form of a counted noun that no row names, by the endings of the table ("ies" -> "y").
    [[nodiscard]] std::string lemma(std::string_view lower) const;
    // The listed noun that a compound ends in, and the compound's lemma: "sitzplätze" is "sitz" + "platz". Nothing when no row names its
    // end.
    [[nodiscard]] const FigureSense* compound(std::string_view lower, std::string& lemma) const;
    // Whether a word ends like a plural ("s"), by which what is counted is told where nouns have no capitals.
    [[nodiscard]] bool is_plural(std::string_view lower) const;
    // The number before an ending that counts heads: "zwölf" of "zwölfköpfige". Empty for every other word.
    [[nodiscard]] std::string_view heads_in(std::string_view lower) const;
    // Whether nouns begin with a capital letter in this language, so that what is counted can be told without a list.
    [[nodiscard]] bool capital_nouns() const { return capital_nouns_; }

private:
    struct Entry {
        std::string_view phrase;
        FigureSense sense;
    };
    struct Ending {
        std::string_view from, to;
    };
    void read(const Row& row);

    NumberWords numbers_;
    std::vector<Entry> entries_;
    std::vector<FigureSense> senses_;
    WordMap<std::pair<std::uint32_t, std::uint32_t>> phrases_;
    WordFilter filter_;  // of phrases_
    std::vector<Ending> endings_;
    std::vector<std::string_view> headed_;
    std::vector<std::string_view> plurals_;
    bool capital_nouns_ = false;
};

}  // namespace depesche
