#include "marks/quote_phrase_words.h"

#include <algorithm>

namespace depesche {

using enum WordClass;

bool has_finite_reading(const Item& item) {
    return item.entry != nullptr && std::ranges::any_of(item.entry->readings, [](VerbReading r) { return r.form == VerbForm::finite; });
}

bool is_function_word(const Item& item) {
    constexpr ClassSet closed = bit(determiner) | bit(pronoun) | bit(preposition) | bit(adverb) | bit(pro_adverb) | bit(auxiliary) |
                                bit(passive) | bit(be) | bit(modal) | bit(content) | bit(question) | bit(subordinator) | bit(coordinator) |
                                bit(reflexive) | bit(source_before) | bit(source_after) | bit(infinitive_marker) | bit(subjunctive) |
                                bit(conditional);
    return (item.classes & closed) != 0;
}

bool is_head(const Item& item) {
    if (item.kind == ItemKind::quoted) return true;
    if (!item.is_word()) return false;
    if (!item.capital) return (item.unusual || item.agency) && !item.abbreviated;
    if (item.entry != nullptr && item.entry->is_verb_form) return false;  // "Vermutet wird"
    constexpr ClassSet never = bit(preposition) | bit(content) | bit(question) | bit(subordinator) | bit(coordinator) | bit(adverb) |
                               bit(auxiliary) | bit(determiner) | bit(impersonal) | bit(written) | bit(pro_adverb);
    return (item.classes & never) == 0;
}

bool is_adjective_like(const Item& item) {
    if (item.kind == ItemKind::number) return true;
    return item.is_word() && !item.capital && !item.unusual && !is_function_word(item) && !has_finite_reading(item);
}

}  // namespace depesche
