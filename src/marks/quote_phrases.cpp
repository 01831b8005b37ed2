#include "marks/quote_phrases.h"

#include <algorithm>

#include "marks/quote_phrase_words.h"

namespace depesche {
namespace {

using enum WordClass;

// "wenige Stunden", "Montag": a time, no speaker. Told by the first noun.
bool is_time(const QuoteText& text, ItemRange phrase) {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
        if (text.items[i].is_word() && text.items[i].is(weekday)) return true;
        if (text.items[i].is_word() && text.items[i].capital && !text.items[i].is(determiner))  // "Wenige Stunden nach dem Sturz"
            return i == phrase.first && i + 1 < phrase.last && text.items[i + 1].is_word() && text.items[i + 1].is(weekday);
    }
    return false;
}

// Takes phrases with a preposition in ("ein Regierungssprecher in Berlin"), up to the first word that is none.
std::uint32_t with_prepositional(const QuoteText& text, std::uint32_t at, std::uint32_t last) {
    while (at < last) {
        const std::uint32_t behind = past_prepositional(text, at, last);
        if (behind == at || is_time(text, {at + 1, behind})) break;
        at = behind;
    }
    return at;
}

bool is_skipped_behind_verb(const Item& item) {
    if (item.kind == ItemKind::bracket) return true;
    if (!item.is_word()) return item.kind == ItemKind::number;
    if (item.capital) return item.is(adverb);
    if (item.is(determiner) && item.is(nominative)) return false;
    return item.is(adverb) || item.is(reflexive) || item.is(pro_adverb) || item.is(impersonal) || item.is(so);
}

}  // namespace

std::uint32_t past_prepositional(const QuoteText& text, std::uint32_t at, std::uint32_t last) {
    if (!text.items[at].is(preposition) || at + 1 >= last) return at;
    const auto phrase = noun_phrase(text, at + 1, last);
    if (phrase) return phrase->items.last;
    return at + 1 < last && text.items[at + 1].kind == ItemKind::number ? at + 2 : at;
}

std::optional<Phrase> subject_behind(const QuoteText& text, std::uint32_t from, std::uint32_t last) {
    const std::uint32_t stop = std::min(last, from + longest_phrase);
    for (std::uint32_t at = from; at < stop;) {
        const Item& item = text.items[at];
        if (item.is_word() && item.is(content) && text.lexicon->subject_first())
            return std::nullopt;  // "tweeted that Penn", not "that Penn"
        if (item.is_word() && item.is(determiner) && !item.is(nominative) && !item.capital) {
            const auto other = noun_phrase(text, at, stop);  // an object in front of the subject
            if (!other) return std::nullopt;
            at = other->items.last;
            continue;
        }
        if (item.is_word() && item.is(preposition)) {
            const std::uint32_t behind = past_prepositional(text, at, stop);
            if (behind == at) return std::nullopt;
            at = behind;
            continue;
        }
        if (const auto phrase = noun_phrase(text, at, stop)) {
            if (!is_time(text, phrase->items)) return phrase;
            at = phrase->items.last;
            continue;
        }
        const bool plain = item.is_word() && !item.capital && !is_function_word(item) && !has_finite_reading(item);
        if (!is_skipped_behind_verb(item) && !plain) return std::nullopt;
        ++at;
    }
    return std::nullopt;
}

std::optional<Phrase> subject_in_front(const QuoteText& text, ItemRange range) {
    std::uint32_t at = range.first;
    while (at < range.last && text.items[at].is_word() && (text.items[at].is(coordinator) || text.items[at].is(adverb)) &&
           !text.items[at].is(determiner)) {
        ++at;
    }
    if (at >= range.last) return std::nullopt;
    const Item& head = text.items[at];
    if (head.is_word() && head.is(preposition)) return std::nullopt;
    if (head.is_word() && head.is(determiner) && !head.is(nominative) && !head.is(pronoun)) return std::nullopt;
    const auto phrase = noun_phrase(text, at, range.last);
    if (!phrase) return std::nullopt;
    if (is_time(text, phrase->items)) return std::nullopt;
    if (phrase->items.last < range.last && text.items[phrase->items.last].is(source_after)) return std::nullopt;
    const bool lone = phrase->items.size() == 1 && head.is_word() && head.capital;
    if (lone && text.lexicon->ends_like_adverb(text.words(head))) return std::nullopt;
    return Phrase{{at, with_prepositional(text, phrase->items.last, range.last)}, phrase->name};
}

std::uint32_t end_with_apposition(const QuoteText& text, std::uint32_t end, std::uint32_t last) {
    if (end + 1 >= last || text.items[end].mark != ',') return end;
    const Item& first = text.items[end + 1];
    const bool described = is_adjective_like(first) && first.is_word() && end + 2 < last && text.items[end + 2].capital &&
                           text.lexicon->ends_personal(text.words(text.items[end + 2]));  // ", kanadischer General"
    if (!first.is_word() || (!first.capital && !described && !(first.is(determiner) && first.is(nominative)))) return end;
    const auto phrase = noun_phrase(text, end + 1, last);
    if (!phrase) return end;
    const std::uint32_t behind = phrase->items.last;
    if (behind < last) {
        const Item& next = text.items[behind];
        const bool article = first.is(determiner) && !first.capital;  // "sagte Brandis, die Rechte von Pendlern seien": no apposition
        const bool closed = next.kind == ItemKind::mark || (!article && phrase->name && next.is(determiner) && !next.is(nominative)) ||
                            (!article && (next.is(preposition) || next.is(adverb) || next.is(dative) || next.is(conjunction_and)));
        if (!closed) return end;
    }
    return behind;
}

std::uint32_t end_with_name_behind(const QuoteText& text, std::uint32_t end, std::uint32_t last) {
    const std::uint32_t comma = with_prepositional(text, end, last);
    const auto aside = [&](std::uint32_t i) { return text.lexicon->is_aside_preposition(text.words(text.items[i])); };
    for (std::uint32_t i = end; i < comma; ++i) {
        if (text.items[i].is_word() && aside(i)) return end;  // "die Agentur unter Berufung auf den Vorsitzenden, Onno Krey"
    }
    if (comma + 1 >= last || text.items[comma].mark != ',' || !text.items[comma + 1].capital) return end;
    const auto name = noun_phrase(text, comma + 1, last);
    const bool whole = name && name->name && !text.items[comma + 1].is(determiner);
    return whole && (name->items.last == last || text.items[name->items.last].kind == ItemKind::mark) ? name->items.last : end;
}

}  // namespace depesche
