// What a phrase may be: one who speaks, a happening, a medium, the one spoken to.
#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_phrase_words.h"
#include "marks/quote_phrases.h"

namespace depesche {

using enum WordClass;

bool names_event(const QuoteText& text, ItemRange range) {
    bool noun = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Item& word = text.items[i];
        const bool capital = word.is_word() && word.capital && !word.is(determiner);
        if (capital && text.lexicon->ends_as_event(to_lower(text.words(word)))) return true;
        if (noun && !capital) break;
        noun = noun || capital;
    }
    return false;
}

bool may_speak(const QuoteText& text, const Phrase& phrase) {
    const Item& lead = text.items[phrase.items.first];
    if (phrase.items.size() == 1) return true;
    bool article = false;
    for (std::uint32_t i = phrase.items.first; i < phrase.items.last; ++i) {
        const Item& word = text.items[i];
        if (word.is_word() && word.is(determiner)) {
            article = true;
            continue;
        }
        if (word.kind == ItemKind::quoted || word.unusual) return true;
        if (!word.is_word() || !word.capital) continue;
        const std::string_view noun = text.words(word);
        const bool followed = i + 1 < phrase.items.last && is_head(text.items[i + 1]);                              // "die Fährfrau Tuor"
        const bool person = text.lexicon->ends_personal(noun) && !(lead.is(demonstrative) && lead.is(determiner));  // "das Feuer"
        return !article || followed || person || text.lexicon->ends_as_group(to_lower(noun)) || word.is(media_noun) ||
               word.is(document_noun);
    }
    return true;
}

bool names_medium(const QuoteText& text, ItemRange range) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (text.items[i].kind == ItemKind::quoted || text.items[i].is(media_noun)) return true;
    }
    return false;
}

std::optional<Receiver> receiver_behind(const QuoteText& text, std::uint32_t from, std::uint32_t last, bool after_name) {
    const std::uint32_t stop = std::min(last, from + longest_phrase);
    bool talk = false;
    for (std::uint32_t at = from; at < stop; ++at) {
        const Item& item = text.items[at];
        if (item.kind == ItemKind::mark && item.mark != 0) return std::nullopt;
        if (item.is(talk_noun)) talk = true;
        const bool toward_word = item.is_word() && !item.capital && item.is(toward);
        const bool with_word = talk && item.is_word() && item.is(with);
        const bool dative_word =
            item.is_word() && !item.capital && item.is(dative) && item.is(determiner) && (at == from || after_name || talk);
        if (!toward_word && !with_word && !dative_word) {
            if (item.is_word() && item.is(preposition) && !talk) {
                const std::uint32_t behind = past_prepositional(text, at, stop);
                for (std::uint32_t i = at; i < behind; ++i) talk = talk || text.items[i].is(talk_noun);
                if (behind > at && !talk) at = behind - 1;
            }
            continue;
        }
        const auto phrase = noun_phrase(text, dative_word ? at : at + 1, stop);
        if (!phrase) continue;
        return Receiver{*phrase, names_medium(text, phrase->items)};
    }
    return std::nullopt;
}

}  // namespace depesche
