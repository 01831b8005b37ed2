// A paper is told something, or tells. Handled: "sagte er am Montag dem Spiegel". Not handled: "im Spiegel" alone, which may be a mirror.
// Test: NameEntities.PapersNamedLikeThingsAreOrganisations.
#include "marks/name_media.h"

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t most_before = 6;  // words between the verb and the paper

std::string_view piece(std::string_view text, const Word& word) { return text.substr(word.span.begin, word.span.size()); }

bool tells(std::string_view text, const Word& word, const NameWords& words) {
    return word.kind == WordKind::word && !word.capital && words.telling.contains(piece(text, word));
}

}  // namespace

bool is_medium_here(std::string_view text, const Tokens& tokens, const NameWords& words, std::uint32_t i) {
    if (i == 0 || !words.noun_media.contains(piece(text, tokens.words[i]))) return false;
    const std::uint32_t sentence = tokens.words[i].sentence;
    const Word& article = tokens.words[i - 1];
    if (article.sentence != sentence || article.capital || !words.articles.contains(piece(text, article))) return false;
    if (i + 1 < tokens.words.size() && tokens.words[i + 1].sentence == sentence && tells(text, tokens.words[i + 1], words)) return true;
    if (i < 2) return false;
    const Word& last = tokens.words[i - 2];  // "schrieb er in einer Zeit" has a preposition here
    if (!last.capital && !tells(text, last, words) && !words.tellers.contains(piece(text, last))) return false;
    for (std::uint32_t back = 2; back <= most_before && back <= i; ++back) {
        const Word& before = tokens.words[i - back];
        if (before.sentence != sentence || before.kind == WordKind::mark) return false;  // "er sagte, der Stern …"
        if (tells(text, before, words)) return true;
    }
    return false;
}

}  // namespace depesche
