#include "base/utf8.h"

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace depesche {
namespace {

// The base letter of an accented one ("é" -> "e"), or the letter itself.
char32_t without_accent(char32_t c) {
    if (c < 0xC0) return c;
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) || nfd == nullptr) return c;
    icu::UnicodeString parts;
    if (!nfd->getDecomposition(static_cast<UChar32>(c), parts) || parts.isEmpty()) return c;
    return static_cast<char32_t>(parts.char32At(0));
}

// What one lower-case code point folds to.
void append_folded(std::string& out, char32_t c) {
    switch (c) {
        case U'ä':
            out += "ae";
            return;
        case U'ö':
        case U'ø':
            out += "oe";
            return;
        case U'ü':
            out += "ue";
            return;
        case U'ß':
            out += "ss";
            return;
        case U'æ':
            out += "ae";
            return;
        case U'ł':
            out += 'l';
            return;
        case U'-':
        case U'‐':
        case U'‑':
        case U'–':
        case U'\'':
        case U'’':
        case U'‘':
        case U'`':
            return;
        default:
            append_utf8(out, without_accent(c));
    }
}

// How a multi-byte sequence goes on after its first byte (Unicode 15, table 3-7): only the second byte has bounds of its own.
struct Lead {
    int following = 0;  // bytes behind the first; 0: no sequence begins so
    unsigned char lower = 0x80;
    unsigned char upper = 0xBF;
};

Lead lead_of(unsigned char first) {
    if (first >= 0xC2 && first <= 0xDF) return {1, 0x80, 0xBF};
    if (first >= 0xE0 && first <= 0xEF)
        return {2, static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80), static_cast<unsigned char>(first == 0xED ? 0x9F : 0xBF)};
    if (first >= 0xF0 && first <= 0xF4)
        return {3, static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80), static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

}  // namespace

std::optional<char32_t> take_utf8(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    const Lead lead = lead_of(first);
    if (lead.following == 0) return std::nullopt;
    char32_t code_point = first & (0x3FU >> static_cast<unsigned>(lead.following));
    for (int i = 0; i < lead.following; ++i) {
        if (at == text.size()) return std::nullopt;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < (i == 0 ? lead.lower : 0x80) || byte > (i == 0 ? lead.upper : 0xBF)) return std::nullopt;
        code_point = code_point << 6U | (byte & 0x3FU);
        ++at;
    }
    return code_point;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) {
        ++at;
        return first;
    }
    if (const auto code_point = take_utf8(text, at)) return *code_point;
    at = begin + 1;
    return 0xFFFD;
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
    const std::size_t end = at;
    std::size_t begin = end - 1;
    if (const auto last = static_cast<unsigned char>(text[begin]); last < 0x80) {
        at = begin;
        return last;
    }
    while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
    std::size_t behind = begin;
    const auto code_point = take_utf8(text, behind);
    const bool whole = code_point && behind == end;
    at = whole ? begin : end - 1;
    return whole ? *code_point : 0xFFFD;
}

void append_utf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    const unsigned following = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> marks = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(static_cast<unsigned char>(marks.at(following) | (c >> (6 * following))));
    for (unsigned i = following; i-- > 0;) out += static_cast<char>(static_cast<unsigned char>(0x80U | ((c >> (6 * i)) & 0x3FU)));
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9';
    return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string to_lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        else append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 4);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        append_folded(out, c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    return out;
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && is_space(next_code_point(text, at));) begin = at;
    text.remove_prefix(begin);
    std::size_t end = text.size();
    for (std::size_t at = end; at > 0 && is_space(previous_code_point(text, at));) end = at;
    return text.substr(0, end);
}

Span trimmed(std::string_view text, Span span) {
    const std::string_view part = text.substr(span.begin, span.size());
    const std::string_view inner = trim(part);
    if (inner.empty()) return {span.begin, span.begin};
    const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - part.data());
    return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace depesche
