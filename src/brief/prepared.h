// A report on its way into a brief: all that the rooms above found, kept together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <depesche/brief.h>

#include "marks/find_marks.h"
#include "marks/marks.h"
#include "page/article.h"
#include "read/page.h"
#include "stories/infer_dates.h"

namespace depesche {

// `text.text` is a view into page.source: a Prepared is moved into place once and then stays there.
struct Prepared {
    Page page;
    Article article;
    const Language* language = nullptr;
    MarkText text;
    Marks marks;
    std::uint32_t page_index = 0;  // into Brief::pages
};

// The reports of one story, by publication time (unknown last), then page. What the parts of a brief are made from.
struct StoryReports {
    std::span<const Prepared* const> reports;
    std::span<const InferredDate> inferred;  // report: index into reports

    [[nodiscard]] const Prepared& operator[](std::size_t i) const { return *reports[i]; }
    [[nodiscard]] std::size_t size() const { return reports.size(); }
};

}  // namespace depesche
