#include "marks/quote_phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "marks/genitive_mark.h"
#include "marks/quote_said.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr std::uint32_t longest_phrase = 40;  // items

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

// Words that may be a head: with a capital, but no sentence-initial adverb, preposition or conjunction.
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

bool is_pronoun(const Item& item) { return item.is_word() && item.is(pronoun); }

// A parser that walks from `at` to `last` and never back over more than one phrase.
class PhraseParser {
public:
    PhraseParser(const QuoteText& text, std::uint32_t from, std::uint32_t last)
        : text_(text), from_(from), last_(std::min(last, from + longest_phrase)), at_(from) {}

    std::optional<Phrase> run() {
        if (!core()) return lone_pronoun();
        attributes();
        return Phrase{{from_, at_}, name_};
    }

private:
    [[nodiscard]] bool more() const { return at_ < last_; }
    [[nodiscard]] const Item& item() const { return text_.items[at_]; }
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    std::optional<Phrase> lone_pronoun() {
        if (from_ >= last_ || !is_pronoun(item(from_))) return std::nullopt;
        at_ = from_ + 1;
        const bool of_group = item(from_).is(determiner) && more() && item().is(genitive) && item().is(determiner);  // "einer der Zeugen"
        if (of_group && !core()) at_ = from_ + 1;
        return Phrase{{from_, at_}, false};
    }

    // Determiner, adjectives, head with names and brackets. False, and at_ undefined, when there is no head.
    bool core() {
        const std::uint32_t begin = at_;
        while (more() && item().is_word() && item().is(determiner) && at_ < begin + 3) ++at_;
        inserted(begin);
        std::uint32_t adjectives = 0;
        while (more() && adjectives < 6 &&
               (is_adjective_like(item()) || is_noun_behind_article(begin) || joins_adjectives(begin) || is_adverb_inside(begin) ||
                is_measured_adjective())) {
            ++at_;
            ++adjectives;
        }
        if (!more() || !is_head(item()))
            return adjectives > 0 && item(at_ - 1).is_word() && (text_.lexicon->small_nouns() || is_small_name(begin));
        heads();
        return true;
    }

    // "the report", "her claim": where nouns are small, a word right behind an article is none of the verbs it may be elsewhere.
    [[nodiscard]] bool is_noun_behind_article(std::uint32_t begin) const {
        return text_.lexicon->small_nouns() && at_ > begin && item(at_ - 1).is(determiner) && !item(at_ - 1).is(pronoun) &&
               item().is_word() && !item().capital && !is_function_word(item());
    }

    // "Die taz vermutet": one small word behind an article that ends as no adjective does, and a verb behind it.
    [[nodiscard]] bool is_small_name(std::uint32_t begin) const {
        const Item& name = item(at_ - 1);
        if (at_ != begin + 2 || !item(begin).is(determiner) || name.classes != 0 || name.unusual || (more() && !has_finite_reading(item())))
            return false;
        const std::string_view word = text_.words(name);
        return !word.ends_with("e") && !word.ends_with("en") && !word.ends_with("er") && !word.ends_with("es") && !word.ends_with("em");
    }

    // "die in Ossenfleth geborene Forscherin": a phrase with a preposition before the adjective. Stays when none is there.
    void inserted(std::uint32_t begin) {
        if (at_ == begin || !more() || !item().is_word() || !item().is(preposition)) return;
        std::uint32_t i = at_ + 1;
        while (i < last_ && i < at_ + 12 &&
               (is_head(item(i)) || item(i).is(determiner) || item(i).is(preposition) || item(i).kind == ItemKind::number ||
                (is_adjective_like(item(i)) && i + 1 < last_ && is_head(item(i + 1)) && item(i - 1).is(preposition))))
            ++i;
        if (i > at_ + 1 && !item(i - 1).is(preposition) && !item(i - 1).is(determiner) && i + 1 < last_ && is_adjective_like(item(i)) &&
            !item(i).is(name_particle))
            at_ = i;
    }

    // "seit langem geplante und umstrittene", "so genannten": only behind the phrase's first word.
    [[nodiscard]] bool joins_adjectives(std::uint32_t begin) const {
        return at_ > begin && item().is_word() && (item().is(conjunction_and) || item().is(so)) && at_ + 1 < last_ &&
               is_adjective_like(item(at_ + 1));
    }

