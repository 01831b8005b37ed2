// One written form of a name, taken apart, and when two forms mean one thing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marks/marks.h"
#include "marks/name_lexicon.h"
#include "marks/name_spelling.h"
#include "marks/name_words.h"

namespace depesche {

// What the words around a name say of a last s: a noun behind it owns it ("Putins Rede"); behind a role German writes none ("Minister
// Harms").
enum class NameEnding : unsigned char { open, before_noun, none };

struct NameForm {
    NameKind kind = NameKind::person;
    std::string shown;               // words with single blanks, titles and a surely genitive ending off
    std::vector<NamePart> parts;     // without titles, particles, legal forms; what forms are compared by
    std::vector<std::string> words;  // of `shown`
    bool family_first = false;       // "Kim Jong Un"
    bool maybe_genitive = false;     // ends in an s that may be an ending
    std::string key;                 // places and organisations: equal keys mean one thing; "=USA" when in the table of aliases
    [[nodiscard]] bool is_short() const { return parts.size() < 2; }
    [[nodiscard]] const NamePart& family() const { return family_first ? parts.front() : parts.back(); }
};

// `ending`: before a noun a final s of an unknown word is taken for a genitive ("Mankows Sprecher"); with `none` no s is taken off.
[[nodiscard]] NameForm make_form(NameKind kind, std::string_view written, NameEnding ending, const NameWords& words,
                                 const NameLexicon& lexicon);

enum class Sameness : unsigned char { different, slip, same };

// Of two full forms. `slip`: only a letter apart, to be believed when the two never stand in one text.
[[nodiscard]] Sameness compare_forms(const NameForm& a, const NameForm& b);

// How well a short form (a surname, a first name, an acronym, the head of an organisation's name) fits a full one; 0: not.
[[nodiscard]] int short_form_fit(const NameForm& short_form, const NameForm& full);

}  // namespace depesche
