#include "read/raw_text.h"

#include "base/utf8.h"
#include "read/table_decoder.h"

namespace depesche {
namespace {

std::string raw_utf16(std::string_view bytes, bool big_endian) {
    auto unit_at = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return big_endian ? static_cast<char32_t>(first << 8U | second) : static_cast<char32_t>(second << 8U | first);
    };
    std::string out;
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit_at(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && unit_at(at + 2) >= 0xDC00 && unit_at(at + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        append_utf8(out, c);
    }
    if (at < bytes.size()) append_utf8(out, 0xFFFD);
    return out;
}

}  // namespace

std::string raw_text(std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::utf16_le || encoding == Encoding::utf16_be) return raw_utf16(bytes, encoding == Encoding::utf16_be);
    std::string out;
    if (encoding != Encoding::utf8 && encoding != Encoding::windows_1252) {
        for_each_letter(bytes, encoding, [&](char32_t c, std::uint32_t, std::uint32_t) { append_utf8(out, c); });
        return out;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        if (encoding == Encoding::utf8) append_utf8(out, next_code_point(bytes, at));
        else append_utf8(out, windows_1252_letter(static_cast<unsigned char>(bytes[at++])));
    }
    return out;
}

}  // namespace depesche
