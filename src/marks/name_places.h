// Where places lie: the open gazetteer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depesche {

struct PlaceFact {
    std::string_view name;     // as the gazetteer has it; lives as long as the program
    std::string_view country;  // ISO 3166-1 alpha-2: "KP"
    float latitude = 0;        // degrees, WGS 84; of a country: its capital's
    float longitude = 0;
};

// The place of that very name ("Pjöngjang", "Österreich"); of several the one with most people. Names as entities have
// them, without inflection; nothing when the gazetteer (data/names/places.tsv) does not have it. O(log n), nothing is parsed at start.
[[nodiscard]] std::optional<PlaceFact> find_place(std::string_view name);

// True for countries and landscapes, in which other places lie ("Schweiz", "Graubünden"), and for compounds that end in one
// ("Norddeutschland"), as the German table of words has them. The name as entities have it.
[[nodiscard]] bool is_wide_place(std::string_view name);

}  // namespace depesche
