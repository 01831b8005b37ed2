// ZoneModel: which zone each line of a page is in, judged for all lines at once.
//
// A hidden chain over the page's lines. A state is a zone in one of five parts of the page (before the article, above its headline,
// its head, its text, behind it); a page goes through the parts in that order. Each feature of a line gives each state a
// weight, each pair of states in a row has a weight, and the sequence with the highest sum is taken (Viterbi 1967; with weights
// learnt as in Lafferty, McCallum, Pereira: Conditional Random Fields, 2001).
//
// Why it works: a single line is often ambiguous (a teaser's blurb reads like a paragraph), its place is not. Handles: boxes of
// other pieces in the midst of the text, headlines that stand twice. Does not handle: two articles on one page. Tests:
// tests/page/zone_model_test.cpp (with a slow twin that tries all sequences).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/article.h"
#include "page/zone_features.h"

namespace depesche {

enum class PagePart : unsigned char { before, above, opening, head, text, behind };

struct ZoneState {
    PagePart part;
    ZoneKind zone;
};

// All states; `opening` is the headline alone.
[[nodiscard]] const std::vector<ZoneState>& zone_states();
[[nodiscard]] std::string state_name(std::size_t state);  // "text:body"
[[nodiscard]] bool may_follow(PagePart from, PagePart to);

struct JudgedLine {
    ZoneState state;
    float confidence = 0;  // 0 to 1: how far the line alone prefers this zone to the best other one (logistic of the margin)
};

class ZoneModel {
public:
    // `table`: rows "feature <tab> weight of each state" and "follow:<state> <tab> weight of each next state", weights in
    // hundredths; rows "begin" and "end" weigh the first and last line's state. Unknown rows are left alone.
    explicit ZoneModel(std::string_view table);

    // What each line's features say of each state: zone_states().size() weights a line, one line behind the other.
    [[nodiscard]] std::vector<float> weigh(const std::vector<std::vector<FeatureId>>& features) const;
    // The best states for the lines so weighed; linear in lines. Equal sums: the state that comes first.
    [[nodiscard]] std::vector<JudgedLine> best_states(const std::vector<float>& weights) const;
    // Both in one.
    [[nodiscard]] std::vector<JudgedLine> judge(const std::vector<std::vector<FeatureId>>& features) const {
        return best_states(weigh(features));
    }

private:
    std::vector<float> emit_;    // feature * states
    std::vector<float> follow_;  // from * states + to; forbidden is very low
    std::vector<float> begin_;
    std::vector<float> end_;
    std::vector<std::vector<std::uint8_t>> before_;  // allowed states before each
};

}  // namespace depesche
