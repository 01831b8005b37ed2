// Kind words: words that name a kind of happening, person or thing ("Brand", "Trainer", "Schnee") and so no affair.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "language/language.h"

namespace depesche {

// A language's table data/languages/<code>/kind-words.tsv: second column words, "verletz*" for all that begin so, "*brand" for all that end
// so.
class KindWords {
public:
    KindWords() = default;
    explicit KindWords(const std::vector<Row>& rows);
    // True for a folded word of the table; for every word when the language has none, so that nothing in it names an affair.
    [[nodiscard]] bool names_kind(std::string_view folded) const;

private:
    using Words = std::unordered_set<std::string, TextHash, std::equal_to<>>;
    Words words_;
    Words begins_;
    Words ends_;
    std::set<std::size_t> begin_sizes_;
    std::set<std::size_t> end_sizes_;
};

}  // namespace depesche
