#include "brief/updates.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>

#include "brief/agreement.h"
#include "brief/cite.h"
#include "brief/slot_differences.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr int least_minutes = 120;  // between two reports of which the later one may know more
constexpr int minutes_of_day = 24 * 60;

struct Published {
    int minutes = 0;  // since an arbitrary day
    bool clock = false;
};

std::optional<Published> published(const StoryText& text, std::uint32_t report) {
    const auto& known = text.reports()[report].article.published;
    if (!known) return std::nullopt;
    const auto day = day_of(known->value);
    if (!day) return std::nullopt;
    const int minutes = static_cast<int>(day->time_since_epoch().count()) * minutes_of_day;
    if (!known->value.has_clock()) return Published{minutes, false};
    return Published{minutes + known->value.hour * 60 + known->value.minute, true};
}

bool knows_more(const Published& earlier, const Published& later) {
    const int least = earlier.clock && later.clock ? least_minutes : minutes_of_day;
    return later.minutes - earlier.minutes >= least;
}

bool rises(const StoryText& text, const Toll& low, const Toll& high) {
    if (low.report == high.report) return low.update || high.update;
    const auto earlier = published(text, low.report);
    const auto later = published(text, high.report);
    return earlier && later && knows_more(*earlier, *later);
}

// Values in the order in which reports first have them.
Difference make_update(const StoryText& text, std::vector<Toll> tolls) {
    std::erase_if(tolls, [](const Toll& t) { return t.figure->kind != FigureKind::exact; });  // "gut 40" is no step between 41 and 44
    const auto order = [&](const Toll& t) {
        const auto at = published(text, t.report);
        return std::tuple(!at, at ? at->minutes : 0, t.report, t.figure->value, t.figure->span);
    };
    std::ranges::sort(tolls, [&](const Toll& a, const Toll& b) { return order(a) < order(b); });
    Difference out{"figure", {}, {}};
    std::map<std::string, std::size_t> values;
    bool about_says_state = false;
    for (const Toll& toll : tolls) {
        const Claim claim = claim_of_figure(text, toll.report, *toll.figure);
        const auto [at, fresh] = values.emplace(claim.key, out.values.size());
        if (fresh) out.values.push_back({claim.label, {}});
        out.values[at->second].mentions.push_back(cite(text.reports()[claim.report], claim.span));
        const bool says_state = toll.figure->of_span == toll.outcome.told;
        if (!toll.figure->of_span.empty() && (out.about.empty() || (says_state && !about_says_state))) {
            about_says_state = says_state;
            out.about = text.reports()[toll.report].text.text.substr(toll.figure->of_span.begin, toll.figure->of_span.size());
        }
    }
    return out;
}

bool differ(const Toll& a, const Toll& b) { return compare_figures(*a.figure, *b.figure) == Agreement::different; }

// Tolls of values that one report has side by side and says that one replaced the other.
std::vector<Toll> said_to_rise(const std::vector<Toll>& tolls) {
    std::vector<Toll> known;
    for (const Toll& a : tolls) {
        const bool has_both =
            std::ranges::any_of(tolls, [&](const Toll& b) { return a.report == b.report && differ(a, b) && (a.update || b.update); });
        if (has_both) known.push_back(a);
    }
    std::vector<Toll> out;
    std::ranges::copy_if(tolls, std::back_inserter(out), [&](const Toll& t) {
        return std::ranges::any_of(known, [&](const Toll& k) { return compare_figures(*t.figure, *k.figure) == Agreement::same; });
    });
    return out;
}

bool any_differ(const std::vector<Toll>& tolls) {
    return std::ranges::any_of(tolls, [&](const Toll& t) { return differ(t, tolls.front()); });
}

std::pair<std::uint32_t, std::optional<std::uint32_t>> state_of(const Toll& t) { return {t.outcome.state, t.outcome.degree}; }

}  // namespace

std::vector<Toll> find_tolls(const StoryText& text) {
    std::vector<Toll> tolls;
    for (std::uint32_t r = 0; r < text.reports().size(); ++r) {
        const Prepared& report = text.reports()[r];
        for (const Figure& figure : report.marks.figures) {
            const Line* line = text.line_at(r, figure.span.begin);
            if (line == nullptr || figure.of.empty() || quoted_share(report, figure.span) > 0 || tells_of_earlier(text, *line)) continue;
            const auto outcome = outcome_of(text, *line, figure);
            if (outcome) tolls.push_back({r, line, &figure, *outcome, figure.update || tells_of_update(text, *line)});
        }
    }
    std::ranges::stable_sort(tolls, {}, state_of);
    return tolls;
}

bool rise_with_time(const StoryText& text, const std::vector<Toll>& tolls) {
    for (const Toll& a : tolls) {
        for (const Toll& b : tolls) {
            if (a.figure->value >= b.figure->value || compare_figures(*a.figure, *b.figure) != Agreement::different) continue;
            if (!rises(text, a, b)) return false;
        }
    }
    return true;
}

std::vector<Update> find_updates(const StoryText& text) {
    std::vector<Update> found;
    const std::vector<Toll> all = find_tolls(text);
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::find_if(begin, all.end(), [&](const Toll& t) { return state_of(t) != state_of(*begin); });
        std::vector<Toll> tolls(begin, end);
        begin = end;
        if (!text.concepts().grows(tolls.front().outcome.state) || !any_differ(tolls)) continue;
        const bool explains = rise_with_time(text, tolls);
        if (!explains) tolls = said_to_rise(tolls);
        Update update{make_update(text, std::move(tolls)), explains};
        if (update.told.values.size() > 1) found.push_back(std::move(update));
    }
    return found;
}

bool is_explained(const Difference& difference, const std::vector<Update>& updates) {
    const auto cited_in = [](const Mention& mention, const Update& update) {
        return std::ranges::any_of(update.told.values, [&](const DifferenceValue& value) {
            return std::ranges::any_of(value.mentions,
                                       [&](const Mention& m) { return m.page == mention.page && m.in_text.overlaps(mention.in_text); });
        });
    };
    return std::ranges::any_of(updates, [&](const Update& update) {
        return update.explains && std::ranges::all_of(difference.values, [&](const DifferenceValue& value) {
                   return std::ranges::all_of(value.mentions, [&](const Mention& m) { return cited_in(m, update); });
               });
    });
}

}  // namespace depesche
