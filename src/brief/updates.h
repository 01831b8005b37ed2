// Updates: counts that rose while a happening was reported, which is no contradiction.
#pragma once

#include <vector>

#include <depesche/brief.h>

#include "brief/claims.h"
#include "brief/outcomes.h"
#include "brief/story_text.h"

namespace depesche {

// A count of people by what became of them, as one report has it.
struct Toll {
    std::uint32_t report = 0;
    const Line* line = nullptr;
    const Figure* figure = nullptr;
    Outcome outcome;
    bool update = false;  // its words say that it replaces another, or is replaced
};

// Of all reports, by state and degree, then report and text. Left out: earlier happenings, words in somebody's quote.
[[nodiscard]] std::vector<Toll> find_tolls(const StoryText& text);

// True when the tolls, of one state that grows, never fall from one report to a later one, and each rise has at least two hours between the
// two reports: the later one knows more. False when a report has no time of publication. Without a clock, days count.
//
// Why it works: a desk that is wrong is wrong against others of its hour; where every later report has as many or more, time explains it.
// Handles: "drei Tote" at 8, "fünf Tote" at 12 and 14. Does not handle: a true contradiction between two reports far apart in time, which
// is told as an update. Test: updates_test.
[[nodiscard]] bool rise_with_time(const StoryText& text, const std::vector<Toll>& tolls);

struct Update {
    Difference told;        // values in the order in which reports first have them
    bool explains = false;  // they rise with time, so that none of them contradicts another
};

// Each state that grows with two values or more of which a report says that one replaced another, or that rise with time.
[[nodiscard]] std::vector<Update> find_updates(const StoryText& text);

// True when all that the difference cites is cited by an update that explains it.
[[nodiscard]] bool is_explained(const Difference& difference, const std::vector<Update>& updates);

}  // namespace depesche
