#include "marks/number_lower.h"

#include "base/utf8.h"

namespace depesche {
namespace {

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// German capitals beyond ASCII stand behind one leading byte: "ÄÖÜ" are C3 84, C3 96, C3 9C; their small forms add 0x20.
// 9F is ß and 97 the multiplication sign, which have no other case.
bool is_latin_capital(unsigned char second) { return second >= 0x80 && second <= 0x9E && second != 0x97; }

}  // namespace

std::string lower_word(std::string_view word) {
    std::string lower(word.size(), '\0');
    unsigned all = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        lower[i] = lower_ascii(word[i]);
        all |= static_cast<unsigned char>(word[i]);
    }
    if (all < 0x80) return lower;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) {
            lower[i] = lower_ascii(word[i]);
        } else if (byte == 0xC3 && i + 1 < word.size() && (static_cast<unsigned char>(word[i + 1]) & 0xC0) == 0x80) {
            const auto second = static_cast<unsigned char>(word[i + 1]);
            lower[i] = word[i];
            lower[++i] = static_cast<char>(is_latin_capital(second) ? second + 0x20 : second);
        } else {
            return to_lower(word);
        }
    }
    return lower;
}

}  // namespace depesche
