// Numbers written in digits: German "1.234,5", Swiss "1'234.5", English "1,234.5", French "1 234,5".
#pragma once

#include <optional>
#include <string_view>

namespace depesche {

// The value of a number token. `decimal_mark` and `group_marks` are the language's own (Language). Where the mark is not the
// language's, three digits behind it group and any other number of digits are a fraction ("1.5 Milliarden" in German text).
// Nothing for what is no plain number: a leading zero ("0171"), three numbers in a row ("18.06.2024"), more than 15 digits.
[[nodiscard]] std::optional<double> digits_value(std::string_view number, std::string_view decimal_mark, std::string_view group_marks);

}  // namespace depesche
