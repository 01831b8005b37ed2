#include "marks/quote_source_phrases.h"

#include <algorithm>

#include "marks/quote_said.h"
#include "marks/quote_subject.h"

namespace depesche {

using enum WordClass;

bool is_source_noun(const Item& item) { return item.is_word() && item.capital && (item.is(source_noun) || item.is(document_noun)); }

std::optional<SourcePhrase> SourcePhrases::with_preposition(std::uint32_t i) const {
    std::uint32_t from = i + 1;
    if (from < range_.last && item(from).is(toward) && text_.lexicon->subject_first()) ++from;
    const bool clause_begins = i == range_.first && !item(i).capital && text_.segments[segment_].before == ',';
    if (from < range_.last && clause_begins && item(from).is(relative) && from + 1 < range_.last && !item(from + 1).capital) {
        if (!follows_source()) return std::nullopt;
        return SourcePhrase{{i, from + 1}, {}, {from, from + 1}, i};  // "Studien, nach denen …"
    }
    const auto phrase = source_name(from);
    if (!phrase) return std::nullopt;
    SourcePhrase found{{i, phrase->items.last}, {}, phrase->items, i};
    if (i == range_.first && text_.segments[segment_].before == 0)
        found.speaker.last = found.whole.last = end_before_verb(phrase->items.last);
    const std::uint32_t noun = source_noun_in(phrase->items);
    if (noun == 0) return item(i).is(source_before) ? std::optional(found) : std::nullopt;
    if (item(noun).is(weekday)) return std::nullopt;                      // "nach der Auszählung"
    const bool after_time = i > range_.first && item(i - 1).is(weekday);  // "zwei Monate nach dem Bericht"
    if (after_time && item(i).is(source_noun_before) && item(noun).is(document_noun)) return std::nullopt;
    return split(found, noun);
}

std::uint32_t SourcePhrases::end_before_verb(std::uint32_t at) const {
    if (text_.lexicon->subject_first()) return at;
    std::uint32_t end = at;
    while (end + 2 < range_.last && item(end).is_word() && !item(end).capital && item(end).is(preposition) && !is_source_preposition(end) &&
           !text_.lexicon->is_aside_preposition(text_.words(item(end)))) {
        const auto phrase = noun_phrase(text_, end + 1, range_.last);
        if (!phrase) break;
        end = phrase->items.last;
        if (end < range_.last && item(end).kind == ItemKind::number) ++end;
    }
    return end < range_.last && item(end).is_word() && !item(end).capital && !item(end).is(preposition) ? end : at;
}

bool SourcePhrases::follows_source() const {
    constexpr std::uint32_t farthest = 6;  // "Studien der Universität Ossenfleth, nach denen"
    const ItemRange before = text_.segments[segment_ - 1].items;
    for (std::uint32_t i = before.last; i-- > before.first && before.last - i <= farthest;) {
        const Item& noun = item(i);
        if (!noun.is_word() || is_finite(noun)) return false;
        if (noun.is(source_noun) || noun.is(document_noun) || noun.is(cue_noun) || noun.is(media_noun)) return true;
    }
    return false;
}

std::optional<Phrase> SourcePhrases::source_name(std::uint32_t from) const {
    constexpr std::uint32_t longest = 4;
    if (from < range_.last && item(from).kind == ItemKind::quoted && words_in(text_, item(from)) <= longest)
        return Phrase{{from, from + 1}, true};
    return noun_phrase(text_, from, range_.last);
}

std::uint32_t SourcePhrases::source_noun_in(ItemRange phrase) const {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
        if (is_source_noun(item(i))) return i;
        const bool capital = item(i).is_word() && item(i).capital;
        const bool genitive_name = capital && i + 1 < phrase.last && is_source_noun(item(i + 1));
        if (capital && !genitive_name && i > phrase.first) return 0;
        if (capital && !genitive_name && !item(i).is(determiner)) return 0;
        if (item(i).kind == ItemKind::quoted) return 0;
    }
    return 0;
}

SourcePhrase SourcePhrases::split(SourcePhrase found, std::uint32_t noun) const {
    std::uint32_t who = noun + 1;
    if (item(noun).is(document_noun) || who >= found.speaker.last) return found;
    if (item(who).is(attributive_behind) && who + 1 < found.speaker.last) ++who;
    found.source = {found.speaker.first, who};
    found.speaker.first = who;
    return found;
}

std::optional<SourcePhrase> SourcePhrases::before_postposition(std::uint32_t i) const {
    constexpr std::uint32_t longest = 14;
    if (i == range_.first + 1 && text_.segments[segment_].before == ',' && segment_ > frame_.first_segment &&
        item(range_.first).is(relative))
        return follows_source() ? std::optional(SourcePhrase{{range_.first, i + 1}, {}, {range_.first, i}, i}) : std::nullopt;
    const std::uint32_t lowest = std::max(range_.first, i > longest ? i - longest : 0);
    for (std::uint32_t from = lowest; from < i; ++from) {
        const Item& it = item(from);
        const bool begins = it.kind == ItemKind::quoted || it.kind == ItemKind::number ||
                            (it.is_word() && (it.capital || it.is(determiner) || is_dative_adjective(from)));
        if (!begins || (it.is(determiner) && !it.is(dative)) || stands_before_source(from)) continue;
        const bool taken = (from > range_.first && is_source_preposition(from - 1)) || (from + 1 < i && is_source_preposition(from + 1));
        if (taken) return std::nullopt;  // "wird Krey laut Amtsangaben nach Onnen reisen"
        const auto phrase = noun_phrase(text_, from, i);
        if (!phrase || end_with_place(phrase->items.last, i) != i) continue;
        SourcePhrase found{{from, i + 1}, {}, {from, i}, i};
        const std::uint32_t noun = source_noun_in(phrase->items);
        return noun == 0 ? found : split(found, noun);
    }
    return std::nullopt;
}

bool SourcePhrases::is_source_preposition(std::uint32_t i) const {
    return item(i).is_word() && !item(i).capital && item(i).is(source_before);
}

bool SourcePhrases::stands_before_source(std::uint32_t at) const {
    if (!is_source_noun(item(at + 1)) || !item(at).is_word() || item(at).is(determiner) || item(at).is(own)) return false;
    if (std::any_of(text_.items.begin() + range_.first, text_.items.begin() + at, is_finite)) return false;  // "hat Onnen amtlichen"
    if (item(at).capital) return at > range_.first && !text_.words(item(at)).ends_with('s') && !is_dative_adjective(at);
    return at > range_.first && item(at - 1).is_word() && item(at - 1).capital && !item(at - 1).is(determiner);
}

std::uint32_t SourcePhrases::end_with_place(std::uint32_t end, std::uint32_t last) const {
    if (end + 1 >= last || !item(end).is_word() || !item(end).is(preposition)) return end;
    const auto place = noun_phrase(text_, end + 1, last);
    return place ? place->items.last : end;
}

bool SourcePhrases::is_dative_adjective(std::uint32_t i) const {
    const std::string_view word = text_.words(item(i));
    const bool joined = i > range_.first && is_finite(item(i - 1)) && i + 2 < range_.last && !item(i + 1).capital &&
                        is_dative_adjective(i + 1);  // "waren offiziellen dänischen Angaben"
    return i + 1 < range_.last && (item(i + 1).capital || joined) && (item(i).classes == 0 || item(i).is(own)) &&
           (word.ends_with("en") || word.ends_with("er") || word.ends_with("em"));
}

}  // namespace depesche
