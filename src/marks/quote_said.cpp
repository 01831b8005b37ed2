#include "marks/quote_said.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "marks/quote_content.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr std::uint32_t sentence_words = 3;  // a whole sentence in marks has at least as many
constexpr std::uint32_t said_words = 4;      // so many that begin small are no title: "in dem Gesetz „kein Hindernis für den Handel“"
constexpr std::uint32_t colon_words = 5;     // so many behind a colon are said
constexpr std::uint32_t name_words = 4;      // a name has hardly more
constexpr std::uint32_t long_words = 6;      // so many quoted words are hardly a name

std::string_view inner(const QuoteText& text, const Item& quoted) { return trim(text.words(text.stretches[quoted.quoted].inner)); }

bool ends_sentence(std::string_view words) {
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?') || words.ends_with("…");
}

bool begins_lower(std::string_view words) {
    std::size_t at = 0;
    const char32_t first = words.empty() ? 0 : next_code_point(words, at);
    return is_letter(first) && !is_upper(first);
}

bool is_after_title_noun(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    if (at == frame.items.first) return false;
    const Item& before = text.items[at - 1];
    if (before.kind == ItemKind::quoted) return at >= 2 && is_after_title_noun(text, frame, at - 1);
    if (before.kind == ItemKind::mark || before.is(listing)) return false;  // "zum Beispiel" is no "Spiel"
    return before.is(title_noun) || before.is(media_noun) || before.is(named);
}

// "mit der Parole „…“", "Sprüche wie „…“"
bool is_slogan(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    for (std::uint32_t i = at; i > frame.items.first && at - i < 6; --i) {
        const Item& before = text.items[i - 1];
        if (before.is_word() && before.capital && before.is(slogan)) return true;
        if (before.is_word() && before.capital && i > frame.items.first + 1 && !text.items[i - 2].is(preposition)) return false;
        if (!before.is_word() && before.kind != ItemKind::quoted) return false;
    }
    return false;
}

// Two words or more that begin small and stand where a writer's own would: "von „tiefer Besorgnis“". Behind a noun or
// "der", "die", "das" they are rather a name.
bool is_fragment(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    if (frame.heading || at == frame.items.first || begins_upper(inner(text, text.items[at])) || words_in(text, text.items[at]) < 2)
        return false;
    const Item& before = text.items[at - 1];
    if (!before.is_word()) return before.mark == ',';
    const bool definite = before.is(determiner) && !before.is(indefinite);
    const bool noun = before.capital && !before.is(determiner);
    return !noun && !definite && !before.is(how) && !before.is(named);
}

// "„Regelfall um Jahre verschoben“", "„Ich habe fertig“": no thing is called so.
bool reads_like_speech(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    const std::uint32_t count = words_in(text, text.items[at]);
    if (count < sentence_words || text.lexicon->small_nouns() || is_after_title_noun(text, frame, at)) return false;
    const std::string_view words = inner(text, text.items[at]);
    const WordEntry* first = text.lexicon->find(to_lower(words.substr(0, words.find(' '))));
    if (first != nullptr && (first->classes & bit(subject_pronoun)) != 0 && (first->classes & bit(anybody)) == 0) return true;
    const std::size_t blank = words.rfind(' ');
    const std::string_view last = words.substr(blank == std::string_view::npos ? 0 : blank + 1);
    return count >= said_words && begins_lower(last) && last.size() > 4 && last.ends_with("en");  // no film's "… für sich allein"
}

// „A“, „B“ und „C“: a name when the one before is.
bool in_list_of_names(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    for (std::uint32_t steps = 0; steps < 12 && at >= frame.items.first + 2; ++steps) {
        const Item& joint = text.items[at - 1];
        if (joint.mark != ',' && !(joint.is_word() && joint.is(conjunction_and))) return false;
        if (text.items[at - 2].kind != ItemKind::quoted) return false;
        at -= 2;
        if (is_after_title_noun(text, frame, at) ||
            (at > frame.items.first && text.items[at - 1].is_word() && text.items[at - 1].is(listing)))
            return true;
    }
    return false;
}

// "… stand auf einem Laken", "war auf Schildern zu lesen"
bool is_written(const QuoteText& text, const Frame& frame) {
    for (std::uint32_t i = frame.items.first; i < frame.items.last; ++i) {
        if (text.items[i].is_word() && text.items[i].is(written)) return true;
    }
    return false;
}

