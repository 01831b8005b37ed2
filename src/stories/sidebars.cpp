#include "stories/sidebars.h"

#include <algorithm>
#include <map>
#include <utility>

namespace depesche {
namespace {

struct Sums {
    double probability = 0;
    double names = 0;
};

}  // namespace

std::vector<std::uint32_t> join_sidebars(std::span<const std::uint32_t> story, std::span<const std::uint8_t> no_day,
                                         std::span<const ArticleTie> ties, const SidebarThresholds& thresholds) {
    std::vector<std::uint32_t> size(story.size(), 0);
    for (const std::uint32_t first : story) ++size[first];
    std::map<std::pair<std::uint32_t, std::uint32_t>, Sums> sums;  // by sidebar and story
    const auto note = [&](std::uint32_t sidebar, std::uint32_t other, const ArticleTie& tie) {
        if (no_day[sidebar] == 0 || size[story[sidebar]] > 1 || size[story[other]] < 2) return;
        Sums& sum = sums[{sidebar, story[other]}];
        sum.probability += tie.probability;
        sum.names += tie.names;
    };
    for (const ArticleTie& tie : ties) {
        note(tie.first, tie.second, tie);
        note(tie.second, tie.first, tie);
    }

    std::map<std::uint32_t, std::pair<double, std::uint32_t>> best;  // by sidebar: mean probability and story
    for (const auto& [key, sum] : sums) {
        const double mean = sum.probability / size[key.second];
        auto& known = best.try_emplace(key.first, 0, key.second).first->second;
        if (mean > known.first) known = {mean, key.second};
    }
    std::map<std::uint32_t, std::uint32_t> first_of;  // of stories that grew
    std::vector<std::uint32_t> joined(story.begin(), story.end());
    for (const auto& [sidebar, choice] : best) {
        const auto [mean, to] = choice;
        if (mean < thresholds.probability || sums.at({sidebar, to}).names / size[to] < thresholds.names) continue;
        joined[sidebar] = to;
        auto& first = first_of.try_emplace(to, to).first->second;
        first = std::min(first, sidebar);
    }
    for (std::uint32_t& label : joined) {
        if (const auto grown = first_of.find(label); grown != first_of.end()) label = grown->second;
    }
    return joined;
}

}  // namespace depesche
