// Where places lie: the open gazetteer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depesche {

struct PlaceFact {
    std::string_view name;     // as the gazetteer has it; lives as long as the program
    std::string_view country;  // ISO 3166-1 alpha-2: "KP"
    bool located = false;      // the name alone says which place is meant; else only the country is sure: "Rothenburg"
    double latitude = 0;       // degrees, WGS 84, to three decimals; of a country: its capital's
    double longitude = 0;
    bool is_country = false;
};

// The place of that very name ("Pjöngjang", "Österreich", "Halle (Saale)"); of several the one in which by far the most people live. Names
// as entities have them, without inflection; nothing when the gazetteer (data/names/places.tsv) does not have it or when places of that
// name lie in several countries ("Halle", "Valencia"). O(log n), nothing is parsed at start.
[[nodiscard]] std::optional<PlaceFact> find_place(std::string_view name);

// True for countries and landscapes, in which other places lie ("Schweiz", "Graubünden"), and for compounds that end in one
// ("Norddeutschland"), as the German table of words has them. The name as entities have it.
[[nodiscard]] bool is_wide_place(std::string_view name);

}  // namespace depesche
