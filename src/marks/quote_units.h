// Quotation marks paired to quoted stretches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <depesche/span.h>

namespace depesche {

// A stretch between a pair of quotation marks that is in no other pair.
struct QuotedStretch {
    Span outer;               // with its marks
    Span inner;               // without them
    bool opened = true;       // false: the opening mark is missing and outer.begin was inferred
    bool carried_on = false;  // no closing mark: the next paragraph goes on with an opening mark of its own
    bool unclosed = false;    // no closing mark anywhere: taken to end with the paragraph
};

// The quoted stretches of one paragraph `paragraph` of `text`, sorted, not overlapping. What stands between marks of an
// outer pair is not paired again. A mark without its partner is left out, except a closing one behind which the paragraph
// goes on (`unopened` gets its offset; the caller knows sentences) and an opening one whose paragraph is carried on.
struct PairedMarks {
    std::vector<QuotedStretch> stretches;
    std::vector<Span> unopened;  // closing marks without an opening one
    std::vector<Span> dropped;   // opening marks „ behind which another „ followed before a closing one
    Span open;                   // the last opening mark without a closing one; empty when none
};

[[nodiscard]] PairedMarks pair_quotation_marks(std::string_view text, Span paragraph);

}  // namespace depesche
