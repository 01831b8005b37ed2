// What is known of single words beforehand: the cluster of words used alike, and the lists they stand in.
#pragma once

#include <cstdint>
#include <string_view>

namespace depesche {

// Bits of NameWordFacts::lists.
enum NameList : std::uint16_t {
    list_first_name = 1,
    list_surname = 2,
    list_country = 4,      // countries, states, continents
    list_big_place = 8,    // 100,000 people and more
    list_place = 16,       // smaller ones
    list_place_part = 32,  // a word of a place name of several words
    list_noun = 64,        // common noun
    list_media = 128,      // agencies, broadcasters, papers, also in lower case: "dpa"
    list_company = 256,    // a word of names of companies
    list_club = 512,       // a word of names of clubs and leagues
    list_region = 1024,    // landscapes, provinces, mountains, rivers, seas
    list_organisation = 2048,
    list_head = 4096,  // what names of organisations begin or end with: "Universität"
};

// What lists a word may be on, told by its letters: 0 no guess, else one of guess_kinds.
struct NameGuess {
    std::uint8_t best = 0;
    std::uint8_t second = 0;
    std::uint8_t sure = 0;  // how far the best is before the second: 0 hardly to 3 clearly
};

// First names; surnames; countries and regions; cities; words of place names; companies and organisations; nouns.
inline constexpr std::size_t guess_kinds = 7;

struct NameWordFacts {
    std::uint16_t cluster = 0;  // path in the tree of clusters, first branch in the lowest bit; 0 unknown
    std::uint16_t english = 0;  // the same in the tree learnt from English text: of foreign names
    std::uint16_t lists = 0;
    std::uint8_t frequency = 0;    // logarithm, 0 unknown or rare to 3
    std::uint8_t letter_case = 0;  // in running text 1 mostly in lower case, 2 both, 3 mostly with a capital; 0 unknown
};

// The table data/names/<code>.words, used where it lies. Layout, little-endian: "DNW3"; the numbers of slots, of clusters, of English
// clusters, of list sets and of rows for groups of letters (0 or a power of two), 32 bits each; then in 16 bits each the clusters, the
// English clusters, the list sets, and three columns of slots: fingerprint (12 bits), letter case (2), frequency (2); number of the cluster
// (10), low bits of the list set's number (6); number of the English cluster (10), high bits of the list set's number; then, where there
// are rows, seven weights of 8 bits for each and the scale (float). A word's first slot is the low half of its hash scaled to the number of
// slots; it stands in the first slot from there on that has the hash's top 12 bits as fingerprint; fingerprint 0 ends the search. A word
// that is not in the table is taken for another with a chance of about one in 400. A group's row is the low bits of its hash; groups may
// share rows.
class NameLexicon {
public:
    NameLexicon() = default;                       // knows no word
    explicit NameLexicon(std::string_view bytes);  // bytes must live as long; a table of another layout knows no word
    [[nodiscard]] NameWordFacts find(std::uint64_t word_hash) const;

    // For words that the table does not have. Works on words of up to 64 bytes; longer ones get no guess.
    [[nodiscard]] NameGuess guess(std::string_view word) const;

private:
    [[nodiscard]] std::uint16_t at(std::uint64_t index) const;
    std::string_view cells_;  // behind the header, 16 bits each
    std::uint64_t slots_ = 0;
    std::uint64_t english_ = 0;  // index of the first English cluster
    std::uint64_t sets_ = 0;     // of the first list set
    std::uint64_t columns_ = 0;  // of the first column
    std::string_view letters_;   // rows of weights
    std::uint64_t letter_rows_ = 0;
    float letter_scale_ = 0;
};

}  // namespace depesche
