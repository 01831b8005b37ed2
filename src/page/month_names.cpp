#include "page/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include "base/utf8.h"

namespace depesche {
namespace {

// One word of letters, its dot cut off; empty for anything else.
std::string one_word(const icu::UnicodeString& name) {
    std::string text;
    name.toUTF8String(text);
    text = to_lower(text);
    while (text.ends_with('.')) text.pop_back();
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(next_code_point(text, at))) return {};
    }
    return text.size() < 3 ? std::string() : text;
}

}  // namespace

MonthNames::MonthNames(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    if (U_FAILURE(status) != 0) return;
    constexpr std::size_t forms = 4;
    owned_.reserve(forms * 12);
    std::vector<int> months;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count && i < 12; ++i) {
                std::string word = one_word(names[i]);
                if (word.empty()) continue;
                owned_.push_back(std::move(word));
                months.push_back(i + 1);
            }
        }
    }
    for (std::size_t i = 0; i < owned_.size(); ++i) names_.emplace(owned_[i], months[i]);
}

}  // namespace depesche
