// What is known of single words beforehand: the cluster of words used alike, and the lists they stand in.
#pragma once

#include <cstdint>
#include <string_view>

namespace depesche {

// Bits of WordFacts::lists.
enum NameList : std::uint16_t {
    list_first_name = 1,
    list_surname = 2,
    list_country = 4,      // countries, states, continents
    list_big_place = 8,    // 100,000 people and more
    list_place = 16,       // smaller ones
    list_place_part = 32,  // a word of a place name of several words
    list_noun = 64,        // common noun
    list_lower = 128,      // a word that is written in lower case
    list_company = 256,    // a word of company names
    list_acronym = 512,    // all capitals in running text
};

struct WordFacts {
    std::uint16_t cluster = 0;  // path in the tree of clusters, first branch in the lowest bit; 0 unknown
    std::uint16_t lists = 0;
};

// The table data/names/<code>.words, used where it lies. Layout, little-endian: "DNW1", the number of bits b, then 2^b
// fingerprints, 2^b clusters, 2^b list sets, 16 bits each. A word stands at the first of the slots h, h+1, … (h: low bits of its hash)
// whose fingerprint is the hash's top 16 bits; fingerprint 0 ends the search. A word that is not in the table is taken for
// another with a chance of about one in 30,000.
class NameLexicon {
public:
    NameLexicon() = default;                             // knows no word
    explicit NameLexicon(std::string_view bytes);        // bytes must live as long; a table of another layout knows no word
    [[nodiscard]] WordFacts find(std::uint64_t word_hash) const;

private:
    [[nodiscard]] std::uint16_t at(std::uint64_t column, std::uint64_t slot) const;
    std::string_view bytes_;
    std::uint64_t slots_ = 0;
};

}  // namespace depesche
