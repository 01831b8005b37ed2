#include "stories/story_joins.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/disjoint_sets.h"

namespace depesche {
namespace {

using Stories = std::map<std::uint32_t, SpokenStory>;

std::vector<StoryPair> story_pairs(std::vector<LikelyPair> pairs, std::span<const std::uint32_t> story_of_piece, const Stories& stories) {
    // The pieces of a pair in the order of their stories' names, so that a story pair is met in one form only.
    const auto story = [&](std::int64_t piece) { return story_of_piece[static_cast<std::size_t>(piece)]; };
    for (LikelyPair& pair : pairs) {
        if (story(pair.second) < story(pair.first)) std::swap(pair.first, pair.second);
    }
    const auto key = [&](const LikelyPair& pair) { return std::pair(story(pair.first), story(pair.second)); };
    std::ranges::sort(pairs, {}, [&](const LikelyPair& pair) { return std::tuple(key(pair), pair.first, pair.second); });
    std::vector<StoryPair> found;
    for (std::size_t begin = 0; begin < pairs.size();) {
        std::size_t end = begin;
        while (end < pairs.size() && key(pairs[end]) == key(pairs[begin])) ++end;
        const auto [first, second] = key(pairs[begin]);
        if (first != second) {
            const float strength = strength_of(std::span(pairs).subspan(begin, end - begin), stories.at(first), stories.at(second));
            if (strength >= least_strength) found.push_back({first, second, strength});
        }
        begin = end;
    }
    return found;
}

// Strongest first; never two of one language.
std::vector<StoryPair> chosen(std::vector<StoryPair> pairs, const Stories& stories, std::span<const std::uint32_t> ranks) {
    std::ranges::sort(pairs, [&](const StoryPair& a, const StoryPair& b) {
        if (a.strength != b.strength) return a.strength > b.strength;
        const auto key = [&](const StoryPair& p) { return std::minmax({ranks[p.first], ranks[p.second]}); };
        return key(a) < key(b);
    });
    DisjointSets sets(ranks.size());
    std::map<std::uint32_t, std::set<std::string>> spoken;
    for (const auto& [name, story] : stories) spoken[name].insert(story.language);
    std::vector<StoryPair> joined;
    for (const StoryPair& pair : pairs) {
        const std::uint32_t a = sets.find(pair.first);
        const std::uint32_t b = sets.find(pair.second);
        if (a == b) continue;
        const bool apart = std::ranges::none_of(spoken[a], [&](const std::string& language) { return spoken[b].contains(language); });
        if (!apart) continue;
        sets.join(a, b);
        std::set<std::string> both = spoken[a];
        both.merge(spoken[b]);
        spoken[sets.find(a)] = std::move(both);
        joined.push_back(pair);
    }
    return joined;
}

}  // namespace

float strength_of(std::span<const LikelyPair> pairs, const SpokenStory& first, const SpokenStory& second) {
    std::map<std::int64_t, float> best;
    for (const LikelyPair& pair : pairs) {
        for (const std::int64_t piece : {pair.first, pair.second}) {
            float& of_piece = best[piece];
            of_piece = std::max(of_piece, pair.probability);
        }
    }
    const auto mean = [&](const SpokenStory& story) {
        float sum = 0;
        for (const std::uint32_t piece : story.pieces) {
            const auto at = best.find(piece);
            if (at != best.end()) sum += at->second;
        }
        return sum / static_cast<float>(story.pieces.size());
    };
    return (mean(first) + mean(second)) / 2;
}

std::map<std::uint32_t, SpokenStory> spoken_stories(std::span<const std::uint32_t> story_of_piece, std::span<const std::string> spoken,
                                                    std::span<const std::uint32_t> ranks) {
    Stories stories;
    for (std::uint32_t i = 0; i < story_of_piece.size(); ++i) stories[story_of_piece[i]].pieces.push_back(i);
    for (auto& [name, story] : stories) {
        std::ranges::sort(story.pieces, {}, [&](std::uint32_t piece) { return ranks[piece]; });
        std::map<std::string, std::size_t> counts;
        for (const std::uint32_t piece : story.pieces) {
            if (!spoken[piece].empty()) ++counts[spoken[piece]];
        }
        std::size_t most = 0;
        for (const auto& [language, count] : counts) {
            if (count > most) story.language = language;
            most = std::max(most, count);
        }
    }
    return stories;
}

std::vector<StoryPair> join_stories(std::vector<LikelyPair> pairs, std::span<const std::uint32_t> story_of_piece,
                                    std::span<const std::string> spoken, std::span<const std::uint32_t> ranks) {
    const Stories stories = spoken_stories(story_of_piece, spoken, ranks);
    return chosen(story_pairs(std::move(pairs), story_of_piece, stories), stories, ranks);
}

}  // namespace depesche
