// Noun phrases and who stands at a verb of speech: found by word order and closed word classes, without a tagger.
#pragma once

#include <optional>

#include "marks/quote_frames.h"

namespace depesche {

struct Phrase {
    ItemRange items;
    bool name = false;  // its head is two or more words with a capital: "Kapitän Enno Ricklefs"
};

// The noun phrase that begins at item `from`, at most up to `last`; nothing when none begins there. With determiner,
// adjectives, head, names, brackets, genitives, phrases with "von" and the like, and further phrases behind "und".
// "der Leiter des Bauamts", "Innenminister Arvid Sandholt (ABC)", "mehrere Zeugen". Not: what a relative clause adds.
[[nodiscard]] std::optional<Phrase> noun_phrase(const QuoteText& text, std::uint32_t from, std::uint32_t last);

// Behind the phrase with a preposition that begins at `at`; `at` when none begins there.
[[nodiscard]] std::uint32_t past_prepositional(const QuoteText& text, std::uint32_t at, std::uint32_t last);

// The subject that stands behind the finite verb, from `from` on: adverbs, pronouns of the object and phrases with a
// preposition are passed over ("sagte am Montag der Minister").
[[nodiscard]] std::optional<Phrase> subject_behind(const QuoteText& text, std::uint32_t from, std::uint32_t last);

// [first, last) as a subject in front of the verb, without adverbs at its ends; nothing when it begins with a preposition,
// an adverb alone, a determiner of another case, or has no head.
[[nodiscard]] std::optional<Phrase> subject_in_front(const QuoteText& text, ItemRange range);

// Takes an apposition in the next segment into the phrase that ends the segment before it: "Elmar Quint, Leiter des
// Bauamts". Returns where it ends, or `end` when there is none.
[[nodiscard]] std::uint32_t end_with_apposition(const QuoteText& text, std::uint32_t end, std::uint32_t last);

// "die Sprecherin der Fraktion im Rat, Ada Krey": behind phrases with a preposition and a comma the full name of whom the words up to `end`
// mean. Returns where it ends, or `end` when there is none.
[[nodiscard]] std::uint32_t end_with_name_behind(const QuoteText& text, std::uint32_t end, std::uint32_t last);

// Who is spoken to or passes on behind a subject that ends at `from`: "der Deutschen Presse-Agentur", "zu Kanzlerin A",
// "gegenüber dem Sender", "im Gespräch mit dem Magazin".
struct Receiver {
    Phrase phrase;
    bool media = false;
};
[[nodiscard]] std::optional<Receiver> receiver_behind(const QuoteText& text, std::uint32_t from, std::uint32_t last, bool after_name);

// True when the words may be one who speaks: a name, a person's role, a body of people, a medium. False for a thing that a
// word with an article names: "der Bus", "die Pläne der Regierung". By the phrase's first noun.
[[nodiscard]] bool may_speak(const QuoteText& text, const Phrase& phrase);

// True when the head of a phrase is a happening: "das Gipfeltreffen der beiden". It may show something, but does not speak.
[[nodiscard]] bool names_event(const QuoteText& text, ItemRange range);

// True when an item of the range is a word for a medium or a quoted name.
[[nodiscard]] bool names_medium(const QuoteText& text, ItemRange range);

}  // namespace depesche
