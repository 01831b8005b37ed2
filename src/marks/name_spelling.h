// Telling whether two spellings are of one name: inflection, hyphens, accents, transcriptions from other scripts.
#pragma once

#include <string>
#include <string_view>

namespace depesche {

// One word of a name in the forms it is compared by.
struct NamePart {
    std::string folded;      // as fold() of base/utf8.h: "manturow"
    std::string sound;       // transcriptions brought together: "Manturow", "Manturov" -> "manturov"
    std::string consonants;  // of sound: "mntrv"
    bool initial = false;    // "F."
    bool operator==(const NamePart&) const = default;
};

// `word` without a final genitive apostrophe ("Brams’"), dots and typographic hyphens.
[[nodiscard]] NamePart name_part(std::string_view word);

// How sure it is that two parts are one name.
enum class SpellingLikeness : unsigned char {
    different,
    slip,           // one letter apart in a long word: "Haberkorn", "Habekorn"
    transcription,  // same sound: "Mankow", "Mankov"; "Khalid", "Chalid"
    inflected,      // equal but for a genitive s: "Putins"
    equal,
};

// Compares two parts. Initials fit a name with that first letter (as `transcription`).
[[nodiscard]] SpellingLikeness compare(const NamePart& a, const NamePart& b);

// Levenshtein's distance, or `most` + 1 when it is greater. Bytes of folded text; costs the product of the lengths, so callers keep to
// short words.
[[nodiscard]] unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

}  // namespace depesche
