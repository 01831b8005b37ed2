// Names of months in languages that have no tables of their own, from ICU's locale data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace depesche {

// Month names and short forms of one locale, lower case, without dots: "мая", "mayo". Names of several words are left out.
// Making one reads ICU's data (about a tenth of a millisecond): make it only where a page needs it.
class MonthNames {
public:
    // `language`: ISO 639-1. Empty for a code that ICU does not know.
    explicit MonthNames(const std::string& language);
    MonthNames(const MonthNames&) = delete;
    MonthNames& operator=(const MonthNames&) = delete;

    [[nodiscard]] const WordMap<int>& names() const { return names_; }

private:
    std::vector<std::string> owned_;
    WordMap<int> names_;
};

}  // namespace depesche
