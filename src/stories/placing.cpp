#include "stories/placing.h"

#include <algorithm>
#include <map>
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

// For topics links between articles weigh less, so that one threshold fits all.
void weigh_for_topics(std::span<Link> links, const Thresholds& thresholds) {
    const auto share = static_cast<float>(thresholds.topic / thresholds.topic_articles);
    for (Link& link : links) {
        if (link.articles) link.probability *= share;
    }
}

// The day's stories, each by its first piece of the day.
std::vector<std::uint32_t> stories_of_day(std::span<const std::uint32_t> story, std::uint32_t earlier) {
    std::vector<std::uint32_t> named;
    std::unordered_map<std::uint32_t, std::uint32_t> first_of;
    for (const std::uint32_t label : story.subspan(earlier))
        named.push_back(first_of.try_emplace(label, static_cast<std::uint32_t>(named.size())).first->second);
    return named;
}

// A topic and how many of its pieces are of the affair it goes with.
struct TopicOfAffair {
    std::uint32_t topic = 0;
    std::uint32_t affair = 0;
    std::uint32_t pieces = 0;
};

// The topics that are of an affair by at least half of their pieces, ascending. Of two affairs with the same number of pieces the smaller.
std::vector<TopicOfAffair> topics_of_affairs(std::span<const std::uint32_t> topic, std::span<const std::uint32_t> affairs) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> counts;  // by topic and affair
    std::unordered_map<std::uint32_t, std::uint32_t> sizes;
    for (std::size_t i = 0; i < topic.size(); ++i) {
        ++sizes[topic[i]];
        if (affairs[i] != 0) ++counts[{topic[i], affairs[i]}];
    }
    std::vector<TopicOfAffair> found;
    for (const auto& [key, count] : counts) {
        if (2 * count < sizes[key.first]) continue;
        if (!found.empty() && found.back().topic == key.first) {
            if (count > found.back().pieces) found.back() = {key.first, key.second, count};
        } else {
            found.push_back({key.first, key.second, count});
        }
    }
    return found;
}

// New topics of one affair become one, or go on the earlier one that has most of its pieces, of equal ones the first.
void join_by_affair(std::span<std::uint32_t> topic, std::span<const std::uint32_t> affairs, std::uint32_t earlier) {
    const std::vector<TopicOfAffair> topics = topics_of_affairs(topic, affairs);
    std::map<std::uint32_t, TopicOfAffair> target;  // by affair
    for (const TopicOfAffair& one : topics) {
        const auto [at, fresh] = target.try_emplace(one.affair, one);
        if (!fresh && one.topic < earlier && one.pieces > at->second.pieces) at->second = one;
    }
    std::unordered_map<std::uint32_t, std::uint32_t> into;
    for (const TopicOfAffair& one : topics) {
        if (one.topic >= earlier) into.emplace(one.topic, target.at(one.affair).topic);
    }
    for (std::uint32_t& label : topic) {
        if (const auto at = into.find(label); at != into.end()) label = at->second;
    }
}

}  // namespace

std::vector<Placement> place_day(std::uint32_t first, std::span<const Placement> placed, std::uint32_t count, std::span<const Link> links,
                                 const Thresholds& thresholds, const FindAffairs& affairs, const JoinStories& join) {
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
    std::vector<std::uint32_t> story = link_onto({given_clusters(stories, count), earlier}, within, thresholds.story);
    if (join && earlier == 0) story = join(story);
    // The day's pieces begin as their stories: in the topic of the one they go on, or as a cluster of its own.
    std::vector<std::uint32_t> given = given_clusters(topics, count);
    for (std::uint32_t i = earlier; i < earlier + count; ++i) given[i] = given[story[i]];
    weigh_for_topics(within, thresholds);
    std::vector<std::uint32_t> topic = link_onto({given, earlier}, within, thresholds.topic);
    if (affairs) join_by_affair(topic, affairs(stories_of_day(story, earlier)), earlier);

    std::vector<Placement> places;
    places.reserve(count);
    for (std::uint32_t i = earlier; i < earlier + count; ++i) {
        places.push_back(
            {story[i] < earlier ? stories[story[i]] : first + story[i], topic[i] < earlier ? topics[topic[i]] : first + topic[i]});
    }
    return places;
}

}  // namespace depesche
