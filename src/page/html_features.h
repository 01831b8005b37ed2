// The numbers by which the lines of an HTML page are told apart: text of the article or not. For the trees of
// data/page/html-text.tsv, whose splits name them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "page/declared_body.h"
#include "page/html_survey.h"
#include "page/line_look.h"
#include "page/page_survey.h"

namespace depesche {

[[nodiscard]] std::span<const std::string_view> html_feature_names();

// One row a line, each with html_feature_names().size() numbers, one row behind the other. `text_odds`: what the line model for plain text
// says of each line (log odds of being the article's text). Linear in the page.
[[nodiscard]] std::vector<float> html_features_of(const HtmlSurvey& survey, const PageSurvey& page, const std::vector<LineLook>& looks,
                                                  const DeclaredBody& declared, std::string_view title,
                                                  const std::vector<float>& text_odds);

// What a row says of the share of its line that stands in the page's declared body; below 0 when none was declared.
[[nodiscard]] float declared_share_of(std::span<const float> row);

}  // namespace depesche