    // "der erst kürzlich ernannte Bischof": between an article and an adjective.
    [[nodiscard]] bool is_adverb_inside(std::uint32_t begin) const {
        if (at_ == begin || !item().is_word() || item().capital || !item().is(adverb) || item().is(determiner)) return false;
        std::uint32_t i = at_ + 1;
        while (i < last_ && i < at_ + 3 && item(i).is_word() && !item(i).capital && item(i).is(adverb)) ++i;
        return i + 1 < last_ && is_adjective_like(item(i)) && item(i).is_word() && is_head(item(i + 1));
    }

    // "die 64-jährige deutsche Kanzlerin"
    [[nodiscard]] bool is_measured_adjective() const {
        const std::string_view word = item().is_word() && item().unusual ? text_.words(item()) : std::string_view{};
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size() || at_ + 1 >= last_) return false;
        const bool digits = word[0] >= '0' && word[0] <= '9';
        return digits && !begins_upper(word.substr(hyphen + 1)) && (is_head(item(at_ + 1)) || is_adjective_like(item(at_ + 1)));
    }

    void heads() {
        std::uint32_t capitals = 0;
        while (more()) {
            if (item().kind == ItemKind::quoted && at_ > from_ && item(at_ - 1).is(source_noun)) break;  // "laut Zeugenangaben „Feuer“"
            if (capitals == 0 && at_ > from_ && item(at_ - 1).kind == ItemKind::quoted && item().is_word()) break;  // "die „Küste“ Krey"
            if ((is_head(item()) && !is_said(item())) || item().kind == ItemKind::bracket) {
                if (item().is_word()) ++capitals;
                ++at_;
            } else if (capitals > 0 && party_of_two_names()) {
                at_ += 2;
                if (item().is_word() && item().is(determiner)) ++at_;
            } else if (capitals > 0 && item().kind == ItemKind::mark && text_.words(item()) == "-") {
                ++at_;  // "Journalistinnen- und"
            } else if (capitals > 0 && item().kind == ItemKind::number && belongs_to_name()) {
                ++at_;
            } else if (capitals > 0 && initial_follows()) {
                at_ += 1;
            } else if (const std::uint32_t name = capitals > 0 ? behind_name_particles() : at_; name > at_) {
                at_ = name;
            } else if (const std::uint32_t small = capitals > 0 ? behind_small_nouns() : at_; small > at_) {
                at_ = small;
            } else {
                break;
            }
        }
        name_ = name_ || capitals >= 2;
    }

    // "Liste 40/Die Blauen": a number and a slash between two halves of a name.
    [[nodiscard]] bool party_of_two_names() const {
        if (item().kind != ItemKind::number || at_ + 2 >= last_ || text_.words(item(at_ + 1)) != "/") return false;
        const Item& behind = item(at_ + 2);
        return is_head(behind) ||
               (behind.is_word() && behind.capital && behind.is(determiner) && at_ + 3 < last_ && is_head(item(at_ + 3)));
    }

    // "vom Sommer 2011", "der Trainer von Ossen 04 Fleth"
    [[nodiscard]] bool belongs_to_name() const {
        if (item(at_ - 1).is(weekday)) return item().span.size() == 4;
        return text_.words(item()).starts_with('0');
    }

    // Quoted words that are no name: more than five, or beginning small.
    [[nodiscard]] bool is_said(const Item& it) const {
        if (it.kind != ItemKind::quoted) return false;
        const bool determined = at_ > from_ && item(at_ - 1).is_word() && item(at_ - 1).is(determiner);
        if (determined && item(at_ - 1).is(genitive) && words_in(text_, it) <= 3) return false;  // "Vertreter der „küste ag“"
        return words_in(text_, it) > (determined ? 8U : 5U) || !begins_upper(trim(text_.words(text_.stretches[it.quoted].inner)));
    }

    // "Daniel K. Inouye": the dot behind a single letter.
    [[nodiscard]] bool initial_follows() const {
        return item().kind == ItemKind::mark && text_.words(item()) == "." && at_ > from_ && item(at_ - 1).span.size() <= 4 &&
               at_ + 1 < last_ && item(at_ + 1).kind != ItemKind::quoted && is_head(item(at_ + 1));
    }

    // Behind "von der" before a further name; at_ when there is none.
    [[nodiscard]] std::uint32_t behind_name_particles() const {
        std::uint32_t i = at_;
        while (i < last_ && i < at_ + 3 && item(i).is_word() && !item(i).capital && item(i).is(name_particle)) ++i;
        return i > at_ && i < last_ && is_head(item(i)) && !item(at_).is(determiner) ? i : at_;
    }

    // Where nouns are small: behind "father" of "Rohan's father", "president" of "Supreme Court president Baroness Hale", "finance critic"
    // of "Conservative finance critic Falk"; at_ when none go on.
    [[nodiscard]] std::uint32_t behind_small_nouns() const {
        constexpr std::uint32_t most_owned = 3;
        constexpr std::uint32_t most_between = 1;
        if (!text_.lexicon->small_nouns()) return at_;
        const bool owned = item(at_ - 1).is_word() && genitive_mark_length(text_.words(item(at_ - 1))) > 0;
        std::uint32_t i = at_;
        while (i < last_ && i <= at_ + most_owned && item(i).is_word() && is_adjective_like(item(i))) {
            const bool personal = text_.lexicon->ends_personal(text_.words(item(i)));
            ++i;
            if (personal) return i;
            const Item& first = item(at_ - 1);
            const bool role_goes_on = first.is_word() && !first.capital && i < last_ && is_head(item(i));
            if (role_goes_on) return i;  // "Former chief whip Mark Harrow"
            if (!owned && (i > at_ + most_between || text_.words(item(i - 1)).ends_with("ed"))) return at_;
        }
        return owned ? std::min(i, at_ + most_owned) : at_;
    }

    void attributes() {
        for (int count = 0; count < 6 && more(); ++count) {
            const std::uint32_t before = at_;
            if (!attribute()) {
                at_ = before;
                return;
            }
        }
    }

    bool attribute() {
        const Item& next = item();
        if (!next.is_word()) return false;
        const bool office = item(from_).is(determiner) && item(from_).is(demonstrative);  // "das Auswärtige Amt der Republik"
        if (is_nominative_article()) return false;
        if (next.is(genitive) && next.is(determiner) && !next.capital) return (office || !(name_ && next.is(dative))) && core();
        if (next.is(attributive_behind) && !next.capital) {
            ++at_;
            return core();
        }
        if (stands_in_place()) {
            at_ += 2;
            return true;
        }
        if (!name_ && is_adjective_like(next) && text_.words(next).ends_with("er") && at_ + 1 < last_ && is_head(item(at_ + 1)))
            return core();
        if (next.is(conjunction_and)) {
            ++at_;
            if (more() && item().is(adverb)) ++at_;
            return core();
        }
        return false;
    }

    // "laut Hafenamt der gesamte Vorrat": behind an article that may be a genitive's the adjective's ending tells that it is none.
    [[nodiscard]] bool is_nominative_article() const {
        if (at_ + 2 >= last_ || !item().is(genitive) || !item().is(nominative) || !item().is(masculine)) return false;
        const Item& adjective = item(at_ + 1);
        return adjective.is_word() && !adjective.capital && adjective.classes == 0 && text_.words(adjective).ends_with('e') &&
               is_head(item(at_ + 2)) && !text_.lexicon->ends_abstract(text_.words(item(at_ + 2)));
    }

    // "die Polizei in Ossenfleth", where no person is named that might rather be there: "sagte Krey in Ossenfleth".
    [[nodiscard]] bool stands_in_place() const {
        const Item& before = item(at_ - 1);
        if (name_ || at_ + 1 >= last_ || item().capital || !text_.lexicon->is_place_preposition(text_.words(item()))) return false;
        const Item& place = item(at_ + 1);
        const bool group = before.is_word() && before.capital && !text_.lexicon->ends_personal(text_.words(before)) && at_ > from_ + 1;
        return group && place.is_word() && place.capital && place.classes == 0 && (at_ + 2 == last_ || !is_head(item(at_ + 2)));
    }

    const QuoteText& text_;
    std::uint32_t from_;
    std::uint32_t last_;
    std::uint32_t at_;
    bool name_ = false;
};

// Behind a phrase with a preposition; `at` when none begins there.
std::uint32_t past_prepositional(const QuoteText& text, std::uint32_t at, std::uint32_t last) {
    if (!text.items[at].is(preposition) || at + 1 >= last) return at;
    const auto phrase = noun_phrase(text, at + 1, last);
    if (phrase) return phrase->items.last;
    return at + 1 < last && text.items[at + 1].kind == ItemKind::number ? at + 2 : at;
}

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

std::optional<Phrase> noun_phrase(const QuoteText& text, std::uint32_t from, std::uint32_t last) {
    return PhraseParser(text, from, last).run();
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