// "„Guten Tag, da bin ich wieder“, mit diesen Worten …", or nothing else in the frame.
bool opens_frame(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    if (at != frame.items.first || frame.heading) return false;
    return at + 1 == frame.items.last || text.items[at + 1].kind == ItemKind::mark;
}

// "Wie könnte er auch anders": the writer asks, nobody is reported to.
bool asks(const Item& first) { return first.is_word() && (first.is(question) || first.is(how)); }

}  // namespace

std::uint32_t words_in(const QuoteText& text, const Item& quoted) {
    const Tokens& tokens = text.text->tokens;
    const Span span = text.stretches[quoted.quoted].inner;
    constexpr std::uint32_t most = 16;
    std::uint32_t count = 0;
    for (std::size_t w = tokens.word_at(span.begin); w < tokens.words.size() && tokens.words[w].span.begin < span.end && count < most;
         ++w) {
        if (tokens.words[w].kind != WordKind::mark) ++count;
    }
    return count;
}

bool is_name_in_marks(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    const std::string_view words = inner(text, text.items[at]);
    if (is_after_title_noun(text, frame, at)) return !begins_lower(words) || words_in(text, text.items[at]) < said_words;
    if (at == frame.items.first || !begins_upper(words)) return false;
    const Item& before = text.items[at - 1];
    const std::uint32_t count = words_in(text, text.items[at]);
    if (is_slogan(text, frame, at)) return false;
    if (before.is_word() && before.is(listing)) return !ends_sentence(words);
    if (in_list_of_names(text, frame, at)) return !ends_sentence(words);
    if (count > long_words) return false;
    if (before.is_word() && before.is(determiner)) return !before.is(indefinite);
    return count <= name_words && before.is_word() && before.capital && before.classes == 0 && at > frame.items.first + 1 &&
           !ends_sentence(words);
}

bool is_abstract_noun(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    const std::string_view words = inner(text, text.items[at]);
    const std::size_t blank = words.find(' ');
    if (blank != std::string_view::npos && !begins_lower(words.substr(blank + 1))) return false;  // "Fédération Internationale"
    const std::string noun = to_lower(words.substr(0, blank));
    const ClassSet named = bit(title_noun) | bit(media_noun);
    return begins_upper(words) && text.lexicon->ends_abstract(noun) && (text.lexicon->classes_by_end(noun) & named) == 0 &&
           !is_after_title_noun(text, frame, at) && !in_list_of_names(text, frame, at);
}

bool is_utterance(const QuoteText& text, const Frame& frame, std::uint32_t at) {
    if (is_name_in_marks(text, frame, at)) return false;
    const std::uint32_t count = words_in(text, text.items[at]);
    const std::string_view words = inner(text, text.items[at]);
    const bool colon = at > frame.items.first && text.items[at - 1].mark == ':';
    const WordEntry* noun = at > frame.items.first ? text.items[at - 1].entry : nullptr;
    const bool behind_slogan = noun != nullptr && (noun->classes & bit(slogan)) != 0;  // "die Aufschrift „Fischer raus“", no "Zusatz"
    if (count >= 2 && (behind_slogan || (words.ends_with('!') && is_slogan(text, frame, at)))) return true;
    if (count > sentence_words && opens_frame(text, frame, at)) return true;
    if (count >= sentence_words &&
        (ends_sentence(words) || (colon && count >= colon_words) || is_written(text, frame) || is_slogan(text, frame, at)))
        return true;
    return count > long_words || is_fragment(text, frame, at) || reads_like_speech(text, frame, at);
}

bool is_in_subjunctive(const QuoteText& text, const Frame& frame, bool after_speech) {
    for (const Segment& segment : text.segments_of(frame)) {
        const ItemRange r = segment.items;
        const Item& lead = text.items[r.first];
        if (lead.is_word() && (lead.is(subordinator) || lead.is(content)) && segment.before == ',') continue;
        if (segment.before != 0 && segment.before != ':' && asks(lead)) continue;
        const bool relative_clause = is_relative_clause(text, segment);
        for (std::uint32_t i = r.first; i < std::min(r.last, r.first + 60); ++i) {
            const Item& item = text.items[i];
            if (!item.is_word() || item.capital || (relative_clause && i + 2 >= r.last)) continue;
            const bool first =
                (i > r.first && text.items[i - 1].is(first_person)) || (i + 1 < r.last && text.items[i + 1].is(first_person));
            if (item.is(subjunctive) && !first) return true;
            if (after_speech && item.is(conditional) && !(i == frame.items.first + 1 && asks(text.items[i - 1]))) return true;
        }
    }
    return false;
}

}  // namespace depesche
