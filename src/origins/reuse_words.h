// Words as text reuse sees them: folded, stemmed, synonyms of newsrooms and spelled-out numbers alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/hash.h"
#include "language/language.h"

namespace depesche {

struct ReuseWord {
    Span span;                   // text bytes
    std::uint32_t kin = 0;       // hash of what the word has in common with its other forms; equal for "sagte" and "erklärte"
    std::uint32_t sentence = 0;  // index into ReuseText::sentences
    bool quoted = false;         // stands between quotation marks
    bool light = false;          // a stop word
    bool speech = false;         // a verb that says that something is said
    bool number = false;         // digits
};

struct ReuseSentence {
    Span span;  // from the first word or opening mark to the closing mark, text bytes
    std::uint32_t first_word = 0;
    std::uint32_t last_word = 0;  // exclusive
};

struct ReuseText {
    std::string_view text;
    std::vector<ReuseWord> words;
    std::vector<ReuseSentence> sentences;
};

// What of a language's data reuse needs, made once for all threads: stems of the words that newsrooms swap
// (data/languages/<code>/reuse-words.tsv) -> the stem of the first of them.
class ReuseLexicon {
public:
    explicit ReuseLexicon(const Languages& languages);

    struct Entry {
        const Language* language = nullptr;
        std::unordered_map<std::string, std::string> swaps;  // stem -> first stem of its group
        std::unordered_map<std::string, bool> speech;        // stems of speech verbs
        std::vector<std::string_view> part;                  // lower case: words of a credit for a part of the text ("material")
    };
    [[nodiscard]] const Entry& entry(std::string_view code) const;  // the fallback's for a language without data

    // True when one of the words is the name of a news agency (data/page/agencies.tsv, names of one word).
    [[nodiscard]] bool names_agency(std::string_view words) const;

private:
    std::vector<Entry> entries_;
    std::size_t fallback_ = 0;
    std::vector<std::string_view> agencies_;  // lower case, sorted
};

// Reads words. One object a thread: it keeps what it found out about each word, since stems are dear and words repeat.
class ReuseReader {
public:
    explicit ReuseReader(const ReuseLexicon& lexicon);

    // The words and sentences of `passages` (sorted spans of `text`; empty: all of it). A sentence ends at a line end, and at a
    // full stop that belongs to no abbreviation, initial or ordinal. Linear in the text.
    [[nodiscard]] ReuseText read(std::string_view text, std::span<const Span> passages, std::string_view language);

private:
    struct Known {
        std::uint64_t key = 0;
        std::uint32_t kin = 0;
        bool light = false;
        bool speech = false;
    };
    struct Cursor;

    void read_passage(ReuseText& out, Span passage);
    void add_word(ReuseText& out, Span span, bool digits);
    [[nodiscard]] Known look_up(std::string_view word, bool digits);
    [[nodiscard]] bool ends_sentence(const ReuseText& out, std::size_t stop, std::size_t next, std::size_t end) const;
    void end_sentence(ReuseText& out, std::size_t end);

    const ReuseLexicon* lexicon_;
    const ReuseLexicon::Entry* entry_ = nullptr;
    std::vector<std::unique_ptr<Stemmer>> stemmers_;
    std::vector<std::pair<const ReuseLexicon::Entry*, std::size_t>> stemmer_of_;
    std::vector<Known> known_;
    const Stemmer* stemmer_ = nullptr;
    std::uint64_t salt_ = 0;
    // State of the sentence being read.
    std::uint32_t first_word_ = 0;
    std::size_t sentence_begin_ = 0;
    bool quoted_ = false;
};

}  // namespace depesche
