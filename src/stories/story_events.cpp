#include "stories/story_events.h"

#include <algorithm>
#include <map>

#include "base/disjoint_sets.h"
#include "base/sort_distinct.h"

namespace depesche {
namespace {

StoryEventKind kind_of(const StoryEvent& event) {
    if (event.before.size() == 1 && event.after.size() == 1) return StoryEventKind::renamed;
    if (event.after.size() == 1) return StoryEventKind::joined;
    return event.before.size() == 1 ? StoryEventKind::split : StoryEventKind::mixed;
}

// The numbers of names, given as they are met.
class NameNumbers {
public:
    std::uint32_t of(const std::string& name) {
        return numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

private:
    std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

std::vector<StoryEvent> story_events(std::span<const StoryStep> steps) {
    NameNumbers before;
    NameNumbers after;
    DisjointSets sets(2 * steps.size());  // even: stories before; odd: after
    std::vector<std::pair<const StoryStep*, std::uint32_t>> counted;
    for (const StoryStep& step : steps) {
        if (step.before.empty() || step.after.empty()) continue;
        const std::uint32_t one = 2 * before.of(step.before);
        sets.join(one, 2 * after.of(step.after) + 1);
        counted.emplace_back(&step, one);
    }
    std::map<std::uint32_t, StoryEvent> found;
    for (const auto& [step, number] : counted) {
        StoryEvent& event = found[sets.find(number)];
        event.before.push_back(step->before);
        event.after.push_back(step->after);
    }
    std::vector<StoryEvent> events;
    for (auto& [number, event] : found) {
        sort_distinct(event.before);
        sort_distinct(event.after);
        if (event.before.size() == 1 && event.before == event.after) continue;
        event.kind = kind_of(event);
        events.push_back(std::move(event));
    }
    std::ranges::sort(events, {}, [](const StoryEvent& e) -> const std::string& { return e.before.front(); });
    return events;
}

}  // namespace depesche
