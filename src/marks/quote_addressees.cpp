#include "marks/quote_addressees.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace depesche {
namespace {

using enum WordClass;

const WordEntry* entry_of(const QuoteText& text, const Word& word) { return text.lexicon->find(to_lower(text.words(word.span))); }

bool is_in(const QuoteText& text, const Word& word, WordClass c) {
    const WordEntry* entry = entry_of(text, word);
    return entry != nullptr && (entry->classes & bit(c)) != 0;
}

// "Fischer", "Fischern", "Ärztinnen", "Kreistag"
bool is_personal(const QuoteText& text, std::string_view noun) {
    const QuoteLexicon& lexicon = *text.lexicon;
    if (lexicon.ends_personal(noun) || lexicon.ends_as_group(to_lower(noun))) return true;
    for (const std::string_view ending : {"n", "en", "nen", "s"}) {
        if (noun.size() > ending.size() + 2 && noun.ends_with(ending) && lexicon.ends_personal(noun.substr(0, noun.size() - ending.size())))
            return true;
    }
    return false;
}

// The first name that begins within the span; nullptr when none does.
const Name* name_within(const Marks& marks, Span span) {
    const auto it = std::ranges::partition_point(marks.names, [&](const Name& n) { return n.span.end <= span.begin; });
    return it != marks.names.end() && it->span.begin < span.end ? &*it : nullptr;
}

// Without a known name: two capitals side by side, a pronoun or other word in small letters only, or a word for people.
bool is_somebody(const QuoteText& text, Span span) {
    const Tokens& tokens = text.text->tokens;
    std::uint32_t capitals = 0;
    bool noun = false;
    for (std::size_t w = tokens.word_at(span.begin); w < tokens.words.size() && tokens.words[w].span.end <= span.end; ++w) {
        const Word& word = tokens.words[w];
        capitals = word.kind == WordKind::word && word.capital ? capitals + 1 : 0;
        noun = noun || capitals > 0;
        if (capitals > 1 || (capitals > 0 && is_personal(text, text.words(word.span)))) return true;
    }
    return !noun;
}

// "den Reeder Tjark Onnen bei seiner Ankunft": where a preposition follows the person's name, the name is the end.
Span ended_at_name(const QuoteText& text, Span span, const Name& name) {
    const Tokens& tokens = text.text->tokens;
    if (name.kind != NameKind::person || name.span.end >= span.end) return span;
    const std::size_t next = tokens.word_at(name.span.end);
    for (std::size_t w = next; w < tokens.words.size() && tokens.words[w].span.begin < span.end; ++w) {
        if (tokens.words[w].span.begin < name.span.end) continue;
        if (is_in(text, tokens.words[w], preposition)) return {span.begin, name.span.end};
        break;
    }
    return span;
}

}  // namespace

void tidy_addressees(Quote& quote, const QuoteText& text, const Marks& marks) {
    std::erase_if(quote.addressee, [&](Span span) { return name_within(marks, span) == nullptr && !is_somebody(text, span); });
    for (Span& span : quote.addressee) {
        if (const Name* name = name_within(marks, span)) span = ended_at_name(text, span, *name);
    }
}

}  // namespace depesche
