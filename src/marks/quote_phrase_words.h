// What a word may be in a noun phrase.
#pragma once

#include <cstdint>

#include "marks/quote_frames.h"

namespace depesche {

constexpr std::uint32_t longest_phrase = 40;  // items

// The word is a verb of speech in a finite form.
[[nodiscard]] bool has_finite_reading(const Item& item);

// Articles, pronouns, prepositions, auxiliaries and the like.
[[nodiscard]] bool is_function_word(const Item& item);

// May be a head: with a capital, but no sentence-initial adverb, preposition or conjunction; quoted words; "58-Jährige"; "dpa".
[[nodiscard]] bool is_head(const Item& item);

// A number, or a word in small letters that is neither a function word nor a finite verb.
[[nodiscard]] bool is_adjective_like(const Item& item);

}  // namespace depesche
