#include "page/zone_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace depesche {
namespace {

constexpr float forbidden = -1e9F;

std::vector<ZoneState> make_states() {
    using enum ZoneKind;
    std::vector<ZoneState> states;
    const auto add = [&](PagePart part, std::initializer_list<ZoneKind> zones) {
        for (const ZoneKind zone : zones) states.push_back({part, zone});
    };
    add(PagePart::before, {boilerplate, other});
    add(PagePart::above, {section, kicker, date, byline, caption, credit, boilerplate});
    add(PagePart::opening, {headline});
    add(PagePart::head, {headline, standfirst, byline, date, section, kicker, caption, credit, keypoint, note, agency, boilerplate, other});
    add(PagePart::text, {body, crosshead, caption, credit, keypoint, note, byline, agency, boilerplate, other});
    add(PagePart::behind, {boilerplate, other, comment, note, agency, byline, keypoint, caption, credit, date, headline});
    return states;
}

constexpr std::array<std::string_view, 6> part_names = {"before", "above", "opening", "head", "text", "behind"};

// The numbers of a row, hundredths; stops at what is no number.
std::vector<float> numbers_in(std::string_view cells) {
    std::vector<float> numbers;
    while (!cells.empty()) {
        int value = 0;
        const auto [end, error] = std::from_chars(cells.data(), cells.data() + cells.size(), value);
        if (error != std::errc{}) break;
        numbers.push_back(static_cast<float>(value) / 100.0F);
        cells.remove_prefix(static_cast<std::size_t>(end - cells.data()));
        if (!cells.empty()) cells.remove_prefix(1);
    }
    return numbers;
}

}  // namespace

const std::vector<ZoneState>& zone_states() {
    static const std::vector<ZoneState> states = make_states();
    return states;
}

std::string state_name(std::size_t state) {
    const ZoneState& s = zone_states()[state];
    return std::string(part_names[static_cast<std::size_t>(s.part)]) + ":" + std::string(name_of(s.zone));
}

bool may_follow(PagePart from, PagePart to) {
    if (to == PagePart::opening) return from == PagePart::before || from == PagePart::above;
    if (from == PagePart::opening) return to > PagePart::opening;
    if (to == PagePart::head) return from == PagePart::head;
    return from <= to;
}

ZoneModel::ZoneModel(std::string_view table) {
    const std::size_t states = zone_states().size();
    emit_.assign(feature_count() * states, 0);
    follow_.assign(states * states, 0);
    begin_.assign(states, 0);
    end_.assign(states, 0);
    std::unordered_map<std::string, float*> rows;
    for (std::size_t f = 0; f < feature_count(); ++f) rows[feature_name(static_cast<FeatureId>(f))] = &emit_[f * states];
    for (std::size_t s = 0; s < states; ++s) rows["follow:" + state_name(s)] = &follow_[s * states];
    rows["begin"] = begin_.data();
    rows["end"] = end_.data();
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || line.front() == '#') continue;
        const auto row = rows.find(std::string(line.substr(0, tab)));
        if (row == rows.end()) continue;
        const std::vector<float> numbers = numbers_in(line.substr(tab + 1));
        std::copy_n(numbers.begin(), std::min(numbers.size(), states), row->second);
    }
    before_.resize(states);
    for (std::size_t to = 0; to < states; ++to) {
        for (std::size_t from = 0; from < states; ++from) {
            if (may_follow(zone_states()[from].part, zone_states()[to].part)) before_[to].push_back(static_cast<std::uint8_t>(from));
            else follow_[from * states + to] = forbidden;
        }
        const PagePart part = zone_states()[to].part;
        if (part == PagePart::head || part == PagePart::behind) begin_[to] = forbidden;
    }
}

std::vector<float> ZoneModel::weigh(const std::vector<std::vector<FeatureId>>& features) const {
    const std::size_t states = zone_states().size();
    std::vector<float> emitted(features.size() * states, 0);
    for (std::size_t i = 0; i < features.size(); ++i) {
        float* const own = &emitted[i * states];
        for (const FeatureId f : features[i]) {
            const float* const weights = &emit_[f * states];
            for (std::size_t s = 0; s < states; ++s) own[s] += weights[s];
        }
    }
    return emitted;
}

std::vector<JudgedLine> ZoneModel::best_states(const std::vector<float>& weights) const {
    const std::size_t states = zone_states().size();
    const std::size_t lines = weights.size() / states;
    if (lines == 0) return {};
    std::vector<float> best(begin_);
    std::vector<float> next(states);
    std::vector<std::uint8_t> back(lines * states, 0);
    for (std::size_t i = 0; i < lines; ++i) {
        const float* const own = &weights[i * states];
        if (i == 0) {
            for (std::size_t s = 0; s < states; ++s) best[s] += own[s];
            continue;
        }
        for (std::size_t to = 0; to < states; ++to) {
            float top = 2 * forbidden;
            std::uint8_t from_best = before_[to].front();
            for (const std::uint8_t from : before_[to]) {
                const float sum = best[from] + follow_[from * states + to];
                if (sum > top) {
                    top = sum;
                    from_best = from;
                }
            }
            next[to] = top + own[to];
            back[i * states + to] = from_best;
        }
        std::swap(best, next);
    }
    for (std::size_t s = 0; s < states; ++s) best[s] += end_[s];
    std::vector<JudgedLine> judged(lines);
    std::size_t state = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = lines; i-- > 0;) {
        const float* const own = &weights[i * states];
        float rival = forbidden;
        for (std::size_t s = 0; s < states; ++s) {
            if (zone_states()[s].zone != zone_states()[state].zone) rival = std::max(rival, own[s]);
        }
        judged[i] = {zone_states()[state], 1.0F / (1.0F + std::exp(rival - own[state]))};
        if (i > 0) state = back[i * states + state];
    }
    return judged;
}

}  // namespace depesche
