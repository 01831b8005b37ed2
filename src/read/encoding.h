// Telling a page's encoding from its bytes, and decoding it into SourceText.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <depesche/result.h>

#include "read/source_text.h"

namespace depesche {

enum class Encoding { utf8, utf16_le, utf16_be, windows_1252 };

[[nodiscard]] std::string_view name_of(Encoding encoding);  // as the WHATWG names it: "utf-8", "windows-1252"

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
