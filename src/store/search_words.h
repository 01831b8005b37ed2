// Search words: how text is cut and folded for the search index, and how what a person types is.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <depesche/result.h>
#include <depesche/span.h>

#include "store/database.h"

namespace depesche {

// One word as the index has it: folded (lower case, no accents, ß as ss, ä as ae). A word with umlauts also has a plain form, ä as a,
// so that "Müller" is found by Müller, Mueller and Muller; `plain` is empty for all others.
struct SearchWord {
    std::string folded;
    std::string plain;
    Span span;  // bytes of the text
};

// Words are runs of letters and digits; a hyphen, a dot or an apostrophe ends one. Letters with a combining mark count as one letter.
// Broken UTF-8 parts words.
void for_each_search_word(std::string_view text, const std::function<void(const SearchWord&)>& use);

// Makes the tokenizer "depesche" known to this connection, which the table `words` needs.
[[nodiscard]] Result<bool> register_search_words(const Database& database);

}  // namespace depesche
