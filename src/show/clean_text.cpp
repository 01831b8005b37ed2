#include "show/clean_text.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace depesche {
namespace {

enum class Treatment { keep, blank, drop, replace };

// Joiners that writing systems and emoji need are kept; all other format characters only steer.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

Treatment treatment_of(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return c == ' ' ? Treatment::blank : Treatment::keep;
    if (is_space(c)) return Treatment::blank;
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_CONTROL_CHAR:
        case U_UNASSIGNED:
        case U_SURROGATE:
        case U_PRIVATE_USE_CHAR:
            return Treatment::replace;
        case U_FORMAT_CHAR:
            return is_joiner(c) ? Treatment::keep : Treatment::drop;
        default:
            return Treatment::keep;
    }
}

}  // namespace

std::string clean_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = take_utf8(text, at).value_or(U'\uFFFD');
        const Treatment treatment = treatment_of(c);
        if (treatment == Treatment::drop) continue;
        if (treatment == Treatment::blank) {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        append_utf8(out, treatment == Treatment::replace ? U'\uFFFD' : c);
    }
    return out;
}

std::string clean_page(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = take_utf8(text, at).value_or(U'\uFFFD');
        const bool outside_first_plane = c >= 0x10000;  // two units; what replaces it has to be two as well
        switch (treatment_of(c)) {
            case Treatment::replace:
                out += outside_first_plane ? "\uFFFD\uFFFD" : "\uFFFD";
                break;
            case Treatment::drop:
                out += outside_first_plane ? "\u200B\u200B" : "\u200B";
                break;
            case Treatment::blank:
                c == '\n' || c == '\t' || c == 0xA0 || c == ' ' ? append_utf8(out, c) : append_utf8(out, ' ');
                break;
            case Treatment::keep:
                append_utf8(out, c);
                break;
        }
    }
    return out;
}

unsigned columns_of(char32_t c) {
    if (c < 0x300) return c == 0xAD ? 0 : 1;
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

unsigned columns_of(std::string_view text) {
    unsigned columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += columns_of(next_code_point(text, at));
    return columns;
}

}  // namespace depesche
