#include "marks/quote_gender.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {

using enum WordClass;

bool agree(Gender left, Gender right) { return left == Gender::unknown || right == Gender::unknown || left == right; }

std::string_view SpeakerWords::word(std::uint32_t index) const { return text_.words(text_.text->tokens.words[index].span); }

bool SpeakerWords::has(std::uint32_t index, WordClass c) const {
    const WordEntry* found = text_.lexicon->find(to_lower(word(index)));
    return found != nullptr && (found->classes & bit(c)) != 0;
}

bool SpeakerWords::begins_sentence(std::uint32_t at) const {
    const Tokens& tokens = text_.text->tokens;
    const std::uint32_t index = tokens.word_at(at);
    if (index >= tokens.words.size()) return false;
    const std::uint32_t first = tokens.sentences[tokens.words[index].sentence].first_word;
    if (index - first > 4) return false;
    return !std::ranges::any_of(tokens.words.begin() + first, tokens.words.begin() + index, [&](const Word& w) {
        return w.kind == WordKind::mark || (!w.capital && !text_.lexicon->find(text_.words(w.span)));
    });
}

Gender SpeakerWords::gender_before(std::uint32_t at) const {
    const Tokens& tokens = text_.text->tokens;
    const std::uint32_t index = tokens.word_at(at);
    if (index == 0 || index >= tokens.words.size()) return Gender::unknown;
    const Word& role = tokens.words[index - 1];
    if (role.sentence != tokens.words[index].sentence || role.kind != WordKind::word) return Gender::unknown;
    if (!role.capital || has(index - 1, determiner) || has(index - 1, preposition) || has(index - 1, adverb)) return Gender::unknown;
    return gender_of_noun(index - 1);
}

Gender SpeakerWords::gender_of_name(std::string_view name) const {
    const std::size_t blank = name.find(' ');
    if (blank == std::string_view::npos) return Gender::unknown;
    const std::string_view given = name.substr(0, std::min(blank, name.find('-')));
    const char sex = text_.lexicon->sex_of_given_name(to_lower(given));
    return sex == 'f' ? Gender::feminine : sex == 'm' ? Gender::masculine : Gender::unknown;
}

Gender SpeakerWords::gender_of_noun(std::uint32_t index) const {
    if (text_.lexicon->ends_feminine(word(index))) return Gender::feminine;
    const Tokens& tokens = text_.text->tokens;
    const bool article = index > 0 && tokens.words[index - 1].sentence == tokens.words[index].sentence;
    if (article && has(index - 1, feminine) && !has(index - 1, masculine)) return Gender::feminine;
    return Gender::masculine;
}

}  // namespace depesche
