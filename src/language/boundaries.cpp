// ICU's iterators step through a table of states for each letter; that took a tenth of all the time of marking. News in Latin, Greek or
// Cyrillic letters needs few of UAX 29's rules: the letters are put into classes once (ICU's own properties), and the rules for these
// classes are walked by hand. Handled so: letters up to U+058F and from U+1E00 to U+2BFF. Not handled, and left to ICU with the whole
// passage: what these rules cannot tell by single letters (combining marks, joiners, emoji, Hebrew, scripts that need a dictionary).
// Test: Boundaries, which compares both ways on seeded random text.
#include "language/boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>
#include <memory>
#include <optional>
#include <span>

#include "base/utf8.h"

namespace depesche {
namespace {

// ---- ICU's way ----

using Iterator = std::unique_ptr<icu::BreakIterator>;

// Making an iterator costs a millisecond; each thread keeps its own.
icu::BreakIterator& word_iterator() {
    thread_local const Iterator iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return Iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }();
    return *iterator;
}

icu::BreakIterator& sentence_iterator() {
    thread_local const Iterator iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return Iterator(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    }();
    return *iterator;
}

void cuts(icu::BreakIterator& iterator, std::string_view text, Span passage, std::vector<std::uint32_t>& found) {
    const std::string_view part = text.substr(passage.begin, passage.size());
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, part.data(), static_cast<std::int64_t>(part.size()), &status);
    iterator.setText(&opened, status);
    found.clear();
    for (std::int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) {
        found.push_back(passage.begin + static_cast<std::uint32_t>(at));
    }
    utext_close(&opened);
}

// ---- classes of letters ----

enum class WordBreak : std::uint8_t {
    other,
    letter,
    number,
    joiner,
    mid_letter,
    mid_number,
    mid_both,
    blank,
    carriage_return,
    line_feed,
    newline
};

enum class SentenceBreak : std::uint8_t {
    other,
    separator,
    carriage_return,
    line_feed,
    blank,
    lower,
    upper,
    letter,
    number,
    dot,
    stop,
    close,
    go_on
};

struct LetterClass {
    bool plain = false;  // the rules below hold
    WordBreak word = WordBreak::other;
    SentenceBreak sentence = SentenceBreak::other;
};

bool is_one_word(std::string_view text) {
    std::vector<std::uint32_t> found;
    cuts(word_iterator(), text, {0, static_cast<std::uint32_t>(text.size())}, found);
    return found.size() == 2;
}

std::optional<WordBreak> word_break_of(char32_t c) {
    // ICU's own rules differ from its properties in these two, not in all its releases alike: it is asked.
    if (c == U':') return is_one_word("a:b") ? WordBreak::mid_letter : WordBreak::other;
    if (c == U'@') return is_one_word("a@") ? WordBreak::letter : WordBreak::other;
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
        case U_WB_OTHER:
        case U_WB_DOUBLE_QUOTE:  // of weight only beside Hebrew
            return WordBreak::other;
        case U_WB_ALETTER:
            return WordBreak::letter;
        case U_WB_NUMERIC:
            return WordBreak::number;
        case U_WB_EXTENDNUMLET:
            return WordBreak::joiner;
        case U_WB_MIDLETTER:
            return WordBreak::mid_letter;
        case U_WB_MIDNUM:
            return WordBreak::mid_number;
        case U_WB_MIDNUMLET:
        case U_WB_SINGLE_QUOTE:
            return WordBreak::mid_both;
        case U_WB_WSEGSPACE:
            return WordBreak::blank;
        case U_WB_CR:
            return WordBreak::carriage_return;
        case U_WB_LF:
            return WordBreak::line_feed;
        case U_WB_NEWLINE:
            return WordBreak::newline;
        default:
            return std::nullopt;
    }
}

