#include "marks/quote_opening.h"

#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

const Item& item(const QuoteText& text, std::uint32_t i) { return text.items[i]; }

// "Am Rande der Sitzung nahm der Ministerpräsident Stellung": a person behind the first verb.
std::optional<Phrase> subject_behind_verb(const QuoteText& text, ItemRange r) {
    for (std::uint32_t i = r.first + 1; i + 1 < r.last; ++i) {
        if (!is_finite(item(text, i))) continue;
        const auto subject = subject_behind(text, i + 1, r.last);
        const bool person = subject && (subject->name || text.lexicon->ends_personal(text.words(text.span_of(subject->items))));
        return person && may_speak(text, *subject) ? subject : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Phrase> opening_subject(const QuoteText& text, const Frame& frame) {
    const ItemRange r = text.segments[frame.first_segment].items;
    const Item& lead = item(text, r.first);
    if (lead.is_word() && lead.is(preposition)) return subject_behind_verb(text, r);
    if (!lead.is_word() || lead.is(preposition) || (lead.is(determiner) && !lead.is(nominative))) return std::nullopt;
    const auto subject = subject_in_front(text, r);
    if (!subject || !may_speak(text, *subject) || names_event(text, subject->items) ||
        (!subject->name && !lead.is(determiner) && !lead.is(pronoun)))
        return std::nullopt;
    return subject;
}

bool is_person(const QuoteText& text, const Phrase& phrase) {
    const Item& lead = item(text, phrase.items.first);
    for (std::uint32_t i = phrase.items.first; i < phrase.items.last; ++i) {
        const Item& word = item(text, i);
        if (!word.is_word() || !word.capital || word.is(determiner)) continue;
        if (word.is(weekday)) return false;
        const bool given = text.lexicon->sex_of_given_name(to_lower(text.words(word))) != '-';
        return text.lexicon->ends_personal(text.words(word)) ? lead.is(determiner) || phrase.name : given && phrase.name;
    }
    return false;
}

std::optional<Phrase> person_in(const QuoteText& text, ItemRange range) {
    constexpr std::uint32_t looked_at = 80;
    const std::uint32_t last = std::min(range.last, range.first + looked_at);
    for (std::uint32_t i = range.first; i < last; ++i) {
        const Item& lead = item(text, i);
        if (!lead.is_word()) continue;
        const bool aside = lead.is(preposition) || (lead.is(determiner) && !lead.is(nominative));
        const bool begins = lead.capital || lead.is(determiner);
        if (!aside && !begins) continue;
        const auto phrase = noun_phrase(text, lead.is(preposition) ? i + 1 : i, last);
        if (!phrase) continue;
        if (!aside && is_person(text, *phrase)) {
            const std::uint32_t end = end_with_apposition(text, phrase->items.last, last);
            return Phrase{{i, end > phrase->items.last ? end : end_with_name_behind(text, end, last)}, true};
        }
        i = phrase->items.last - 1;
    }
    return std::nullopt;
}

}  // namespace depesche
