// What the names that pages give their elements (class, id, itemprop) say about them, by data/page/field-markup.tsv.
#pragma once

#include <string_view>
#include <vector>

#include "read/html.h"

namespace depesche {

enum class FieldHint : unsigned char { breadcrumb, date, furniture, update };

// Made once, read-only.
class FieldMarkup {
public:
    FieldMarkup();

    // True when one of the kind's words stands in the attribute's value, in capitals or not. Linear in the value.
    [[nodiscard]] bool says(std::string_view value, FieldHint kind) const;

    // The same for the element's class, id and itemprop.
    [[nodiscard]] bool says(const HtmlPage& html, const HtmlElement& element, FieldHint kind) const;

private:
    std::vector<std::string_view> words_[4];
};

}  // namespace depesche
