// The parser of noun phrases.
#include "marks/quote_phrase_parser.h"
#include "marks/quote_said.h"

namespace depesche {

using enum WordClass;

namespace {

bool is_pronoun(const Item& item) { return item.is_word() && item.is(pronoun); }

}  // namespace

std::optional<Phrase> PhraseParser::run() {
    if (!core()) return lone_pronoun();
    attributes();
    return Phrase{{from_, at_}, name_};
}

std::optional<Phrase> PhraseParser::lone_pronoun() {
    if (from_ >= last_ || !is_pronoun(item(from_))) return std::nullopt;
    at_ = from_ + 1;
    const bool of_group = item(from_).is(determiner) && more() && item().is(genitive) && item().is(determiner);  // "einer der Zeugen"
    if (of_group && !core()) at_ = from_ + 1;
    return Phrase{{from_, at_}, false};
}

bool PhraseParser::core() {
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

bool PhraseParser::is_noun_behind_article(std::uint32_t begin) const {
    return text_.lexicon->small_nouns() && at_ > begin && item(at_ - 1).is(determiner) && !item(at_ - 1).is(pronoun) && item().is_word() &&
           !item().capital && !is_function_word(item());
}

bool PhraseParser::is_small_name(std::uint32_t begin) const {
    const Item& name = item(at_ - 1);
    if (at_ != begin + 2 || !item(begin).is(determiner) || name.classes != 0 || name.unusual || (more() && !has_finite_reading(item())))
        return false;
    const std::string_view word = text_.words(name);
    return !word.ends_with("e") && !word.ends_with("en") && !word.ends_with("er") && !word.ends_with("es") && !word.ends_with("em");
}

void PhraseParser::inserted(std::uint32_t begin) {
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

bool PhraseParser::joins_adjectives(std::uint32_t begin) const {
    return at_ > begin && item().is_word() && (item().is(conjunction_and) || item().is(so)) && at_ + 1 < last_ &&
           is_adjective_like(item(at_ + 1));
}

bool PhraseParser::is_adverb_inside(std::uint32_t begin) const {
    if (at_ == begin || !item().is_word() || item().capital || !item().is(adverb) || item().is(determiner)) return false;
    std::uint32_t i = at_ + 1;
    while (i < last_ && i < at_ + 3 && item(i).is_word() && !item(i).capital && item(i).is(adverb)) ++i;
    return i + 1 < last_ && is_adjective_like(item(i)) && item(i).is_word() && is_head(item(i + 1));
}

bool PhraseParser::is_measured_adjective() const {
    const std::string_view word = item().is_word() && item().unusual ? text_.words(item()) : std::string_view{};
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size() || at_ + 1 >= last_) return false;
    const bool digits = word[0] >= '0' && word[0] <= '9';
    return digits && !begins_upper(word.substr(hyphen + 1)) && (is_head(item(at_ + 1)) || is_adjective_like(item(at_ + 1)));
}

void PhraseParser::attributes() {
    for (int count = 0; count < 6 && more(); ++count) {
        const std::uint32_t before = at_;
        if (!attribute()) {
            at_ = before;
            return;
        }
    }
}

bool PhraseParser::attribute() {
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
    if (!name_ && is_adjective_like(next) && text_.words(next).ends_with("er") && at_ + 1 < last_ && is_head(item(at_ + 1))) return core();
    if (next.is(conjunction_and)) {
        ++at_;
        if (more() && item().is(adverb)) ++at_;
        return core();
    }
    return false;
}

bool PhraseParser::is_nominative_article() const {
    if (at_ + 2 >= last_ || !item().is(genitive) || !item().is(nominative) || !item().is(masculine)) return false;
    const Item& adjective = item(at_ + 1);
    return adjective.is_word() && !adjective.capital && adjective.classes == 0 && text_.words(adjective).ends_with('e') &&
           is_head(item(at_ + 2)) && !text_.lexicon->ends_abstract(text_.words(item(at_ + 2)));
}

bool PhraseParser::stands_in_place() const {
    const Item& before = item(at_ - 1);
    if (name_ || at_ + 1 >= last_ || item().capital || !text_.lexicon->is_place_preposition(text_.words(item()))) return false;
    const Item& place = item(at_ + 1);
    const bool group = before.is_word() && before.capital && !text_.lexicon->ends_personal(text_.words(before)) && at_ > from_ + 1;
    return group && place.is_word() && place.capital && place.classes == 0 && (at_ + 2 == last_ || !is_head(item(at_ + 2)));
}

std::optional<Phrase> noun_phrase(const QuoteText& text, std::uint32_t from, std::uint32_t last) {
    return PhraseParser(text, from, last).run();
}

}  // namespace depesche
