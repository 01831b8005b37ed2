// What the words for a speaker are: a name, a pronoun, a role, and who of the text has the role.
#include "base/utf8.h"
#include "marks/quote_speaker_resolver.h"

namespace depesche {

using enum WordClass;

SpeakerResolver::Described SpeakerResolver::designation_of(Span who, const Quote& quote) const {
    const Tokens& tokens = text_.text->tokens;
    const std::uint32_t first = tokens.word_at(who.begin);
    std::uint32_t last = first;
    while (last < tokens.words.size() && tokens.words[last].span.end <= who.end) ++last;
    if (last == first) return {};
    if (last - first == 1 && words_.has(first, personal)) {
        if (words_.has(first, plural_too) && is_plural(quote)) return {};
        return {Designation::pronoun, words_.has(first, feminine_pronoun) ? Gender::feminine : Gender::masculine};
    }
    const bool words_of = words_.has(last - 1, source_noun);  // "seinen Worten", not "seinem Sprecher"
    if (words_.has(first, possessive) && words_of)
        return {Designation::pronoun, words_.has(first, feminine_pronoun) ? Gender::feminine : Gender::masculine};
    const bool subject = words_.has(first, nominative) || quote.cited;  // "zitiert den Machthaber"
    const bool definite = words_.has(first, determiner) && subject && !words_.has(first, indefinite) && !words_.has(first, possessive);
    const std::uint32_t noun = last - 1;
    const bool short_role = last - first <= 3 && (tokens.words[noun].capital || !is_letter_first(words_.word(noun)));
    if (!definite || !short_role) return {};
    const bool female = words_.has(first, feminine) && !words_.has(first, masculine);
    if (female && is_plural(quote)) return {};  // "vereinbarten die Minister"
    return {Designation::role, female ? Gender::feminine : Gender::masculine};
}

bool SpeakerResolver::is_letter_first(std::string_view w) {
    std::size_t at = 0;
    return !w.empty() && is_letter(next_code_point(w, at));
}

bool SpeakerResolver::is_plural(const Quote& quote) const {
    if (quote.cue.empty()) return false;
    const std::string_view cue = text_.words(quote.cue.front());
    return cue.ends_with("en");
}

std::optional<std::uint32_t> SpeakerResolver::by_role(Span who, Gender gender) {
    const std::string_view words = text_.words(who);
    const std::size_t blank = words.rfind(' ');
    const std::string noun = fold(blank == std::string_view::npos ? words : words.substr(blank + 1));
    const std::uint32_t passage = passage_at(who.begin);
    const std::size_t end = mentions_before(who.begin);
    const NamedPerson* holder = nullptr;
    for (std::size_t i = end; i-- > 0;) {
        const NamedPerson& mention = mentions_[i];
        if (mention.passage + 2 * passages_back < passage || end - i > mentions_back * 4) break;
        if (!roles_.has_role(marks_.entities[mention.entity], noun)) continue;
        if (!holder) holder = &mention;
        if (holder->entity != mention.entity && holder->passage != passage) return std::nullopt;  // two have it
    }
    if (holder != nullptr) {
        const bool open = outspoken(*holder, passage) || (holder->passage != passage && roles_.is_shared_role(noun)) ||
                          roles_.is_contested(holder->entity, noun);
        return open ? std::nullopt : std::optional(holder->entity);
    }
    const std::string_view last_word = blank == std::string_view::npos ? words : words.substr(blank + 1);
    if (const auto aged = roles_.bearer_of_age(last_word)) return *aged;
    if (const auto alike = roles_.bearer_by_first_part(last_word)) return alike;
    const bool person_word = text_.lexicon->ends_personal(words) || !is_letter_first(last_word);  // "die Forscherin", "der 61-Jährige"
    return person_word ? antecedent(who.begin, gender) : std::nullopt;
}

bool SpeakerResolver::outspoken(const NamedPerson& holder, std::uint32_t passage) const {
    return spoke_ && spoke_->entity != holder.entity && spoke_->passage > holder.passage && holder.passage != passage;
}

}  // namespace depesche
