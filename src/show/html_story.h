// One story as HTML, section by section.
#pragma once

#include <string_view>
#include <vector>

#include <depesche/brief.h>

#include "show/html_writer.h"

namespace depesche {

// `number` from 1; it names the headings.
void write_story_head(HtmlWriter& out, const Story& story, std::size_t number);
void write_reports(HtmlWriter& out, const Story& story);
void write_origins(HtmlWriter& out, const Story& story, std::size_t number);

void write_keypoints(HtmlWriter& out, const Story& story);
void write_quotes(HtmlWriter& out, const Story& story);
void write_differences(HtmlWriter& out, std::string_view heading, const std::vector<Difference>& differences);
void write_timeline(HtmlWriter& out, const Story& story);
void write_names(HtmlWriter& out, std::string_view heading, const std::vector<NamedThing>& names);
void write_gaps(HtmlWriter& out, const Story& story);

// The picture of who took from whom: time runs downwards, a lane for each origin, a row for each report, a curve from the earlier
// report to the one that took from it, the thicker the more words. Nothing for a single report and for more than 40.
void write_origin_picture(HtmlWriter& out, const Story& story, std::size_t number);

// The texts of the pages with an anchor at every place that was referred to so far, and shared text tinted.
void write_pages(HtmlWriter& out);

}  // namespace depesche
