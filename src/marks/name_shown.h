// The form that stands for a group of names.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "marks/name_forms.h"

namespace depesche {

// A form and how often it was written.
struct CountedForm {
    const NameForm* form = nullptr;
    std::uint32_t count = 0;
};

// All spellings, without inflection, most frequent first, then by bytes. A form that is another one with a genitive s is counted there.
[[nodiscard]] std::vector<std::pair<std::string, std::uint32_t>> spellings_of(std::span<const CountedForm> forms);

// The name that the table of aliases shows; else the fullest form: most words, then most frequent, then first by bytes. Empty when there
// are no forms.
[[nodiscard]] std::string fullest_form(std::span<const CountedForm> forms);

}  // namespace depesche
