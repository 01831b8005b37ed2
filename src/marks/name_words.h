// The words of a language that stand in and around names, from data/languages/<code>/.
#pragma once

#include <string_view>
#include <vector>

#include "language/language.h"
#include "marks/word_filter.h"

namespace depesche {

struct NameWords {
    WordSet titles;                     // "Dr.", "Frau": stand before a name and are no part of it
    WordSet particles;                  // "von": belong to the family name behind
    WordSet articles;                   // "der", "ein", "sein": may stand before a role behind a name
    WordSet legal_forms;                // "AG"
    WordSet clubs;                      // "FC"
    WordSet family_first;               // "Kim": family names that stand before the given name
    WordSet agencies;                   // news agencies by their short names: "Reuters"
    WordSet agency_nouns;               // lower case: "agentur"; also as the end of a compound: "Nachrichtenagentur"
    WordSet noun_media;                 // "Spiegel": papers whose name is a common noun
    WordSet tellers;                    // "er": pronouns between that verb and the paper
    WordSet telling;                    // "sagte", "berichtet": verbs that such a paper is told by, or tells with
    WordSet roles;                      // lower case: "präsident"; also as the end of a compound: "Vizepräsident"
    WordFilter roles_filter;            // of roles: the ends of every noun are asked for
    WordMap<std::string_view> aliases;  // a name -> the name that it is shown as: "Vereinigte Staaten" -> "USA"
};

// Empty sets where the language has no table. Views into the embedded data.
[[nodiscard]] NameWords name_words_of(const Language& language);

// The words of all languages together, for names of texts in several languages.
[[nodiscard]] NameWords name_words_of_all(const Languages& languages);

// True for "Agentur", "Staatsagentur": a word that announces the name of an agency.
[[nodiscard]] bool is_agency_noun(std::string_view word, const NameWords& words);

// True for "Präsident", "Präsidentin", "Kremlchefs", "Vize-Präsident": a word of what somebody is or does.
[[nodiscard]] bool is_role(std::string_view word, const NameWords& words);

}  // namespace depesche
