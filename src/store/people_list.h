// The people that the texts of a store name, for completing a name that is being typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

struct ListedPerson {
    std::string name;
    std::size_t pages = 0;  // among those looked at
};

// People whose name has a word that begins so for each word typed, most pages first, then by name; without words those of the newest
// pages. Of the pages that have such words the newest 5,000 are looked at. Error: those of reading.
[[nodiscard]] Result<std::vector<ListedPerson>> people_named(const Database& database, std::string_view typed, std::size_t limit);

// The newest pieces whose text names the person: all words of the name in a row. Rows, at most `limit`.
[[nodiscard]] Result<std::vector<std::string>> stories_naming(const Database& database, std::string_view person);

}  // namespace depesche
