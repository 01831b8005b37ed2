// The parser of noun phrases.
#include <algorithm>

#include "base/utf8.h"
#include "marks/genitive_mark.h"
#include "marks/quote_phrase_words.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"

namespace depesche {
namespace {

using enum WordClass;

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

}  // namespace

std::optional<Phrase> noun_phrase(const QuoteText& text, std::uint32_t from, std::uint32_t last) {
    return PhraseParser(text, from, last).run();
}

}  // namespace depesche
