// Features of a pair of pieces: numbers that a person can read, from which the pair model says how likely they report one happening.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "stories/profile.h"

namespace depesche {

enum class Feature : std::uint8_t {
    words,           // cosine of weighted stems, headline and lead
    title_words,     // of the headlines alone
    parts,           // with compounds taken apart
    letters,         // groups of five letters of the headlines
    address,         // words of the URLs
    title_in_other,  // share of the shorter headline's weight that stands in the other piece; 1 when all of it does
    other_in_title,  // the same for the longer one
    rarest_word,     // rarity of the rarest common word, of the second and third rarest
    second_word,
    third_word,
    common_words,    // how many
    rarest_missing,  // rarity of the rarest capitalised headline word that the other piece lacks: the smaller and the greater of the two
                     // sides
    rarest_missing_more,
    rarest_capital,  // rarity of the rarest common capitalised word
    common_names,    // neighbouring capitalised words in both
    names_apart,     // such names in both, but none in common: 1
    common_places,   // cosine of words behind prepositions of place
    places_apart,    // both name places, none in common: 1
    common_numbers,
    numbers_apart,  // both have numbers, none in common: 1
    counts_apart,   // the same thing counted with different numbers
    quoted_words,   // rarity summed over common words inside quotation marks
    hours_apart,    // -1 when unknown
    same_outlet,
    same_section,
    place_in_list,  // best and worst place in each other's list of neighbours
    place_in_list_worst,
    against_best,  // likeness by the likeness of the nearest neighbour: greater and smaller of the two sides
    against_best_less,
    title_length,  // words of the shorter headline, of the longer
    title_length_more,
    lead_known,  // of how many of the two
    no_news,     // how many report nothing by a word of their headline
    meaning,     // cosine of the pieces' vectors (meaning/), -1 when unknown
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::meaning) + 1;

[[nodiscard]] std::string_view name_of(Feature feature);  // "title_words"
[[nodiscard]] std::span<const std::string_view> feature_names();

using Features = std::array<float, feature_count>;

// One side of a pair.
struct Side {
    const ReadPiece* read = nullptr;
    const Profile* profile = nullptr;
    float best_likeness = 0;  // of its neighbours
    std::uint32_t place = 0;  // of the other in its list of neighbours; the list's length when it is not in it
};

// False for a pair that so little speaks for that the model need not be asked: less than 0.4 of likeness, covered headline and letters
// together. Of pairs that are one story that drops 1 in 100, which the company of other pieces brings back; of the others two thirds
// (measured on three labelled days).
[[nodiscard]] bool worth_judging(const Profile& a, const Profile& b, float likeness);

// True when one of the two is a regular piece and the other not the same piece elsewhere: the shorter headline wholly in the other piece,
// and another outlet or the same morning (`features` are those of the pair). Such pieces report nothing, so whatever words they share, they
// are not one happening. Handles: twelve horoscopes of one day. Does not handle: a series whose headlines carry no word of the list.
[[nodiscard]] bool regular_apart(const ReadPiece& a, const ReadPiece& b, const Features& features);

// The same for (a, b) and (b, a). `likeness` is that of the candidates.
[[nodiscard]] Features pair_features(const Side& a, const Side& b, float likeness);

}  // namespace depesche
