// Time items: the words of a text, cut so that patterns can be matched on them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "marks/find_marks.h"
#include "marks/time_lexicon.h"

namespace depesche {

// A word, a number or a mark. "18.06.2024" are five items, "14-tägige" three, "1980er" two; "11.000" is one with value 11000.
struct TimeItem {
    Span span;
    std::span<const Sense> senses;
    double number = -1;  // of digits, or of a number word; -1 when there is none
    std::uint32_t sentence = 0;
    std::uint8_t digits = 0;  // how many, when it is digits alone without grouping
    bool is_word = false;     // begins with a letter
    bool touching = false;    // nothing between it and the item before
    bool capital = false;
    bool adjective = false;   // a lower-case word with an adjective's ending
    bool line_begin = false;  // a line end stands before it

    [[nodiscard]] bool is(ClassId kind) const;
    // The sense by which it is of that class; nullptr when it is not, or by digits or shape alone.
    [[nodiscard]] const Sense* sense(ClassId kind) const;
};

[[nodiscard]] std::vector<TimeItem> time_items(const MarkText& text, const TimeLexicon& lexicon, const Language& language);

}  // namespace depesche
