#include "read/encoding.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "base/utf8.h"
#include "read/table_decoder.h"

namespace depesche {
namespace {

// Windows-1252 as the WHATWG maps 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char16_t, 32> windows_1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// What a reader does not see: soft hyphens, zero-width marks, writing direction, byte order marks, control characters.
bool is_invisible(char32_t c) {
    if (c < 0x20) return c != '\n' && c != '\t';
    return c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85) || c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_blank(char32_t c) { return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000; }

bool is_line_end(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// The one letter that `base` and a combining mark make, or nothing.
std::optional<char32_t> composed(char32_t base, char32_t mark) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::nullopt;
    const UChar32 pair = nfc->composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
    if (pair < 0) return std::nullopt;
    return static_cast<char32_t>(pair);
}

// Puts code points into the text one by one, cleaned. A letter is held back until it is known that no mark follows.
class Cleaner {
public:
    explicit Cleaner(Decoded& out) : out_(out) {}

    void put(char32_t c, std::uint32_t begin, std::uint32_t size) {
        if (c == '\n' && after_return_ && held_ == U'\n' && held_end() == begin) {  // \r\n is one line end
            held_size_ += size;
            after_return_ = false;
            return;
        }
        after_return_ = c == '\r';
        if (c == '\r' || is_line_end(c)) c = '\n';
        if (is_invisible(c)) return;
        if (is_blank(c)) c = ' ';
        if (is_combining(c) && held_ != 0 && held_end() == begin) {
            if (const auto pair = composed(held_, c)) {
                held_ = *pair;
                held_size_ += size;
                return;
            }
        }
        flush();
        held_ = c;
        held_begin_ = begin;
        held_size_ = size;
    }

    void broken(std::uint32_t begin, std::uint32_t size) {
        if (out_.broken++ == 0) out_.first_broken = begin;
        put(0xFFFD, begin, size);
    }

    void flush() {
        if (held_ == 0) return;
        std::string unit;
        append_utf8(unit, held_);
        out_.source.append(unit, held_begin_, held_size_);
        held_ = 0;
    }

private:
    [[nodiscard]] std::uint32_t held_end() const { return held_begin_ + held_size_; }

    Decoded& out_;
    char32_t held_ = 0;
    std::uint32_t held_begin_ = 0;
    std::uint32_t held_size_ = 0;
    bool after_return_ = false;
};

constexpr std::size_t word_bytes = 8;  // looked at in one step

std::uint64_t word_at(std::string_view bytes, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, word_bytes);
    return word;
}

constexpr std::uint64_t each_byte(std::uint64_t byte) { return byte * 0x0101010101010101ULL; }

// True when all eight bytes are from 0x20 to 0x7E: below 0x80, and neither does taking 0x20 off borrow nor adding 1 reach 0x80.
bool all_printed(std::uint64_t word) {
    if ((word & each_byte(0x80)) != 0) return false;
    const std::uint64_t low = (word | each_byte(0x80)) - each_byte(0x20);  // keeps the high bit where the byte is at least 0x20
    const std::uint64_t high = word + each_byte(0x01);                     // sets it where the byte is 0x7F
    return (low & each_byte(0x80)) == each_byte(0x80) && (high & each_byte(0x80)) == 0;
}

// How many bytes at `at` are plain: ASCII that is neither control nor carriage return, and not the last before something else
// (a combining mark may follow it).
std::size_t plain_run(std::string_view bytes, std::size_t at) {
    std::size_t end = at;
    while (end < bytes.size()) {
        if (end + word_bytes <= bytes.size() && all_printed(word_at(bytes, end))) {
            end += word_bytes;
            continue;
        }
        const auto c = static_cast<unsigned char>(bytes[end]);
        if (c >= 0x7F || (c < 0x20 && c != '\n' && c != '\t')) break;
        ++end;
    }
    const std::size_t count = end - at;
    return end == bytes.size() ? count : (count > 0 ? count - 1 : 0);
}

void decode_utf8(std::string_view bytes, Decoded& out) {
    Cleaner cleaner(out);
    for (std::size_t at = 0; at < bytes.size();) {
        if (const std::size_t plain = plain_run(bytes, at); plain > 1) {
            cleaner.put(static_cast<unsigned char>(bytes[at]), static_cast<std::uint32_t>(at), 1);
            cleaner.flush();
            out.source.append_verbatim(bytes.substr(at + 1, plain - 1), static_cast<std::uint32_t>(at) + 1);
            at += plain;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(at);
        const auto c = take_utf8(bytes, at);
        const std::uint32_t length = static_cast<std::uint32_t>(at) - begin;
        if (c) cleaner.put(*c, begin, length);
        else cleaner.broken(begin, length);
    }
    cleaner.flush();
}

void decode_utf16(std::string_view bytes, bool big_endian, Decoded& out) {
    Cleaner cleaner(out);
    auto unit_at = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
    };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t unit = unit_at(at);
        const auto begin = static_cast<std::uint32_t>(at);
        if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unit_at(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                cleaner.put(0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00), begin, 4);
                at += 4;
                continue;
            }
        }
        if (unit >= 0xD800 && unit < 0xE000) cleaner.broken(begin, 2);
        else cleaner.put(unit, begin, 2);
        at += 2;
    }
    if (at < bytes.size()) cleaner.broken(static_cast<std::uint32_t>(at), 1);
    cleaner.flush();
}

