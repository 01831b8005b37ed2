// Language: all that the program knows of one language, read from data/languages/<code>/.
//
// Data is tables: UTF-8, one row a line, cells separated by a tab, # begins a comment line. They are embedded in the
// program; a table is split into rows when it is asked for, the cells stay views into the embedded bytes.
// A language is added by adding a folder; doc/adding-a-language.md lists the tables and what each needs.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace depesche {

// One row's cells. Views into data that lives as long as the program.
using Row = std::vector<std::string_view>;

// The rows of data/<name> ("languages/de/calendar.tsv"), comments and blank lines left out; empty when there is no such table.
[[nodiscard]] std::vector<Row> data_rows(std::string_view name);

// The bytes of data/<name>, empty when there is none. Aligned to 64 bytes, so that models can be used in place.
[[nodiscard]] std::string_view data_bytes(std::string_view name);

// Folder names below data/languages.
[[nodiscard]] std::vector<std::string_view> data_languages();

// A set of words or phrases, and a map from them, for lookups by string_view without a copy.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string_view, TextHash, std::equal_to<>>;
template <class T>
using WordMap = std::unordered_map<std::string_view, T, TextHash, std::equal_to<>>;

// What every room needs of a language. Rooms with words of their own (speech verbs, furniture) make a lexicon from
// data_rows("languages/<code>/….tsv") once, at the start.
struct Language {
    std::string code;          // ISO 639-1
    WordSet stop_words;        // lower case; words that say nothing about the matter
    WordSet abbreviations;     // without the final dot, as written: "Dr", "bzw", "Mio"
    WordMap<int> months;       // lower case name or short form -> 1 to 12
    WordMap<int> weekdays;     // lower case -> 0 (Monday) to 6
    WordMap<long> numbers;     // lower case number words that stand alone: "zwei" -> 2
    std::string stemmer;       // libstemmer's name: "german"
    std::string decimal_mark;  // ","
    std::string ordinal_mark;  // ".", empty where a dot behind a number ends the sentence
    std::string group_marks;   // characters that group digits: ".' "
};

// All languages there is data for. Made once, handed to every stage as its read-only argument; safe for all threads.
class Languages {
public:
    Languages();
    [[nodiscard]] const Language* find(std::string_view code) const;  // nullptr when there is no data for it
    [[nodiscard]] const Language& fallback() const;                   // German
    [[nodiscard]] std::span<const Language> all() const { return languages_; }

private:
    std::vector<Language> languages_;
};

// ISO 639-1 code of the language most of the text is in (CLD2); empty when the text is too short to tell.
[[nodiscard]] std::string detect_language(std::string_view text);

// The word's stem by Snowball (libstemmer), lower case. One object a thread; cheap to keep, dear to make.
class Stemmer {
public:
    explicit Stemmer(const Language& language);
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    [[nodiscard]] std::string operator()(std::string_view word) const;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace depesche
