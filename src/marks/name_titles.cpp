#include "marks/name_titles.h"

namespace depesche {

void drop_titles(std::string_view text, const Tokens& tokens, const NameWords& words, FoundName& name) {
    if (name.kind != NameKind::person) return;
    while (name.last_word - name.first_word > 1) {
        std::uint32_t behind = name.first_word + 1;
        const Span first = tokens.words[name.first_word].span;
        const std::string_view word = text.substr(first.begin, first.size());
        if (!words.titles.contains(word) && !is_role(word, words)) return;
        while (behind + 1 < name.last_word && tokens.words[behind].kind == WordKind::mark) ++behind;  // the dot of "Sen."
        name.first_word = behind;
        name.span.begin = tokens.words[behind].span.begin;
    }
}

}  // namespace depesche
