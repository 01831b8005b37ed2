// Text from pages made safe to show: no control characters, no escape sequences, nothing that turns the direction of writing.
#pragma once

#include <string>
#include <string_view>

namespace depesche {

// One line of the text: white space of any kind is one blank, control characters (C0, DEL, C1), characters without a meaning and
// broken UTF-8 are U+FFFD, and characters that only steer (direction marks, zero-width and soft hyphens, interlinear marks, tags) are
// dropped. The result is valid UTF-8 that a terminal prints and a browser shows without side effects.
[[nodiscard]] std::string clean_line(std::string_view text);

// The same for a text of many lines whose places are counted in UTF-16 units (as a browser does): each code point gives as many
// units as before; line feeds and tabs stay, other control characters are U+FFFD, steering characters U+200B.
[[nodiscard]] std::string clean_page(std::string_view text);

// Terminal columns: 0 for combining and invisible characters, 2 for East Asian wide ones and emoji, else 1.
[[nodiscard]] unsigned columns_of(char32_t code_point);
[[nodiscard]] unsigned columns_of(std::string_view text);

}  // namespace depesche
