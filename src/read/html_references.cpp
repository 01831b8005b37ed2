#include "read/html_references.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/html.h"
#include "read/html_tokens.h"

namespace depesche {
namespace {

constexpr std::size_t longest_name = 34;  // "CounterClockwiseContourIntegral;" and its ampersand

bool is_name_letter(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Bytes of the first `count` code points.
std::size_t code_points(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at < text.size(); ++i) (void)next_code_point(text, at);
    return at;
}

// True when both rests go on alike: up to the next reference or for a few bytes.
bool agree(std::string_view raw, std::string_view decoded) {
    const std::size_t reference = raw.find('&');
    const std::size_t looked_at = std::min<std::size_t>({raw.size(), reference, 12});
    if (raw.substr(0, looked_at) != decoded.substr(0, looked_at)) return false;
    return looked_at < raw.size() || decoded.size() == looked_at;
}

struct Match {
    std::size_t raw = 0;
    std::size_t decoded = 0;
};

Match numeric(std::string_view raw, std::string_view decoded) {
    const bool hexadecimal = raw.size() > 2 && (raw[2] == 'x' || raw[2] == 'X');
    std::size_t end = hexadecimal ? 3 : 2;
    const std::size_t digits = end;
    while (end < raw.size() && (hexadecimal ? is_hexadecimal(raw[end]) : raw[end] >= '0' && raw[end] <= '9')) ++end;
    if (end == digits) return {1, 1};
    if (end < raw.size() && raw[end] == ';') ++end;
    return {end, code_points(decoded, 1)};
}

// `raw` begins with an ampersand.
Match reference(std::string_view raw, std::string_view decoded) {
    if (raw.size() > 1 && raw[1] == '#') return numeric(raw, decoded);
    std::size_t end = 1;
    while (end < raw.size() && end < longest_name && is_name_letter(raw[end])) ++end;
    const std::size_t with_mark = end < raw.size() && raw[end] == ';' ? end + 1 : end;
    for (std::size_t length = with_mark; length > 1; --length) {
        for (const std::size_t count : {std::size_t{1}, std::size_t{2}}) {
            const std::size_t bytes = code_points(decoded, count);
            if (raw.substr(0, length) != decoded.substr(0, length) && agree(raw.substr(length), decoded.substr(bytes)))
                return {length, bytes};
        }
    }
    return {1, 1};
}

}  // namespace

void line_up_references(std::string_view raw, std::string_view decoded, const ReferencePiece& piece) {
    std::size_t at = 0;
    std::size_t out = 0;
    while (at < raw.size() && out < decoded.size()) {
        const std::size_t stop = std::min(raw.find('&', at), raw.size());
        const std::size_t plain = stop - at;
        if (raw.substr(at, plain) != decoded.substr(out, plain)) {
            piece(decoded.substr(out), at, raw.size() - at, false);
            return;
        }
        if (plain > 0) piece(decoded.substr(out, plain), at, plain, true);
        at += plain;
        out += plain;
        if (at == raw.size()) return;
        const Match match = reference(raw.substr(at), decoded.substr(out));
        piece(decoded.substr(out, match.decoded), at, match.raw, match.raw == 1 && decoded[out] == '&');
        at += match.raw;
        out += match.decoded;
    }
}

std::string decode_references(std::string_view raw) {
    if (raw.find('&') == std::string_view::npos) return std::string(raw);
    struct Collect final : HtmlTokenSink {
        std::string text;
        bool take(const HtmlToken& token) override {
            if (token.kind == HtmlTokenKind::text) text += token.text;
            return true;
        }
    } collect;
    std::string escaped;  // a value is no markup: its angle brackets are text
    for (const char c : raw) {
        if (c == '<') escaped += "&lt;";
        else escaped += c;
    }
    tokenize_html(escaped, collect);
    return collect.text;
}

}  // namespace depesche
