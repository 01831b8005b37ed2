// Time patterns: which words in a row make a time expression, from languages/<code>/time-patterns.tsv.
//
// A row has the actions, one for each group, and the elements:   date date<TAB>[ day ~=. ] =bis [ day ~=. month year? ]
//   name      an item of that class (time_class, or a class of times.tsv); a|b either       =word   this word or mark
//   name?     it may be missing                                     ~name   it touches the item before
//   ^name     it begins with a capital letter                       !name   what follows is not of that class (last element)
//   [ … ]     what is part of the expression; what is outside is context
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "marks/time_items.h"

namespace depesche {

struct TimeElement {
    std::vector<ClassId> any;
    bool optional = false;
    bool touching = false;
    bool capital = false;
    bool negative = false;
    std::int8_t group = -1;  // which group it belongs to; -1 is context
};

struct TimePattern {
    std::vector<std::string_view> actions;  // "duration:-"
    std::vector<TimeElement> elements;
};

// An item taken by an element.
struct Taken {
    std::uint32_t item = 0;
    ClassId kind = 0;
    std::int8_t group = -1;
};

struct PatternMatch {
    const TimePattern* pattern = nullptr;
    std::vector<Taken> taken;
    std::uint32_t end = 0;     // item behind the last group
    std::vector<Taken> tried;  // room for the trials
};

class TimePatterns {
public:
    TimePatterns(const Language& language, TimeLexicon& lexicon);

    // The match that begins at item `at` and reaches furthest; of equal ones the pattern that stands first. A match never
    // crosses a line end. Nothing matched: pattern is nullptr. `match` is reused between calls.
    void match(std::span<const TimeItem> items, std::uint32_t at, PatternMatch& match) const;

private:
    void compile(const Row& row, TimeLexicon& lexicon);
    // A pattern that may begin with an item of some class, and what may stand behind that item.
    struct Beginning {
        std::uint32_t pattern = 0;
        std::uint64_t behind = 0;  // glance_of() of all classes; with glance_at_nothing where anything may stand there
    };
    [[nodiscard]] static std::uint64_t behind(const TimePattern& pattern, std::size_t element);

    std::vector<TimePattern> patterns_;
    std::vector<std::vector<Beginning>> by_first_;  // ClassId -> patterns that may begin with it
};

}  // namespace depesche