void decode_windows_1252(std::string_view bytes, Decoded& out) {
    Cleaner cleaner(out);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        cleaner.put(windows_1252_letter(byte), static_cast<std::uint32_t>(at), 1);
    }
    cleaner.flush();
}

void decode_by_table(std::string_view bytes, Encoding encoding, Decoded& out) {
    Cleaner cleaner(out);
    for_each_letter(bytes, encoding, [&](char32_t c, std::uint32_t begin, std::uint32_t size) {
        if (c == 0xFFFD) cleaner.broken(begin, size);
        else cleaner.put(c, begin, size);
    });
    cleaner.flush();
}

struct Utf8Count {
    std::size_t letters = 0;  // bytes beyond ASCII in valid sequences
    std::size_t broken = 0;   // broken sequences
};

// Behind the ASCII bytes at `at`, which are the most of every page: eight at a time.
std::size_t behind_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    for (std::uint64_t eight = 0; at + 8 <= bytes.size(); at += 8) {
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & high_bits) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = behind_ascii(bytes, 0); at < bytes.size(); at = behind_ascii(bytes, at)) {
        const std::size_t begin = at;
        if (take_utf8(bytes, at)) count.letters += at - begin;
        else ++count.broken;
    }
    return count;
}

// UTF-16 without a mark: at least half of the code units of Latin text have one zero byte, always on the same side.
std::optional<Encoding> utf16_by_zeros(std::string_view bytes) {
    const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    if (looked_at < 4) return std::nullopt;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < looked_at; i += 2) {
        even += bytes[i] == 0;
        odd += bytes[i + 1] == 0;
    }
    if (odd >= looked_at / 4 && even == 0) return Encoding::utf16_le;
    if (even >= looked_at / 4 && odd == 0) return Encoding::utf16_be;
    return std::nullopt;
}

bool has_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 65536);
    if (head.find('\0') != std::string_view::npos) return true;
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        controls += byte < 0x20 && (byte < 9 || byte > 13) && byte != 0x1B;
    }
    return controls * 50 > head.size();
}

}  // namespace

char32_t windows_1252_letter(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80U] : byte; }

std::optional<Encoding> sniff_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return looks_binary(bytes) ? std::nullopt : std::optional(Encoding::utf8);
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_be;
    if (const auto wide = utf16_by_zeros(bytes)) return wide;
    if (looks_binary(bytes)) return std::nullopt;
    const Utf8Count count = count_utf8(bytes);
    return count.broken == 0 || count.letters > count.broken ? Encoding::utf8 : Encoding::windows_1252;
}

std::optional<Encoding> choose_encoding(std::string_view bytes, std::string_view transport) {
    const auto guess = sniff_encoding(bytes);
    if (!guess || has_mark(bytes) || *guess == Encoding::utf16_le || *guess == Encoding::utf16_be) return guess;
    if (const auto sent = encoding_labelled(transport)) return sent;
    const auto declared = encoding_labelled(declared_charset(bytes));
    if (!declared) return guess;
    const bool utf8_letters = *guess == Encoding::utf8 && count_utf8(bytes).letters > 0;
    if (*declared == Encoding::utf8 || utf8_letters) return guess;
    // UTF-16 would have been seen by now: whoever could read the declaration read single bytes.
    return *declared == Encoding::utf16_le || *declared == Encoding::utf16_be ? Encoding::utf8 : *declared;
}

Decoded decode(std::string_view bytes, Encoding encoding) {
    Decoded out;
    switch (encoding) {
        case Encoding::utf8:
            decode_utf8(bytes, out);
            break;
        case Encoding::utf16_le:
            decode_utf16(bytes, false, out);
            break;
        case Encoding::utf16_be:
            decode_utf16(bytes, true, out);
            break;
        case Encoding::windows_1252:
            decode_windows_1252(bytes, out);
            break;
        default:
            decode_by_table(bytes, encoding, out);
    }
    return out;
}

}  // namespace depesche
