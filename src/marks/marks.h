// Marks: what is found in an article's text. Quotes, times, names, figures. All spans are text offsets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/moment.h"

namespace depesche {

// As the German news quotation corpus has them (Petersen-Frey and Biemann 2024).
enum class QuoteType : unsigned char { direct, indirect, free_indirect, indirect_free_indirect, reported };

struct Quote {
    QuoteType type = QuoteType::direct;
    std::vector<Span> parts;      // the uttered words without quotation marks; several when the speaker interrupts them
    std::vector<Span> speaker;    // the last span is who, as written at the quote: name, role with name, or pronoun; a span
                                  // before it is the word of the source ("Angaben" of "nach Angaben der Polizei"); empty when unsure
    std::vector<Span> cue;        // the word that says that something is said: "sagte", "laut", "zufolge"
    std::vector<Span> via;        // who passed it on: agency, broadcaster, newspaper, another speaker
    std::vector<Span> addressee;  // to whom
    bool cited = false;           // whoever stands in `via` cites the words: they are said a second time, by that one
    std::optional<std::uint32_t> speaker_entity;  // index into Marks::entities, also through a pronoun
    float confidence = 0;                         // 0 to 1; below 0.5 is shown as unsure
};

enum class TimeType : unsigned char { date, time, duration, set };

// A time expression (TIMEX3, TimeML 1.2.1).
struct Time {
    Span span;
    TimeType type = TimeType::date;
    std::string value;                         // TIMEX3 value; empty when it cannot be resolved without a publication date
    std::optional<Moment> moment;              // the calendar moment of a DATE or TIME, as far as known
    std::optional<int> weekday;                // when the words name one: 0 Monday … 6 Sunday
    std::optional<int> days_from_publication;  // "gestern" -1, "heute" 0, "vorgestern" -2
    bool relative = false;                     // it was resolved (or has to be) against the publication date or another date
    bool background = false;                   // "vor 24 Jahren", "im Jahr 2000": well before the story's own days
};

enum class NameKind : unsigned char { person, place, organisation };

struct Name {
    Span span;
    NameKind kind = NameKind::person;
    std::uint32_t entity = 0;  // index into Marks::entities
    float confidence = 0;
};

// The one thing that several names of a text mean.
struct Entity {
    NameKind kind = NameKind::person;
    std::string name;                  // fullest form, without inflection: "Kim Jong-un"
    std::vector<Span> roles;           // role words that the text binds to it: "Kremlchef"
    std::vector<std::uint32_t> names;  // indices into Marks::names, in text order
};

enum class FigureKind : unsigned char { exact, about, at_least, at_most, range };

struct Figure {
    Span span;  // the number with its hedge and unit: "rund 2600 Metern"
    double value = 0;
    std::optional<double> upper;  // of a range
    std::string unit;             // normalised: "m", "EUR", "%", "person"; empty for a bare count
    std::string of;               // what is counted, as a lemma-like lower-case word: "tote", "retter"; empty when unknown
    Span of_span;                 // where that stands; empty when unknown
    FigureKind kind = FigureKind::exact;
    bool update = false;  // the words say that it replaces an earlier count: "ist auf vier gestiegen", "bisher drei"
};

struct Marks {
    std::vector<Quote> quotes;  // by first part
    std::vector<Time> times;    // by span
    std::vector<Name> names;    // by span
    std::vector<Entity> entities;
    std::vector<Figure> figures;  // by span
};

[[nodiscard]] std::string_view name_of(QuoteType type);   // "Direct", "FreeIndirect"
[[nodiscard]] std::string_view name_of(TimeType type);    // "DATE"
[[nodiscard]] std::string_view name_of(NameKind kind);    // "PER"
[[nodiscard]] std::string_view name_of(FigureKind kind);  // "exact", "about", "atleast", "atmost", "range"

}  // namespace depesche
