#include "brief/people.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "brief/bending.h"
#include "brief/cite.h"

namespace depesche {
namespace {

constexpr std::size_t most_mentions = 200;  // of one name; a story of a thousand reports names its people tens of thousands of times
constexpr float least_confidence = 0.4F;    // of the surest name of the group

// "Auf der Koreanischen Halbinsel": a place reads alone as Koreanische Halbinsel.
std::string shown_name(const StoryText& text, const NameGroup& group) {
    if (group.kind != NameKind::place) return group.name;
    return Bending(*text.reports()[group.members.front().first].language).alone(group.name, {"", true});
}

struct Counted {
    NamedThing thing;
    std::size_t reports = 0;
    std::size_t times = 0;
};

Counted count(const StoryText& text, const NameGroup& group, float& surest) {
    Counted counted{{shown_name(text, group), group.role, group.spellings, {}}, 0, 0};
    if (counted.thing.name != group.name) std::erase(counted.thing.spellings, group.name);  // the same, bent
    std::set<std::uint32_t> reports;
    std::set<std::pair<std::uint32_t, std::string_view>> seen;
    for (const auto& [index, entity] : group.members) {
        const Prepared& report = text.reports()[index];
        reports.insert(index);
        for (const std::uint32_t n : report.marks.entities[entity].names) {
            const Name& name = report.marks.names[n];
            surest = std::max(surest, name.confidence);
            ++counted.times;
            const std::string_view spelling = report.text.text.substr(name.span.begin, name.span.size());
            if (!seen.emplace(index, spelling).second || counted.thing.mentions.size() >= most_mentions) continue;
            counted.thing.mentions.push_back(cite(report, name.span));
        }
    }
    counted.reports = reports.size();
    return counted;
}

}  // namespace

std::vector<NamedThing> find_named(const StoryText& text, NameKind kind) {
    std::vector<Counted> all;
    for (const NameGroup& group : text.names().groups()) {
        if (group.kind != kind) continue;
        float surest = 0;
        Counted counted = count(text, group, surest);
        if (surest >= least_confidence) all.push_back(std::move(counted));
    }
    std::ranges::stable_sort(all, [](const Counted& a, const Counted& b) {
        return std::tuple(b.reports, b.times, a.thing.name) < std::tuple(a.reports, a.times, b.thing.name);
    });
    std::vector<NamedThing> out;
    for (Counted& counted : all) out.push_back(std::move(counted.thing));
    return out;
}

}  // namespace depesche
