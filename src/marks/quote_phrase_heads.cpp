// The heads of a noun phrase: nouns and names side by side, and what belongs to a name.
#include "base/utf8.h"
#include "marks/genitive_mark.h"
#include "marks/quote_phrase_parser.h"
#include "marks/quote_said.h"

namespace depesche {

using enum WordClass;

void PhraseParser::heads() {
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

bool PhraseParser::party_of_two_names() const {
    if (item().kind != ItemKind::number || at_ + 2 >= last_ || text_.words(item(at_ + 1)) != "/") return false;
    const Item& behind = item(at_ + 2);
    return is_head(behind) || (behind.is_word() && behind.capital && behind.is(determiner) && at_ + 3 < last_ && is_head(item(at_ + 3)));
}

bool PhraseParser::belongs_to_name() const {
    if (item(at_ - 1).is(weekday)) return item().span.size() == 4;
    return text_.words(item()).starts_with('0');
}

bool PhraseParser::is_said(const Item& it) const {
    if (it.kind != ItemKind::quoted) return false;
    const bool determined = at_ > from_ && item(at_ - 1).is_word() && item(at_ - 1).is(determiner);
    if (determined && item(at_ - 1).is(genitive) && words_in(text_, it) <= 3) return false;  // "Vertreter der „küste ag“"
    return words_in(text_, it) > (determined ? 8U : 5U) || !begins_upper(trim(text_.words(text_.stretches[it.quoted].inner)));
}

bool PhraseParser::initial_follows() const {
    return item().kind == ItemKind::mark && text_.words(item()) == "." && at_ > from_ && item(at_ - 1).span.size() <= 4 &&
           at_ + 1 < last_ && item(at_ + 1).kind != ItemKind::quoted && is_head(item(at_ + 1));
}

std::uint32_t PhraseParser::behind_name_particles() const {
    std::uint32_t i = at_;
    while (i < last_ && i < at_ + 3 && item(i).is_word() && !item(i).capital && item(i).is(name_particle)) ++i;
    return i > at_ && i < last_ && is_head(item(i)) && !item(at_).is(determiner) ? i : at_;
}

std::uint32_t PhraseParser::behind_small_nouns() const {
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

}  // namespace depesche
