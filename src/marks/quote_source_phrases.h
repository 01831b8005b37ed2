// Source phrases: "laut der Polizei", "nach Angaben der Polizei", "dem Landratsamt zufolge".
#pragma once

#include <optional>

#include "marks/quote_frames.h"
#include "marks/quote_phrases.h"

namespace depesche {

// True for "Angaben" and "Bericht".
[[nodiscard]] bool is_source_noun(const Item& item);

// What a source phrase says: where it stands, the source word and who.
struct SourcePhrase {
    ItemRange whole;   // with preposition
    ItemRange source;  // "Angaben"; empty when none
    ItemRange speaker;
    std::uint32_t cue = 0;
};

// Reads the phrases of one segment (index into QuoteText::segments) of a frame. Keeps references.
class SourcePhrases {
public:
    SourcePhrases(const QuoteText& text, const Frame& frame, std::uint32_t segment)
        : text_(text), frame_(frame), segment_(segment), range_(text.segments[segment].items) {}

    // "laut der Polizei", "nach Angaben der Polizei", "according to the police"
    [[nodiscard]] std::optional<SourcePhrase> with_preposition(std::uint32_t i) const;
    // "dem Landratsamt zufolge", "Polizeiangaben zufolge"
    [[nodiscard]] std::optional<SourcePhrase> before_postposition(std::uint32_t i) const;

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    // "Nach Angaben der Polizei in Ossenfleth vom Mai wurde …": what opens a sentence reaches to its verb, phrases with a preposition
    // included; `at` when no verb follows them.
    [[nodiscard]] std::uint32_t end_before_verb(std::uint32_t at) const;
    // The clause before names a source: "Studien, nach denen …", not "der Abend, nach dem …".
    [[nodiscard]] bool follows_source() const;
    // A medium in quotation marks, however it is spelled ("laut „nordkurier.example“"), else a noun phrase.
    [[nodiscard]] std::optional<Phrase> source_name(std::uint32_t from) const;
    // The source noun that is the phrase's head: before it only determiner, adjectives or a name in the genitive.
    [[nodiscard]] std::uint32_t source_noun_in(ItemRange phrase) const;
    // "Angaben" apart from "der Polizei"; a document ("Studie der Universität") and "Polizeiangaben" speak themselves.
    [[nodiscard]] SourcePhrase split(SourcePhrase found, std::uint32_t noun) const;
    [[nodiscard]] bool is_source_preposition(std::uint32_t i) const;
    // "Die Zahlen entstammen Zeitungsberichten zufolge …", "die Organisation Schätzungen zufolge": the word before the source
    // noun belongs to what is said, unless it is a name in the genitive.
    [[nodiscard]] bool stands_before_source(std::uint32_t at) const;
    // "den Behörden in Ossenfleth": a place before the postposition; where the phrase ends with it.
    [[nodiscard]] std::uint32_t end_with_place(std::uint32_t end, std::uint32_t last) const;
    [[nodiscard]] bool is_dative_adjective(std::uint32_t i) const;

    const QuoteText& text_;
    const Frame& frame_;
    std::uint32_t segment_;
    ItemRange range_;
};

}  // namespace depesche
