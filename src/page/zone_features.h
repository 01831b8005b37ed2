// Features: what the lines of a page are judged by, as numbers. The names are the rows of data/page/zone-weights.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/html_survey.h"
#include "page/line_look.h"
#include "page/page_lines.h"
#include "page/page_survey.h"

namespace depesche {

using FeatureId = std::uint16_t;

[[nodiscard]] std::size_t feature_count();
[[nodiscard]] std::string feature_name(FeatureId feature);

// The active features of each line, ascending: its own look, the looks of its neighbours, its place among them, the words it
// shares with the page's running text, whether it stands elsewhere again. Linear in the page.
[[nodiscard]] std::vector<std::vector<FeatureId>> features_of(const PageSurvey& page, const std::vector<PageLine>& lines,
                                                              const std::vector<LineLook>& looks, const BylineReader& bylines,
                                                              std::string_view language);

// What the elements of an HTML page say of its lines' zones: tags, and cues in the names of elements near the line.
[[nodiscard]] std::vector<std::vector<FeatureId>> markup_features_of(const HtmlSurvey& survey);

}  // namespace depesche
