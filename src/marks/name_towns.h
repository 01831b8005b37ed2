// Towns whose name has more words than one: "Frankfurt (Oder)", "Neustadt an der Weinstraße".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/tokens.h"
#include "marks/marks.h"
#include "marks/name_recognizer.h"

namespace depesche {

// Makes a found name as long as the longest place of the gazetteer that begins with it and stands in the text; names inside it are gone.
// `found` is by span and stays so.
void complete_towns(std::string_view text, const Tokens& tokens, std::vector<FoundName>& found);

// "Halle" is "Halle (Saale)" where the text names that town in full and no other Halle. `sets` has for each found name the index of the
// first name of its entity, and keeps that form.
void join_bare_towns(std::string_view text, std::span<const FoundName> found, std::vector<std::uint32_t>& sets);

}  // namespace depesche
