// Closings: what stands behind an article without its markup or a known heading saying so.
//
// Readers' comments in an unnamed box have a form of their own, "Opa Ernst, 10.03.2026 10:12: Ich hab …": a short name, a day with a
// clock, a colon. Press releases end in sections about other things than their news: where the study appeared, whom to call, who the
// sender is. Handles both in HTML and plain text. Does not handle comments that show neither day nor clock, nor a sender's own description
// without a heading (tests/page/closings_test.cpp).
#pragma once

#include <vector>

#include "page/line_look.h"
#include "page/page_lines.h"
#include "page/zone_model.h"
#include "read/page.h"

namespace depesche {

// Turns such lines of text into comment and boilerplate. Only behind two paragraphs, and never more text than stands before. Linear in the
// lines.
void judge_closings(const Page& page, const LineReader& reader, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                    std::vector<JudgedLine>& judged);

}  // namespace depesche
