// DeclaredBody: the words that an HTML page declares to be its article's text (articleBody of JSON-LD) and its description, to be
// compared with what a reader sees. Only ever evidence: the text itself is always the visible one.
//
// Compared by hashes of three words in a row, so that white space, markup and quotation marks may differ. Handles: a declared body that
// is cut short, or that leaves out boxes. Does not handle: lines of one or two words; they are never found in it.
// Test: tests/page/declared_body_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html.h"

namespace depesche {

class DeclaredBody {
public:
    // Linear in the page's data scripts. Nothing is declared by scripts that are broken in front of the text.
    explicit DeclaredBody(const HtmlPage& html);

    // True when a text of some length was declared.
    [[nodiscard]] bool given() const { return body_.size() >= 5; }
    // The share of the line's threes of words that stand in the body, in the description; 0 for a line of fewer than three words.
    [[nodiscard]] float body_share(std::string_view line) const { return share(line, body_); }
    [[nodiscard]] float description_share(std::string_view line) const { return share(line, description_); }

private:
    [[nodiscard]] static float share(std::string_view line, const std::vector<std::uint64_t>& threes);

    std::vector<std::uint64_t> body_;         // sorted
    std::vector<std::uint64_t> description_;  // sorted
};

}  // namespace depesche
