#include "marks/quote_content.h"

#include <algorithm>

#include "marks/quote_phrases.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr std::uint32_t longest_content = 64;  // segments

bool ends_with_verb(const QuoteText& text, ItemRange r) {
    const Item& last = text.items[r.last - 1];
    return last.is_word() &&
           (last.is(auxiliary) || last.is(be) || last.is(passive) || last.is(modal) || last.is(subjunctive) || last.is(conditional));
}

// "zu" within the word: "anzugeben".
bool holds_marker(const QuoteText& text, const Item& item) {
    if (!item.is_word() || item.capital) return false;
    const std::string_view word = text.words(item);
    const std::size_t marker = word.find("zu", 2);
    return marker != std::string_view::npos && word.size() > marker + 4 && word.ends_with("n") &&
           text.lexicon->is_particle(word.substr(0, marker));
}

bool is_infinitive(const QuoteText& text, ItemRange r) {
    if (text.items[r.first].is_word() && text.items[r.first].is(purpose)) return false;
    for (std::uint32_t i = r.first; i + 1 < r.last; ++i) {
        const Item& marker = text.items[i];
        const Item& verb = text.items[i + 1];
        if (!marker.is_word() || !marker.is(infinitive_marker) || !verb.is_word() || verb.capital || !text.words(verb).ends_with("n"))
            continue;
        if (i + 2 == r.last || text.items[i + 2].is(conjunction_and)) return true;
    }
    return holds_marker(text, text.items[r.last - 1]);
}

// "so Ba Dianjun", "heißt es in der Erklärung", "sagte er"
bool attributes_anew(const QuoteText& text, ItemRange r) {
    const Item& first = text.items[r.first];
    const Item& second = text.items[r.first + 1];
    if (!first.is_word() || first.capital || !second.is_word()) return false;
    const bool who = second.capital || second.is(impersonal) || second.is(pronoun) || (second.is(determiner) && second.is(nominative));
    if (first.is(so)) return who;
    const bool says =
        first.entry != nullptr && std::ranges::any_of(first.entry->readings, [&](VerbReading v) {
            return v.form == VerbForm::finite && text.lexicon->verb(v.verb).direct && text.lexicon->verb(v.verb).particle.empty();
        });
    return says && who && !text.lexicon->subject_first();
}

// "das Ministerium, welches den Stab einrichtete": a word that asks too, behind a noun and without one of its own.
bool is_relative_question_word(const QuoteText& text, std::uint32_t segment) {
    const ItemRange r = text.segments[segment].items;
    const Item& lead = text.items[r.first];
    if (text.segments[segment].before != ',' || r.size() < 3 || r.first < 2 || !lead.is_word() || !lead.is(question) || !lead.is(relative))
        return false;
    const Item& noun = text.items[r.first - 2];
    const Item& next = text.items[r.first + 1];
    const bool asks = next.is_word() && (next.capital || (next.classes == 0 && r.first + 2 < r.last && text.items[r.first + 2].capital));
    return noun.is_word() && noun.capital && !asks;
}

// "der Damm halte", "die Grünen seien bereit": a subject and right behind it the verb make a main clause, not a relative one.
bool is_main_clause(const QuoteText& text, ItemRange r) {
    const auto subject = noun_phrase(text, r.first, r.last);
    if (!subject || subject->items.size() < 2 || subject->items.last >= r.last) return false;
    const Item& verb = text.items[subject->items.last];
    return verb.is_word() && !verb.capital && (verb.is(subjunctive) || verb.is(conditional));
}

}  // namespace

Content content_kind(const QuoteText& text, std::uint32_t segment) {
    const ItemRange r = text.segments[segment].items;
    const char before = text.segments[segment].before;
    const Item& first = text.items[r.first];
    if (first.kind == ItemKind::quoted && (r.size() == 1 || before == ':')) return Content::quoted;
    if (before == ';' || before == '-' || before == '.' || before == '!' || before == '?') return Content::none;
    if (is_relative_question_word(text, segment)) return Content::none;
    if (first.is_word() && (first.is(content) || (first.is(question) && !first.is(how)))) return Content::clause;
    const bool relative_clause =
        before == ',' && first.is_word() && first.is(relative) && ends_with_verb(text, r) && !is_main_clause(text, r);
    if (!relative_clause && has_subjunctive(text, r)) return Content::clause;
    return is_infinitive(text, r) ? Content::infinitive : Content::none;
}

bool is_relative_clause(const QuoteText& text, const Segment& segment) {
    ItemRange r = segment.items;
    if (segment.before != ',' || r.size() < 2) return false;
    const bool behind_preposition = text.items[r.first].is_word() && text.items[r.first].is(preposition);
    const Item& lead = text.items[behind_preposition ? r.first + 1 : r.first];
    const Item& next = text.items[behind_preposition ? r.first + 2 : r.first + 1];
    if (!lead.is_word() || lead.capital || !lead.is(relative) || (behind_preposition && r.size() < 3)) return false;
    if (behind_preposition) return next.is_word() && (!next.capital || !lead.is(determiner));
    const bool verb_second = next.is_word() && (next.is(subjunctive) || next.is(conditional));
    return !verb_second && !is_main_clause(text, r);
}

std::uint32_t content_end(const QuoteText& text, const Frame& frame) {
    std::uint32_t end = frame.items.last;
    while (end > frame.items.first && text.items[end - 1].kind == ItemKind::mark) --end;
    return end;
}

std::uint32_t content_end(const QuoteText& text, const Frame& frame, std::uint32_t segment) {
    for (std::uint32_t t = segment + 1; t < frame.last_segment; ++t) {
        const Segment& next = text.segments[t];
        const bool near_end = next.before == ',' && t + 3 >= frame.last_segment && next.items.size() <= 12 && next.items.size() >= 2;
        const bool anew = near_end && attributes_anew(text, next.items);
        if (next.before == ';' || anew || t - segment > longest_content) return text.segments[t - 1].items.last;
    }
    return content_end(text, frame);
}

bool has_subjunctive(const QuoteText& text, ItemRange range) {
    constexpr std::uint32_t looked_at = 60;
    for (std::uint32_t i = range.first; i < std::min(range.last, range.first + looked_at); ++i) {
        const Item& item = text.items[i];
        if (item.is_word() && (i == range.first || !item.capital) &&
            (item.is(subjunctive) || item.is(conditional) || item.is(weak_conditional)))
            return true;
    }
    return false;
}

bool only_quoted(const QuoteText& text, ItemRange range) {
    bool any = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (text.items[i].kind == ItemKind::quoted) any = true;
        else if (text.items[i].kind != ItemKind::mark) return false;
    }
    return any;
}

}  // namespace depesche