std::optional<SentenceBreak> sentence_break_of(char32_t c) {
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK)) {
        case U_SB_OTHER:
            return SentenceBreak::other;
        case U_SB_SEP:
            return SentenceBreak::separator;
        case U_SB_CR:
            return SentenceBreak::carriage_return;
        case U_SB_LF:
            return SentenceBreak::line_feed;
        case U_SB_SP:
            return SentenceBreak::blank;
        case U_SB_LOWER:
            return SentenceBreak::lower;
        case U_SB_UPPER:
            return SentenceBreak::upper;
        case U_SB_OLETTER:
            return SentenceBreak::letter;
        case U_SB_NUMERIC:
            return SentenceBreak::number;
        case U_SB_ATERM:
            return SentenceBreak::dot;
        case U_SB_STERM:
            return SentenceBreak::stop;
        case U_SB_CLOSE:
            return SentenceBreak::close;
        case U_SB_SCONTINUE:
            return SentenceBreak::go_on;
        default:
            return std::nullopt;
    }
}

LetterClass class_from_icu(char32_t c) {
    const auto word = word_break_of(c);
    const auto sentence = sentence_break_of(c);
    if (!word || !sentence) return {};
    return {true, *word, *sentence};
}

constexpr char32_t first_block = 0x590;                               // letters below
constexpr char32_t second_block = 0x1E00, second_block_end = 0x2C00;  // Latin and Greek additions, punctuation, symbols

using Classes = std::array<LetterClass, first_block + second_block_end - second_block>;

const Classes& letter_classes() {
    static const Classes made = [] {
        Classes classes;
        for (char32_t c = 0; c < first_block; ++c) classes.at(c) = class_from_icu(c);
        for (char32_t c = second_block; c < second_block_end; ++c) classes.at(first_block + c - second_block) = class_from_icu(c);
        return classes;
    }();
    return made;
}

struct Letter {
    std::uint32_t begin = 0;  // text offset
    WordBreak word = WordBreak::other;
    SentenceBreak sentence = SentenceBreak::other;
};

// The passage's letters with their classes; false when one of them is not plain.
bool read_letters(std::string_view text, Span passage, std::vector<Letter>& letters) {
    const Classes& classes = letter_classes();
    letters.clear();
    letters.reserve(passage.size());
    for (std::size_t at = passage.begin; at < passage.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        const bool known = c < first_block || (c >= second_block && c < second_block_end);
        if (!known) return false;
        const LetterClass found = classes[c < first_block ? c : first_block + c - second_block];
        if (!found.plain) return false;
        letters.push_back({begin, found.word, found.sentence});
    }
    return true;
}

// ---- the rules ----

// A walk over the letters of a passage.
class Walk {
public:
    Walk(std::span<const Letter> letters, Span passage) : letters_(letters), passage_(passage) {}

    void words(std::vector<std::uint32_t>& found) const {
        found.clear();
        found.push_back(passage_.begin);
        for (std::size_t at = 0; at < letters_.size();) {
            at = word_end(at);
            found.push_back(offset(at));
        }
    }

    void sentences(std::vector<std::uint32_t>& found) const {
        found.clear();
        found.push_back(passage_.begin);
        for (std::size_t at = 0; at < letters_.size();) {
            at = sentence_end(at);
            found.push_back(offset(at));
        }
    }

private:
    [[nodiscard]] std::uint32_t offset(std::size_t at) const { return at < letters_.size() ? letters_[at].begin : passage_.end; }
    [[nodiscard]] WordBreak word(std::size_t at) const { return at < letters_.size() ? letters_[at].word : WordBreak::other; }
    [[nodiscard]] SentenceBreak sentence(std::size_t at) const { return letters_[at].sentence; }

    static bool is_inside(WordBreak c) { return c == WordBreak::letter || c == WordBreak::number || c == WordBreak::joiner; }

    // Rules WB3 to WB13b for what is plain: a run of letters, digits and underscores, with a mark between two letters ("geht's") or two
    // digits ("1,5"); a run of blanks; any other letter alone.
    [[nodiscard]] std::size_t word_end(std::size_t at) const {
        const WordBreak first = word(at++);
        if (first == WordBreak::blank) {
            while (word(at) == WordBreak::blank) ++at;
            return at;
        }
        if (first == WordBreak::carriage_return) return word(at) == WordBreak::line_feed ? at + 1 : at;
        if (!is_inside(first)) return at;
        while (true) {
            if (is_inside(word(at))) ++at;
            else if (joins(word(at - 1), word(at), word(at + 1))) at += 2;
            else return at;
        }
    }

