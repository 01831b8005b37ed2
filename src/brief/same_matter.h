// Marks of two reports that stand at the same place of two sentences about the same thing.
#pragma once

#include <cstdint>
#include <vector>

#include "brief/agreement.h"
#include "brief/likeness.h"
#include "brief/story_text.h"

namespace depesche {

// A mark in one sentence of one report.
struct MarkPlace {
    std::uint32_t line = 0;  // index into StoryText::lines()
    std::uint32_t unit = 0;  // index into the line's units
    friend auto operator<=>(const MarkPlace&, const MarkPlace&) = default;
};

enum class Trust : unsigned char { none, unsure, sure };

struct Counterpart {
    MarkPlace left;
    MarkPlace right;
    UnitKind kind = UnitKind::figure;
    Agreement agreement = Agreement::same;
    Trust trust = Trust::none;  // that both tell of the same thing
    std::vector<Span> frame;    // where they differ: words of the left sentence that the right one has too, what it is about
};

// Names, figures and times that stand against each other when the sentences are lined up, for one likeness. Names agree when
// they are of one group; names of different kind are no counterparts. Those that nothing says tell of one thing are left out.
//
// Why it works: two reports of one thing use much of the same words in the same order around the figure, so the slot that the
// words leave open on both sides is the same slot. Trust asks that rare words match beside the slot, that enough of the
// shorter sentence matches, and that not more slots than words differ: sentences of the same make about different things
// ("In A starben drei", "In B starben zwei") differ in several slots at once. Test: differences_test.
[[nodiscard]] std::vector<Counterpart> find_counterparts(const StoryText& text, const Likeness& likeness);

}  // namespace depesche
