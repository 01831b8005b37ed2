// The words of a version, ready to compare.
#pragma once

#include <cstdint>
#include <vector>

#include "brief/versions.h"

namespace depesche {

struct VersionWord {
    std::uint64_t hash = 0;  // of the word without case, accents and punctuation
    Span span;               // of the text; marks at its ends are in it
    std::uint32_t passage = 0;
};

// The words of all passages in order, parted by white space; what has neither letter nor digit belongs to the word before it. Linear.
[[nodiscard]] std::vector<VersionWord> version_words(const VersionInput& input);

}  // namespace depesche
