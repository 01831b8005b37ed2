// Walking and folding UTF-8. All text behind read/ is valid UTF-8, so these never see broken bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <depesche/span.h>

namespace depesche {

// The code point that begins at byte `at`, which is moved behind it, or nothing for a broken sequence; `at` is then behind the
// longest start of a sequence that was there (one U+FFFD each in the WHATWG Encoding Standard). `at` must be below text.size().
[[nodiscard]] std::optional<char32_t> take_utf8(std::string_view text, std::size_t& at);

// The code point that begins at byte `at`, which is moved behind it. `at` must be below text.size().
// Broken bytes give U+FFFD and move by one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

// The code point that ends before byte `at`, which is moved to its begin. `at` must be above 0.
[[nodiscard]] char32_t previous_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_letter(char32_t c);  // Unicode L*
[[nodiscard]] bool is_upper(char32_t c);   // Lu, Lt
[[nodiscard]] bool is_digit(char32_t c);   // Nd
[[nodiscard]] bool is_space(char32_t c);   // white space and line ends

// Lower case by simple case mapping; the length in bytes may differ from the input's.
[[nodiscard]] std::string to_lower(std::string_view text);

// For comparing words over spellings: lower case, without accents, ß as ss, ä as ae and so on (ae and ä fold alike), hyphens
// and apostrophes dropped. "Großer", "grosser" -> "grosser"; "Jong-un", "Jong Un" differ only by the blank.
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);  // ASCII and Unicode white space off both ends

// The span of `text` without white space at its ends; empty when it has nothing else.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

}  // namespace depesche
