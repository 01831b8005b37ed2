// What became of stories between two groupings.
#include <gtest/gtest.h>

#include "stories/story_events.h"

namespace depesche {
namespace {

using Names = std::vector<std::string>;

TEST(StoryEvents, NothingChangedIsNoEvent) {
    EXPECT_TRUE(story_events({}).empty());
    EXPECT_TRUE(story_events(std::vector<StoryStep>{{"a", "a"}, {"a", "a"}, {"b", "b"}}).empty());
}

TEST(StoryEvents, NewAndGonePiecesAreNoEvent) {
    EXPECT_TRUE(story_events(std::vector<StoryStep>{{"a", "a"}, {"", "a"}, {"", "c"}, {"d", ""}}).empty());
}

TEST(StoryEvents, TwoStoriesThatBecomeOneAreAJoin) {
    const auto events = story_events(std::vector<StoryStep>{{"b", "a"}, {"a", "a"}, {"c", "c"}});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, StoryEventKind::joined);
    EXPECT_EQ(events[0].before, (Names{"a", "b"}));
    EXPECT_EQ(events[0].after, (Names{"a"}));
}

TEST(StoryEvents, OneStoryThatBecomesTwoIsASplit) {
    const auto events = story_events(std::vector<StoryStep>{{"a", "a"}, {"a", "x"}});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, StoryEventKind::split);
    EXPECT_EQ(events[0].after, (Names{"a", "x"}));
}

TEST(StoryEvents, AStoryWithAnEarlierFirstPieceIsRenamed) {
    const auto events = story_events(std::vector<StoryStep>{{"b", "a"}, {"b", "a"}, {"", "a"}});
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, StoryEventKind::renamed);
}

TEST(StoryEvents, APieceThatGoesFromOneStoryToAnotherMixesTheTwo) {
    const auto events = story_events(std::vector<StoryStep>{{"a", "a"}, {"a", "b"}, {"b", "b"}, {"z", "y"}});
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, StoryEventKind::mixed);
    EXPECT_EQ(events[0].before, (Names{"a", "b"}));
    EXPECT_EQ(events[1].kind, StoryEventKind::renamed);
}

}  // namespace
}  // namespace depesche
