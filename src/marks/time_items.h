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
    bool adjective = false;    // a lower-case word with an adjective's ending
    bool line_begin = false;   // a line end stands before it
    std::uint64_t glance = 0;  // glance_of() of all classes that it may be of

    [[nodiscard]] bool is(ClassId kind) const;
    // The sense by which it is of that class; nullptr when it is not, or by digits or shape alone.
    [[nodiscard]] const Sense* sense(ClassId kind) const;
};

// A bit for a class; several classes share one. Where the bits of two sets have none in common, no class is in both.
[[nodiscard]] constexpr std::uint64_t glance_of(ClassId kind) { return std::uint64_t{1} << (kind % 63U); }
inline constexpr std::uint64_t glance_at_nothing = std::uint64_t{1} << 63U;

[[nodiscard]] std::vector<TimeItem> time_items(const MarkText& text, const TimeLexicon& lexicon, const Language& language);

}  // namespace depesche
