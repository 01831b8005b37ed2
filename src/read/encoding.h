// Telling a page's encoding from its bytes, and decoding it into SourceText.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <depesche/result.h>

#include "read/source_text.h"

namespace depesche {

// The encodings of the WHATWG Encoding Standard but iso-8859-16, iso-2022-jp, x-mac-cyrillic and replacement. ICU has the tables of
// all behind windows_1252; for the East Asian ones they are those of Windows, which the standard's follow.
enum class Encoding : unsigned char {
    utf8,
    utf16_le,
    utf16_be,
    windows_1252,
    ibm866,
    iso_8859_2,
    iso_8859_3,
    iso_8859_4,
    iso_8859_5,
    iso_8859_6,
    iso_8859_7,
    iso_8859_8,
    iso_8859_10,
    iso_8859_13,
    iso_8859_14,
    iso_8859_15,
    koi8_r,
    koi8_u,
    macintosh,
    windows_874,
    windows_1250,
    windows_1251,
    windows_1253,
    windows_1254,
    windows_1255,
    windows_1256,
    windows_1257,
    windows_1258,
    gbk,
    gb18030,
    big5,
    euc_jp,
    shift_jis,
    euc_kr
};
inline constexpr std::size_t encodings = 34;

[[nodiscard]] std::string_view name_of(Encoding encoding);  // as the WHATWG names it: "utf-8", "windows-1252"

// The encoding that a label stands for, such as "latin1", whatever its case; nothing for labels that are not known.
[[nodiscard]] std::optional<Encoding> encoding_labelled(std::string_view label);

// The label that an HTML page gives itself near its begin (WHATWG HTML, prescan), or an XML declaration; empty for none.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

// The encoding to read a page in, in the order of the WHATWG: byte order mark, `transport` (the label that came with the page), what the
// page declares, then a guess (sniff_encoding). Two departures, since crawlers store pages re-encoded and leave their tags: what the page
// declares is not believed when its bytes are valid UTF-8 with letters beyond ASCII, nor that it is UTF-8 when it plainly is not.
[[nodiscard]] std::optional<Encoding> choose_encoding(std::string_view bytes, std::string_view transport);

// Nothing for bytes that are no text: NUL bytes outside UTF-16, or many control characters. By byte order mark; else UTF-16 by
// the place of its zero bytes; else UTF-8 when it is valid or when more of its bytes beyond ASCII form letters than
// fail to; else Windows-1252, which covers Latin-1.
[[nodiscard]] std::optional<Encoding> sniff_encoding(std::string_view bytes);

// The letter of a Windows-1252 byte (WHATWG index windows-1252).
[[nodiscard]] char32_t windows_1252_letter(unsigned char byte);

struct Decoded {
    SourceText source;
    std::uint32_t broken = 0;        // sequences that could not be decoded, each U+FFFD in the text
    std::uint32_t first_broken = 0;  // page offset of the first
};

// Decodes all of `bytes` (WHATWG Encoding Standard, one U+FFFD for each broken sequence). Cleans as SourceText promises.
[[nodiscard]] Decoded decode(std::string_view bytes, Encoding encoding);

}  // namespace depesche
