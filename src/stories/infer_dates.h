// Publication dates that a page does not show, inferred from its story.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "marks/find_marks.h"
#include "marks/marks.h"
#include "page/article.h"

namespace depesche {

// One report of a story, as date inference sees it. Views must outlive the call.
struct ReportDates {
    const Article* article = nullptr;
    const MarkText* text = nullptr;
    std::span<const Time> times;
};

struct InferredDate {
    std::uint32_t report = 0;                              // index into the reports given
    Moment day;                                            // precision: a day
    std::vector<std::pair<std::uint32_t, Span>> evidence;  // report and text span of each support; two or more
    std::string how;                                       // "weekday on the page and a dated report"
};

// For each report without a publication date: the one day that two independent supports agree on, or that a weekday (or
// "gestern" with a weekday) on the page and a dated report of the same story give. Never a comment's, caption's or gallery's
// date. Nothing for a report that nothing supports, or whose supports disagree.
[[nodiscard]] std::vector<InferredDate> infer_dates(std::span<const ReportDates> story);

}  // namespace depesche
