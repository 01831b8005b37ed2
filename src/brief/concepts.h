// Concepts: words of which reports put one for another, from data/languages/<code>/concepts.tsv, over all languages.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace depesche {

enum class ConceptKind : unsigned char {
    word,
    state,   // what became of people: "verletzt", "tot"
    degree,  // of it: "schwer"
    people,  // those whom something may befall: "Menschen", "Fahrgäste"
    force,   // those who came: "Helfer", "Einsatzkräfte"; one count of a happening, whatever word stands for it
    means,   // by which only some may have been reached: "Hubschrauber"
};

// What a word may stand for. Ids are the same for a name in all languages: "verletzt" and "injured" are one.
struct Concept {
    std::uint32_t id = 0;
    ConceptKind kind = ConceptKind::word;
};

class Concepts {
public:
    explicit Concepts(const Languages& languages);

    // Of a lower-case word in a language; several when a compound says two things ("schwerverletzte").
    [[nodiscard]] std::vector<Concept> of(std::string_view word, const Language& language) const;
    // Of several words that together say one thing, wherever they stand among `words` (lower case): "brachte … in Sicherheit".
    [[nodiscard]] std::vector<Concept> of_phrases(std::span<const std::string> words, const Language& language) const;
    // Counts of the state rise while a happening lasts ("dead", "hurt"): a later and higher one need not gainsay an earlier.
    [[nodiscard]] bool grows(std::uint32_t id) const { return std::ranges::find(growing_, id) != growing_.end(); }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }

private:
    struct Phrase {
        std::vector<std::string_view> patterns;  // each a word, "bring*" or "*gäste"
        Concept meaning;
    };
    struct Table {
        std::map<std::string_view, std::vector<Concept>> whole;
        std::vector<std::pair<std::string_view, Concept>> beginnings;
        std::vector<std::pair<std::string_view, Concept>> endings;
        std::vector<Phrase> phrases;
    };
    void read(const Row& row, Table& table);

    std::map<std::string, std::uint32_t, std::less<>> ids_;
    std::vector<std::uint32_t> growing_;
    std::map<std::string, Table, std::less<>> tables_;
};

}  // namespace depesche
