// Which written names mean one thing: within a text by what stands near, over a pile by what is named most.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "marks/name_forms.h"

namespace depesche {

struct JoinItem {
    NameForm form;
    std::uint32_t text = 0;      // which text it stands in
    std::uint32_t position = 0;  // ascending within a text: words before it
    std::uint32_t weight = 1;    // how often it stands there
};

enum class JoinScope : unsigned char {
    text,  // items are mentions in order; a short form belongs to the fitting name that is near and often named
    pile,  // items are the entities of several texts; a short form belongs to the fitting name that is named most
};

// For each item the index of the first item that means the same thing.
[[nodiscard]] std::vector<std::uint32_t> join_names(std::span<const JoinItem> items, JoinScope scope);

}  // namespace depesche
