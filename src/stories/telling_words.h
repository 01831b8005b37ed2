// Telling words: what a language says time and order with, as grouping needs it: weekdays, the pluperfect, what is still to come.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace depesche {

enum class TellingRole : std::uint8_t {
    none,
    pluperfect,  // "hatte", "waren": with a participle it tells of what was before
    participle,  // "gesperrt", by its shape
    past,        // "wurde", "kam"
    future,      // "soll", "wird"
    coming,      // "ab", "kommenden": the weekday behind it is still to come
    night_to,    // "zu" in "in der Nacht zu Montag"
};

struct TellingFacts {
    TellingRole role = TellingRole::none;
    std::int8_t weekday = -1;               // Monday 0; "Montag", "Montagabend"
    std::optional<std::int8_t> day_offset;  // "gestern": -1
};

// The lists of one language: languages/<code>/telling-words.tsv, tense.tsv, calendar.tsv.
class TellingWords {
public:
    explicit TellingWords(const Language& language);
    // Of a word in small letters.
    [[nodiscard]] TellingFacts of(std::string_view lower) const;

private:
    [[nodiscard]] std::int8_t weekday_of(std::string_view lower) const;
    [[nodiscard]] bool is_past(std::string_view lower) const;
    [[nodiscard]] bool is_participle(std::string_view lower) const;
    WordMap<TellingRole> roles_;
    WordMap<std::int8_t> days_;
    WordMap<std::int8_t> weekdays_;
    WordSet day_parts_;
    std::vector<std::string_view> past_ends_;
    std::vector<std::string_view> begins_, insides_, ends_;  // of participles
};

}  // namespace depesche
