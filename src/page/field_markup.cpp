#include "page/field_markup.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/language.h"

namespace depesche {

FieldMarkup::FieldMarkup() {
    for (const Row& row : data_rows("page/field-markup.tsv")) {
        if (row.size() < 2) continue;
        const FieldHint kind = row[0] == "breadcrumb"  ? FieldHint::breadcrumb
                               : row[0] == "date"      ? FieldHint::date
                               : row[0] == "furniture" ? FieldHint::furniture
                                                       : FieldHint::update;
        words_[static_cast<std::size_t>(kind)].push_back(row[1]);
    }
}

bool FieldMarkup::says(std::string_view value, FieldHint kind) const {
    if (value.empty()) return false;
    const std::string lower = to_lower(value.substr(0, 400));
    return std::ranges::any_of(words_[static_cast<std::size_t>(kind)],
                               [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool FieldMarkup::says(const HtmlPage& html, const HtmlElement& element, FieldHint kind) const {
    for (const HtmlName name : {HtmlName::classes, HtmlName::id, HtmlName::itemprop}) {
        if (says(html.attribute(element, name), kind)) return true;
    }
    return false;
}

}  // namespace depesche
