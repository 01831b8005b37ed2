#include "page/zone_judge.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "page/html_features.h"
#include "page/html_survey.h"
#include "page/page_survey.h"

namespace depesche {
namespace {

constexpr float surest = 6;           // log odds that the trees may give
constexpr float bias = 0.3F;          // a line too many costs a reader more than one too few
constexpr float mostly = 0.8F;        // of a line stands in the body that the page declares
constexpr float declared_odds = 1.5;  // what that is worth at least; labelled lines say 7 to 1
constexpr float sure = 0.7F;          // from here on a line is text wherever it stands
constexpr float weight_of_trees = 3;  // against what the places of zones say

// How much more each line's best state of the article's text weighs than its best other one.
std::vector<float> text_odds_of(const std::vector<float>& weights) {
    const std::vector<ZoneState>& states = zone_states();
    std::vector<float> odds;
    odds.reserve(weights.size() / states.size());
    for (std::size_t at = 0; at + states.size() <= weights.size(); at += states.size()) {
        float text = -1e9F;
        float rest = -1e9F;
        for (std::size_t s = 0; s < states.size(); ++s) {
            float& best = is_article_text(states[s].zone) ? text : rest;
            best = std::max(best, weights[at + s]);
        }
        odds.push_back(text - rest);
    }
    return odds;
}

std::vector<float> rows_of(const Page& page, const HtmlSurvey& survey, const PageSurvey& lines, const std::vector<LineLook>& looks,
                           const std::vector<float>& odds) {
    return html_features_of(survey, lines, looks, DeclaredBody(*page.html), page.html->decoded.view(page.html->title), odds);
}

// Log odds that each line is the article's own text. What a reader is not shown is not, unless nothing else is: some pages show their
// text by script.
std::vector<float> answers_of(const HtmlSurvey& places, const TreeModel& trees, const std::vector<float>& rows) {
    const std::size_t size = html_feature_names().size();
    std::vector<float> answers;
    answers.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places.place(i).hidden && places.main() != no_element) {
            answers.push_back(-surest);
            continue;
        }
        const std::span<const float> row = std::span(rows).subspan(i * size, size);
        const float probability = std::clamp(trees.probability(row), 1e-6F, 1 - 1e-6F);
        float answer = std::log(probability / (1 - probability)) - bias;
        if (declared_share_of(row) >= mostly) answer = std::max(answer, declared_odds);
        answers.push_back(std::clamp(answer, -surest, surest));
    }
    return answers;
}

// `weights` with the answers in the place of the line model's own opinion.
void put_answers(const std::vector<float>& answers, std::vector<float>& weights) {
    const std::vector<ZoneState>& states = zone_states();
    const std::vector<float> odds = text_odds_of(weights);
    for (std::size_t i = 0; i < odds.size(); ++i) {
        for (std::size_t s = 0; s < states.size(); ++s) {
            if (is_article_text(states[s].zone)) weights[i * states.size() + s] += weight_of_trees * answers[i] - odds[i];
        }
    }
}

// The chain knows pages of news alone: text that stands above a headline or behind readers' comments has no state there.
void keep_sure_text(const HtmlSurvey& places, const std::vector<float>& answers, std::vector<JudgedLine>& judged) {
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const ZoneKind zone = judged[i].state.zone;
        if (answers[i] < sure || is_article_text(zone) || zone == ZoneKind::headline) continue;
        const bool heading = is_heading(places.place(i).tag) && !places.place(i).running;
        judged[i].state = {PagePart::text, heading ? ZoneKind::crosshead : ZoneKind::body};
    }
}

}  // namespace

ZoneJudge::ZoneJudge(const LineReader& reader, std::string_view zone_weights, std::string_view html_trees)
    : reader_(reader), model_(zone_weights), trees_(html_trees, html_feature_names()) {}

std::vector<JudgedLine> ZoneJudge::judge(const Page& page, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                                         std::string_view language) const {
    const PageSurvey survey(page.source.text(), lines, looks);
    std::vector<float> weights = model_.weigh(features_of(survey, lines, looks, reader_.bylines(), language));
    if (!page.html) return model_.best_states(weights);
    const HtmlSurvey places(*page.html, lines, looks, words_);
    const std::vector<float> rows = rows_of(page, places, survey, looks, text_odds_of(weights));
    const std::vector<float> of_markup = model_.weigh(markup_features_of(places));
    std::ranges::transform(weights, of_markup, weights.begin(), std::plus<>{});
    if (trees_.trees() == 0) return model_.best_states(weights);
    const std::vector<float> answers = answers_of(places, trees_, rows);
    put_answers(answers, weights);
    std::vector<JudgedLine> judged = model_.best_states(weights);
    keep_sure_text(places, answers, judged);
    return judged;
}

std::vector<float> ZoneJudge::html_rows(const Page& page, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks,
                                        std::string_view language) const {
    if (!page.html) return {};
    const PageSurvey survey(page.source.text(), lines, looks);
    const std::vector<float> odds = text_odds_of(model_.weigh(features_of(survey, lines, looks, reader_.bylines(), language)));
    return rows_of(page, HtmlSurvey(*page.html, lines, looks, words_), survey, looks, odds);
}

}  // namespace depesche
