// ZoneJudge: the zones of a page's lines. Plain text is judged by its lines alone (zone_model.h); on an HTML page boosted trees first
// say of each line how likely it is the article's own text, from its elements and what the line model thinks of it (stacking:
// Wolpert 1992; that a chain over lines goes well with strong features of elements: Vogels, Ganea, Eickhoff: Web2Text, 2018).
// Their answer takes the place of the line model's own opinion on that question; which zone it is stays the line model's.
#pragma once

#include <string_view>
#include <vector>

#include "base/tree_model.h"
#include "page/line_look.h"
#include "page/markup_words.h"
#include "page/page_lines.h"
#include "page/zone_model.h"
#include "read/page.h"

namespace depesche {

// Made once, read-only.
class ZoneJudge {
public:
    // The tables of data/page/zone-weights.tsv and data/page/html-text.tsv.
    ZoneJudge(const LineReader& reader, std::string_view zone_weights, std::string_view html_trees);

    // A state for each line. Linear in the page.
    [[nodiscard]] std::vector<JudgedLine> judge(const Page& page, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                                                std::string_view language) const;

    // The rows that the trees see of an HTML page (html_features.h); what they are learnt from.
    [[nodiscard]] std::vector<float> html_rows(const Page& page, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                                               std::string_view language) const;

private:
    const LineReader& reader_;
    ZoneModel model_;
    MarkupWords words_;
    TreeModel trees_;
};

}  // namespace depesche
