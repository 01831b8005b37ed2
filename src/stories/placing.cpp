#include "stories/placing.h"

#include <algorithm>
#include <unordered_map>

namespace depesche {
namespace {

// For each node the first node of its cluster; earlier pieces are clustered by label, each of the day's pieces is its own.
std::vector<std::uint32_t> given_clusters(std::span<const std::uint32_t> labels, std::uint32_t count) {
    std::vector<std::uint32_t> given;
    given.reserve(labels.size() + count);
    std::unordered_map<std::uint32_t, std::uint32_t> first_of;
    for (const std::uint32_t label : labels)
        given.push_back(first_of.try_emplace(label, static_cast<std::uint32_t>(given.size())).first->second);
    for (std::uint32_t i = 0; i < count; ++i) given.push_back(static_cast<std::uint32_t>(given.size()));
    return given;
}

}  // namespace

std::vector<Placement> place_day(std::uint32_t first, std::span<const Placement> placed, std::uint32_t count, std::span<const Link> links,
                                 const Thresholds& thresholds) {
    const auto earlier = static_cast<std::uint32_t>(placed.size());
    std::vector<Link> within(links.begin(), links.end());
    for (Link& link : within) {
        link.first -= first;
        link.second -= first;
    }
    std::vector<std::uint32_t> stories;
    std::vector<std::uint32_t> topics;
    for (const Placement& placement : placed) {
        stories.push_back(placement.story);
        topics.push_back(placement.topic);
    }
    const std::vector<std::uint32_t> story = link_onto({given_clusters(stories, count), earlier}, within, thresholds.story);
    // The day's pieces begin as their stories: in the topic of the one they go on, or as a cluster of its own.
    std::vector<std::uint32_t> given = given_clusters(topics, count);
    for (std::uint32_t i = earlier; i < earlier + count; ++i) given[i] = given[story[i]];
    const std::vector<std::uint32_t> topic = link_onto({given, earlier}, within, thresholds.topic);

    std::vector<Placement> places;
    places.reserve(count);
    for (std::uint32_t i = earlier; i < earlier + count; ++i) {
        places.push_back(
            {story[i] < earlier ? stories[story[i]] : first + story[i], topic[i] < earlier ? topics[topic[i]] : first + topic[i]});
    }
    return places;
}

}  // namespace depesche
