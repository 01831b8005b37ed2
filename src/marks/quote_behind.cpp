#include "marks/quote_behind.h"

#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"

namespace depesche {

using enum WordClass;

namespace {

bool holds_word(std::string_view list, std::string_view word) {
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

Behind BehindCue::content() const {
    for (std::uint32_t s = cue_.last_segment + 1; s < std::min(frame_.last_segment, cue_.last_segment + 4); ++s) {
        const Content kind = content_kind(text_, s);
        if (kind != Content::none) return {s, kind};
        if (segment(s).before != ',') break;
    }
    return {};
}

bool BehindCue::reports_main_clause() const {
    const std::uint32_t s = cue_.last_segment + 1;
    if (!cue_.verb.direct || !cue_.verb.clause || s >= frame_.last_segment || text_.lexicon->subject_first()) return false;
    const ItemRange r = segment(s).items;
    const Item& lead = item(r.first);
    if (segment(s).before == ':') return lead.is_word() && lead.capital && r.size() > 3 && !cue_.passive;  // "teilte mit: Der Damm hält"
    if (segment(s).before != ',') return false;
    if (holds_quoted_predicate(r)) return true;
    const bool clause_end_is_small = item(r.last - 1).is_word() && !item(r.last - 1).capital;  // the verb of a relative clause
    if (subject_and_verb(r)) return true;
    if (!lead.is_word() || lead.is(subordinator) || lead.is(how) || (!lead.capital && lead.is(relative) && clause_end_is_small))
        return false;
    constexpr std::uint32_t looked_at = 60;
    for (std::uint32_t i = r.first + 1; i < std::min(r.last, r.first + looked_at); ++i) {
        const Item& verb = item(i);
        const std::string_view word = text_.words(verb);
        if (!verb.is_word() || verb.capital || verb.classes != 0 || !word.ends_with('e') || word.ends_with("te") || word.size() < 4)
            continue;
        if (i + 1 == r.last || (item(i + 1).is_word() && !item(i + 1).capital && item(i + 1).classes != 0)) return true;
    }
    return false;
}

bool BehindCue::holds_quoted_predicate(ItemRange r) const {
    for (std::uint32_t i = r.first + 1; i < r.last; ++i) {
        if (item(i).kind != ItemKind::quoted || words_in(text_, item(i)) < 3) continue;
        const Item& before = item(i - 1);
        const bool subject = before.is_word() && (before.capital || before.is(subject_pronoun));
        if (subject && !begins_upper(trim(text_.words(text_.stretches[item(i).quoted].inner)))) return true;
    }
    return false;
}

bool BehindCue::subject_and_verb(ItemRange r) const {
    const Item& lead = item(r.first);
    if (lead.is(preposition) || lead.is(adverb) || lead.is(subordinator) ||
        (lead.is(determiner) && !lead.is(nominative) && !lead.is(pronoun)))
        return false;
    const auto subject = noun_phrase(text_, r.first, r.last);
    if (!subject || subject->items.last >= r.last) return false;
    const Item& verb = item(subject->items.last);
    if (!verb.is_word() || verb.capital) return false;
    const bool pronoun_alone = subject->items.size() == 1 && lead.is(subject_pronoun);
    if (pronoun_alone) return cue_.verb.particle.empty() && verb.classes == 0;  // "sagte, er ruft an"
    const bool goes_on = subject->items.last + 1 < r.last;
    return subject->items.size() > 1 && goes_on && verb.is(modal);  // "berichtete, 200 Stellen sollen wegfallen"
}

std::uint32_t BehindCue::bare_clause() const {
    const ItemRange r = segment(cue_.segment).items;
    if (!cue_.verb.clause || cue_.place != CuePlace::second) return 0;
    std::uint32_t at = cue_.words.back() + 1;
    const std::uint32_t stop = std::min(r.last, at + 12);
    for (std::uint32_t i = at; i < stop; ++i) {
        if (item(i).is_word() && item(i).is(WordClass::content)) return i;
    }
    while (at < stop && item(at).is_word() && (item(at).is(adverb) || item(at).is(weekday))) ++at;
    if (at >= stop || item(at).is(preposition)) return 0;
    if (text_.lexicon->subject_first() && item(cue_.words.back()).is(addressing)) {
        if (const std::uint32_t clause = behind_addressee(at, stop); clause != 0) return clause;
    }
    const Item& first = item(at);
    const bool bare_pronoun = first.is_word() && first.is(pronoun) && !first.is(determiner) && !first.is(relative);
    if (bare_pronoun && text_.lexicon->subject_first() && at + 1 < stop && item(at + 1).is_word() && !item(at + 1).is(preposition))
        return at;  // "say she took £40,000"
    const auto subject = noun_phrase(text_, at, stop);
    if (!subject || subject->items.last >= r.last) return 0;
    std::uint32_t verb = subject->items.last;
    if (item(verb).is_word() && item(verb).is(adverb) && verb + 1 < r.last) ++verb;  // "said it now expected"
    const Item& behind = item(verb);
    if (verb > subject->items.last && behind.entry != nullptr && behind.entry->is_verb_form) return at;
    return behind.is(auxiliary) || behind.is(be) || behind.is(modal) || behind.is(conditional) || behind.is(passive) ? at : 0;
}

std::uint32_t BehindCue::behind_addressee(std::uint32_t at, std::uint32_t stop) const {
    const auto addressee = noun_phrase(text_, at, stop);
    if (!addressee) return 0;
    const std::uint32_t clause = addressee->items.last;
    if (clause + 1 >= stop || item(clause).is(preposition)) return 0;
    const Item& next = item(clause);
    const Item& behind = item(clause + 1);
    const bool bare_pronoun = next.is_word() && next.is(pronoun) && !next.is(determiner) && !next.is(relative);
    if (bare_pronoun) return behind.is_word() && !behind.is(preposition) ? clause : 0;  // "told the Review it would reopen"
    const auto subject = next.is_word() && next.is(determiner) ? noun_phrase(text_, clause, stop) : std::nullopt;
    if (!subject || subject->items.last >= segment(cue_.segment).items.last) return 0;
    const Item& verb = item(subject->items.last);
    return verb.is(auxiliary) || verb.is(be) || verb.is(modal) || verb.is(conditional) || verb.is(passive) ? clause : 0;
}

bool BehindCue::has_preposition() const {
    if (cue_.verb.prepositions.empty()) return true;
    for (std::uint32_t i = cue_.finite + 1; i < segment(cue_.segment).items.last; ++i) {
        if (item(i).is_word() && holds_word(cue_.verb.prepositions, text_.words(item(i)))) return true;
    }
    return false;
}

bool BehindCue::is_reflexive() const {
    const std::uint32_t last = std::min(segment(cue_.segment).items.last, cue_.finite + 4);
    for (std::uint32_t i = cue_.finite + 1; i < last; ++i) {
        if (item(i).is_word() && item(i).is(reflexive)) return true;
    }
    return false;
}

bool BehindCue::counts_dead() const {
    const ItemRange r = segment(cue_.segment).items;
    for (std::uint32_t i = r.first; i < r.last; ++i) {
        if (item(i).is_word() && item(i).is(casualty)) return true;
    }
    return false;
}

}  // namespace depesche