    static bool joins(WordBreak before, WordBreak mark, WordBreak behind) {
        if (before != behind) return false;
        if (before == WordBreak::letter) return mark == WordBreak::mid_letter || mark == WordBreak::mid_both;
        return before == WordBreak::number && (mark == WordBreak::mid_number || mark == WordBreak::mid_both);
    }

    [[nodiscard]] std::size_t sentence_end(std::size_t at) const {
        for (; at < letters_.size(); ++at) {
            const SentenceBreak here = sentence(at);
            if (is_line_end(here)) return behind_line_end(at);
            if (!is_stop(here)) continue;
            const std::size_t behind = behind_stop(at);
            if (ends_sentence(at, behind))
                return behind < letters_.size() && is_line_end(sentence(behind)) ? behind_line_end(behind) : behind;
        }
        return at;
    }

    static bool is_stop(SentenceBreak c) { return c == SentenceBreak::dot || c == SentenceBreak::stop; }
    static bool is_line_end(SentenceBreak c) {
        return c == SentenceBreak::separator || c == SentenceBreak::carriage_return || c == SentenceBreak::line_feed;
    }
    static bool is_letter_class(SentenceBreak c) {
        return c == SentenceBreak::lower || c == SentenceBreak::upper || c == SentenceBreak::letter;
    }

    [[nodiscard]] std::size_t behind_line_end(std::size_t at) const {
        const bool two =
            sentence(at) == SentenceBreak::carriage_return && at + 1 < letters_.size() && sentence(at + 1) == SentenceBreak::line_feed;
        return two ? at + 2 : at + 1;
    }

    // Behind the closing marks and then the blanks that belong to a stop (SB9, SB10).
    [[nodiscard]] std::size_t behind_stop(std::size_t stop) const {
        std::size_t at = stop + 1;
        while (at < letters_.size() && sentence(at) == SentenceBreak::close) ++at;
        while (at < letters_.size() && sentence(at) == SentenceBreak::blank) ++at;
        return at;
    }

    // False for a stop behind which the sentence goes on: "1.5" and "U.S." (SB6, SB7), "usw. und", "etc.) der" (SB8), "?!", "Wie?, fragt"
    // (SB8a).
    [[nodiscard]] bool ends_sentence(std::size_t stop, std::size_t behind) const {
        if (behind == letters_.size()) return true;
        if (is_stop(sentence(behind)) || sentence(behind) == SentenceBreak::go_on) return false;
        if (sentence(stop) != SentenceBreak::dot) return true;
        const SentenceBreak next = sentence(stop + 1);
        if (next == SentenceBreak::number) return false;
        if (next == SentenceBreak::upper && stop > 0 &&
            (sentence(stop - 1) == SentenceBreak::upper || sentence(stop - 1) == SentenceBreak::lower))
            return false;
        // The search ends at the next stop, from which the next one begins: all of them together pass each letter once.
        std::size_t at = behind;
        while (at < letters_.size() && !is_letter_class(sentence(at)) && !is_line_end(sentence(at)) && !is_stop(sentence(at))) ++at;
        return at == letters_.size() || sentence(at) != SentenceBreak::lower;
    }

    std::span<const Letter> letters_;
    Span passage_;
};

}  // namespace

void find_boundaries_by_icu(std::string_view text, Span passage, Boundaries& found) {
    cuts(word_iterator(), text, passage, found.words);
    cuts(sentence_iterator(), text, passage, found.sentences);
}

void find_boundaries(std::string_view text, Span passage, Boundaries& found) {
    thread_local std::vector<Letter> letters;
    if (!read_letters(text, passage, letters)) return find_boundaries_by_icu(text, passage, found);
    const Walk walk(letters, passage);
    walk.words(found.words);
    walk.sentences(found.sentences);
}

}  // namespace depesche
