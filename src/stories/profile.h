// Profile: a piece as pairs of pieces are compared: weighted words of its headline and lead, letter groups, figures, names, address.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stories/article_words.h"

namespace depesche {

// A word of headline or lead, or a part of one, that may name an affair (stories/affairs.h).
struct KeyWord {
    KeyTerm key;
    bool title = false;    // stands in the headline
    bool capital = false;  // begins with a capital somewhere
};

struct Profile {
    Vector title;                                                  // stems of the headline
    Vector all;                                                    // stems of headline and lead
    Vector rarities;                                               // the same stems, not normalised: weight is the rarity
    Vector parts;                                                  // stems of headline and lead with compounds taken apart
    Vector letters;                                                // groups of five letters of the headline's words
    Vector address;                                                // stems in the last parts of the URL
    Vector quoted;                                                 // stems inside quotation marks, not normalised
    Vector text;                                                   // stems of the whole text; empty for headlines
    Vector places;                                                 // capitalised words behind a preposition of place
    Vector capitals;                                               // capitalised words, not normalised: weight is the rarity
    std::vector<std::uint32_t> names;                              // two capitalised words side by side, ascending
    std::vector<std::uint32_t> numbers;                            // ascending
    std::vector<std::pair<std::uint32_t, std::uint32_t>> counted;  // word behind a number, the number; ascending
    std::vector<KeyWord> keys;                                     // each once, ascending by term
    ArticleWords article;                                          // empty for headlines
    std::uint16_t title_words = 0;
    bool has_lead = false;
    bool no_news = false;  // a word of the headline says so
};

// Weighs the piece's words by their rarity in the background and in the piece's day.
[[nodiscard]] Profile make_profile(const ReadPiece& piece, const WordTable& words, const DayCounts& counts);

// Sum of products over the common terms.
[[nodiscard]] float dot(const Vector& left, const Vector& right);

}  // namespace depesche
