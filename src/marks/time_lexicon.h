// Time words: what a language's tables say a word can mean in a time expression.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "marks/number_words.h"
#include "marks/word_filter.h"

namespace depesche {

// A class of words, by which patterns ask for them. The first ones are known to the code, since values are made from them;
// a table may name any others, for context ("since", "title").
using ClassId = std::uint16_t;

namespace time_class {
enum Known : ClassId {
    day,
    month_number,
    year,
    short_year,
    hour,
    minute,
    count,
    integer,  // by digits
    month,
    month_short,
    weekday,
    weekday_short,  // from calendar.tsv
    adjective,
    capital_word,
    lower_word,  // by shape
    weekday_part,
    part,
    unit,
    units,
    unit_mod,
    shift,
    season,
    feast,
    ordinal,
    decade,
    mod,
    reference,
    offset,
    today,
    meridiem,
    dotted_meridiem,
    vague,
    number_unit,
    half,
    first_free
};
}  // namespace time_class

// One thing that a word can mean.
struct Sense {
    ClassId kind = 0;
    double number = 0;
    std::string_view text;  // "TEV", "PAST_REF", "12-25"; empty when only the number counts
};

// Reads languages/<code>/times.tsv (rows: class, word, value) and calendar.tsv. A row `cross A B C` adds a word of class C for
// every word of class A followed by a word of class B ("mittwoch" + "abend").
class TimeLexicon {
public:
    explicit TimeLexicon(const Language& language);

    // All that a lower-case word can mean; empty for most words.
    [[nodiscard]] std::span<const Sense> senses(std::string_view lower) const;
    [[nodiscard]] const NumberWords& numbers() const { return numbers_; }
    [[nodiscard]] bool is_adjective(std::string_view lower) const;
    [[nodiscard]] ClassId class_of(std::string_view name);  // makes it when it is new
    [[nodiscard]] ClassId literal(std::string_view word);   // the class of this one word
    void finish();                                          // sorts; after it senses() may be asked

private:
    struct Entry {
        std::string_view word;
        Sense sense;
    };
    void add(std::string_view word, Sense sense) { entries_.push_back({word, sense}); }
    void read_calendar(const Language& language);
    void read_words(const Language& language);
    void cross(const Row& row);

    NumberWords numbers_;
    std::vector<std::string> names_;  // by ClassId
    std::vector<std::string_view> adjective_endings_;
    std::vector<std::unique_ptr<std::string>> made_;  // words that no table holds as bytes
    std::vector<Entry> entries_;
    std::vector<Sense> senses_;
    WordMap<std::pair<std::uint32_t, std::uint32_t>> words_;  // into senses_: first, count
    WordFilter filter_;                                       // of words_
};

}  // namespace depesche
