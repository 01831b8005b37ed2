#include "marks/genitive_mark.h"

namespace depesche {

std::size_t genitive_mark_length(std::string_view word) {
    constexpr std::size_t shortest = 2;
    constexpr char last_of_curly = '\x99';
    if (word.size() <= shortest || (word.back() != 's' && word.back() != '\'' && word.back() != last_of_curly)) return 0;  // most words
    if (word.back() == 's' && word[word.size() - 2] != '\'' && word[word.size() - 2] != last_of_curly) return 0;
    for (const std::string_view mark : {"'s", "\u2019s"}) {
        if (word.size() >= mark.size() + shortest && word.ends_with(mark)) return mark.size();
    }
    for (const std::string_view mark : {"'", "\u2019"}) {
        if (word.size() < mark.size() + shortest || !word.ends_with(mark)) continue;
        const std::string_view name = word.substr(0, word.size() - mark.size());
        for (const std::string_view hiss : {"s", "x", "z", "ß"}) {
            if (name.ends_with(hiss)) return mark.size();
        }
    }
    return 0;
}

}  // namespace depesche
