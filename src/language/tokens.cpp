#include "language/tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/boundaries.h"

namespace depesche {
namespace {

WordKind kind_of(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (is_letter(first)) return WordKind::word;
    if (!is_digit(first)) return WordKind::mark;
    while (at < word.size()) {
        if (is_letter(next_code_point(word, at))) return WordKind::word;
    }
    return WordKind::number;
}

bool is_joint(std::string_view mark) { return mark == "-" || mark == "\u2010" || mark == "\u2011" || mark == "'" || mark == "\u2019"; }

// Joins "Kreml" "-" "Chef" into one word: nothing but the hyphen between two words or numbers.
void push_word(std::vector<Word>& words, std::string_view text, Span span) {
    const std::string_view piece = text.substr(span.begin, span.size());
    const WordKind kind = kind_of(piece);
    const std::size_t count = words.size();
    if (kind != WordKind::mark && count >= 2) {
        const Word joint = words[count - 1];
        Word& before = words[count - 2];
        const bool touching = before.span.end == joint.span.begin && joint.span.end == span.begin;
        const bool has_letter = kind == WordKind::word || before.kind == WordKind::word;
        if (touching && has_letter && before.kind != WordKind::mark && joint.kind == WordKind::mark &&
            is_joint(text.substr(joint.span.begin, joint.span.size()))) {
            before.span.end = span.end;
            before.kind = WordKind::word;
            words.pop_back();
            return;
        }
    }
    std::size_t at = 0;
    words.push_back({span, kind, is_upper(next_code_point(piece, at)), 0});
}

void split_words(std::string_view text, std::span<const std::uint32_t> bounds, std::vector<Word>& words) {
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        const Span span{bounds[i], bounds[i + 1]};
        std::size_t at = span.begin;
        if (is_space(next_code_point(text, at))) continue;
        push_word(words, text, span);
    }
}

// The last two words that end at or before `end`.
struct Tail {
    const Word* dot = nullptr;
    const Word* before = nullptr;
};

Tail tail_before(std::span<const Word> words, std::uint32_t end) {
    const auto behind = std::ranges::partition_point(words, [&](const Word& w) { return w.span.end <= end; });
    Tail tail;
    const auto count = behind - words.begin();
    if (count >= 1) tail.dot = &words[static_cast<std::size_t>(count - 1)];
    if (count >= 2) tail.before = &words[static_cast<std::size_t>(count - 2)];
    return tail;
}

// "J", "J.R": single capitals with dots between.
bool is_initial(std::string_view word) {
    std::size_t at = 0;
    while (is_upper(next_code_point(word, at))) {
        if (at == word.size()) return true;
        if (word[at++] != '.' || at == word.size()) return false;
    }
    return false;
}

// True where ICU cut after a dot that ends no sentence.
bool is_false_end(std::string_view text, std::span<const Word> words, std::uint32_t end, const Language& language) {
    const Tail tail = tail_before(words, end);
    if (tail.dot == nullptr || tail.before == nullptr || tail.before->span.end != tail.dot->span.begin) return false;
    if (text.substr(tail.dot->span.begin, tail.dot->span.size()) != ".") return false;
    const std::string_view word = text.substr(tail.before->span.begin, tail.before->span.size());
    const auto next = std::ranges::partition_point(words, [&](const Word& w) { return w.span.begin < end; });
    if (next == words.end()) return false;
    const std::string_view following = text.substr(next->span.begin, next->span.size());
    if (tail.before->kind == WordKind::number) {  // "19. Juni", "2. Bundesliga": an ordinal, not a year
        return language.ordinal_mark == "." && word.size() <= 2 && (language.months.contains(to_lower(following)) || next->capital);
    }
    return language.abbreviations.contains(word) || is_initial(word);
}

void split_sentences(std::string_view text, std::span<const std::uint32_t> bounds, std::span<const Word> words, const Language& language,
                     std::vector<Span>& out) {
    std::uint32_t begin = bounds.front();
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        const bool last = i + 1 == bounds.size();
        if (!last && is_false_end(text, words, bounds[i], language)) continue;
        const Span sentence = trimmed(text, {begin, bounds[i]});
        if (!sentence.empty()) out.push_back(sentence);
        begin = bounds[i];
    }
}

}  // namespace

std::uint32_t Tokens::word_at(std::uint32_t at) const {
    const auto it = std::ranges::partition_point(words, [&](const Word& w) { return w.span.end <= at; });
    return static_cast<std::uint32_t>(it - words.begin());
}

Tokens tokenize(std::string_view text, std::span<const Span> passages, const Language& language) {
    Tokens tokens;
    Boundaries bounds;
    std::vector<Span> sentences;
    for (std::uint32_t p = 0; p < passages.size(); ++p) {
        const std::size_t first = tokens.words.size();
        find_boundaries(text, passages[p], bounds);
        split_words(text, bounds.words, tokens.words);
        sentences.clear();
        const std::span<Word> added = std::span(tokens.words).subspan(first);
        split_sentences(text, bounds.sentences, added, language, sentences);
        std::size_t w = first;
        for (const Span sentence : sentences) {
            Sentence entry{sentence, static_cast<std::uint32_t>(w), 0, p};
            while (w < tokens.words.size() && tokens.words[w].span.begin < sentence.end) {
                tokens.words[w++].sentence = static_cast<std::uint32_t>(tokens.sentences.size());
            }
            entry.last_word = static_cast<std::uint32_t>(w);
            tokens.sentences.push_back(entry);
        }
    }
    return tokens;
}

}  // namespace depesche
