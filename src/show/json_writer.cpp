#include "show/json_writer.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace depesche {
namespace {

// Bytes that stand for themselves in a JSON string: ASCII but control characters, the quote and the backslash.
bool is_plain(char c) { return static_cast<signed char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            break;
    }
    if (c >= 0x20) {
        append_utf8(out, c);
        return;
    }
    out += "\\u00";
    out += digits[c >> 4U];
    out += digits[c & 15U];
}

}  // namespace

void JsonWriter::break_line() {
    out_ += '\n';
    out_.append(open_.size(), ' ');
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (open_.empty()) return;
    Open& inside = open_.back();
    if (!inside.empty) out_ += inside.lines ? "," : ", ";
    inside.empty = false;
    if (inside.lines) break_line();
}

void JsonWriter::open(char bracket, JsonLayout layout) {
    before_value();
    const bool lines = layout == JsonLayout::lines && (open_.empty() || open_.back().lines);
    out_ += bracket;
    open_.push_back({lines, true});
}

void JsonWriter::close(char bracket) {
    const Open inside = open_.back();
    open_.pop_back();
    if (inside.lines && !inside.empty) break_line();
    out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
    before_value();
    out_ += '"';
    out_ += name;
    out_ += "\": ";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    before_value();
    out_ += '"';
    std::size_t plain_from = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_plain(text[at])) {
            ++at;
            continue;
        }
        out_ += text.substr(plain_from, at - plain_from);
        append_escaped(out_, take_utf8(text, at).value_or(U'\uFFFD'));
        plain_from = at;
    }
    out_ += text.substr(plain_from);
    out_ += '"';
}

void JsonWriter::value(bool yes) {
    before_value();
    out_ += yes ? "true" : "false";
}

void JsonWriter::count(unsigned long long number) {
    before_value();
    std::array<char, 24> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out_.append(digits.data(), written.ptr);
}

void JsonWriter::hundredths(unsigned number) {
    before_value();
    out_ += std::to_string(number / 100) + (number % 100 < 10 ? ".0" : ".") + std::to_string(number % 100);
}

void JsonWriter::null() {
    before_value();
    out_ += "null";
}

std::string JsonWriter::take() {
    out_ += '\n';
    open_.clear();
    after_key_ = false;
    return std::exchange(out_, {});
}

}  // namespace depesche
