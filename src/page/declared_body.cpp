#include "page/declared_body.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/utf8.h"

namespace depesche {
namespace {

// Hashes of each three words in a row, words being letters and digits; tags between < and > are passed over.
std::vector<std::uint64_t> threes_of(std::string_view text) {
    constexpr std::uint64_t basis = 1469598103934665603ULL;  // FNV-1a
    std::vector<std::uint64_t> out;
    std::array<std::uint64_t, 3> last{};
    std::size_t words = 0;
    std::uint64_t word = basis;
    bool in_word = false;
    const auto close = [&] {
        if (!in_word) return;
        last = {last[1], last[2], word};
        if (++words >= 3) out.push_back((last[0] * 0x9E3779B97F4A7C15ULL + last[1]) * 0x9E3779B97F4A7C15ULL + last[2]);
        word = basis;
        in_word = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == '<') {
            const std::size_t end = text.find('>', at);
            if (end == std::string_view::npos || end - at > 200) ++at;
            else at = end + 1;
            close();
            continue;
        }
        const std::size_t from = at;
        const bool letter =
            c < 0x80 ? (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') : is_letter(next_code_point(text, at));
        if (c < 0x80) ++at;
        if (!letter) {
            close();
            continue;
        }
        for (std::size_t i = from; i < at; ++i) word = (word ^ static_cast<unsigned char>(text[i])) * 1099511628211ULL;
        in_word = true;
    }
    close();
    return out;
}

// The code unit of "\u00e4" at `at`, which stands behind the u; a lone half of a pair gives a blank.
void take_unit(std::string_view text, std::size_t at, std::string& out) {
    unsigned unit = 0;
    if (at + 4 > text.size() || std::from_chars(text.data() + at, text.data() + at + 4, unit, 16).ptr != text.data() + at + 4) return;
    append_utf8(out, unit >= 0xD800 && unit < 0xE000 ? U' ' : static_cast<char32_t>(unit));
}

// A JSON string's value from its first byte behind the quotation mark. Escapes are resolved; it ends at the mark or the text's end.
std::string string_value(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] != '\\') {
            out += text[at];
            continue;
        }
        if (++at >= text.size()) break;
        const char escape = text[at];
        if (escape == 'u') {
            take_unit(text, at + 1, out);
            at += 4;
        } else {
            out += escape == 'n' || escape == 'r' || escape == 't' ? ' ' : escape;
        }
    }
    return out;
}

// The value of the first `"key": "..."` in a script; empty when there is none.
std::string value_of(std::string_view script, std::string_view key) {
    std::size_t at = script.find(key);
    if (at == std::string_view::npos) return {};
    at += key.size();
    while (at < script.size() && (script[at] == ' ' || script[at] == ':' || script[at] == '\n' || script[at] == '\t')) ++at;
    if (at >= script.size() || script[at] != '"') return {};
    return string_value(script.substr(at + 1));
}

void add_threes(std::string_view text, std::vector<std::uint64_t>& out) {
    const std::vector<std::uint64_t> threes =
        text.find('&') == std::string_view::npos ? threes_of(text) : threes_of(decode_references(text));
    out.insert(out.end(), threes.begin(), threes.end());
}

}  // namespace

DeclaredBody::DeclaredBody(const HtmlPage& html) {
    for (const HtmlScript& script : html.scripts) {
        if (html.decoded.view(script.type).find("ld+json") == std::string_view::npos) continue;
        add_threes(value_of(html.decoded.view(script.text), "\"articleBody\""), body_);
    }
    for (const HtmlElement& element : html.elements) {
        if (element.name == "body") break;
        if (element.name != "meta") continue;
        const std::string_view name = html.attribute(element, HtmlName::name);
        const std::string_view property = html.attribute(element, HtmlName::property);
        if (name == "description" || property == "og:description") add_threes(html.attribute(element, HtmlName::content), description_);
    }
    std::ranges::sort(body_);
    std::ranges::sort(description_);
}

float DeclaredBody::share(std::string_view line, const std::vector<std::uint64_t>& threes) {
    if (threes.empty()) return 0;
    const std::vector<std::uint64_t> own = threes_of(line);
    if (own.empty()) return 0;
    const auto found = std::ranges::count_if(own, [&](std::uint64_t three) { return std::ranges::binary_search(threes, three); });
    return static_cast<float>(found) / static_cast<float>(own.size());
}

}  // namespace depesche
