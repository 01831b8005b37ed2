// The zone model finds the best sequence of states: judged by a slow twin that tries all of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "page/zone_model.h"

namespace depesche {
namespace {

// Weights by name, and the sum of a sequence of states.
struct PlainModel {
    std::size_t states = zone_states().size();
    std::vector<std::vector<int>> emit = std::vector<std::vector<int>>(feature_count(), std::vector<int>(states));
    std::vector<std::vector<int>> follow = std::vector<std::vector<int>>(states, std::vector<int>(states));
    std::vector<int> begin = std::vector<int>(states);
    std::vector<int> end = std::vector<int>(states);

    [[nodiscard]] std::string table() const {
        std::string out = "# a table\n";
        const auto row = [&](const std::string& name, const std::vector<int>& weights) {
            out += name;
            for (const int weight : weights) {
                out += '\t';
                out += std::to_string(weight);
            }
            out += "\n";
        };
        row("begin", begin);
        row("end", end);
        for (std::size_t s = 0; s < states; ++s) row("follow:" + state_name(s), follow[s]);
        for (std::size_t f = 0; f < feature_count(); ++f) row(feature_name(static_cast<FeatureId>(f)), emit[f]);
        return out;
    }
    [[nodiscard]] bool allowed(const std::vector<std::size_t>& path) const {
        const PagePart first = zone_states()[path.front()].part;
        if (first == PagePart::head || first == PagePart::behind) return false;
        for (std::size_t i = 1; i < path.size(); ++i) {
            if (!may_follow(zone_states()[path[i - 1]].part, zone_states()[path[i]].part)) return false;
        }
        return true;
    }
    [[nodiscard]] long sum(const std::vector<std::size_t>& path, const std::vector<std::vector<FeatureId>>& features) const {
        long total = begin[path.front()] + end[path.back()];
        for (std::size_t i = 0; i < path.size(); ++i) {
            for (const FeatureId f : features[i]) total += emit[f][path[i]];
            if (i > 0) total += follow[path[i - 1]][path[i]];
        }
        return total;
    }
    // All sequences of three states; slow on purpose.
    [[nodiscard]] long best(const std::vector<std::vector<FeatureId>>& features) const {
        long top = -1'000'000'000;
        for (std::size_t a = 0; a < states; ++a) {
            for (std::size_t b = 0; b < states; ++b) {
                for (std::size_t c = 0; c < states; ++c) {
                    if (const std::vector<std::size_t> path = {a, b, c}; allowed(path)) top = std::max(top, sum(path, features));
                }
            }
        }
        return top;
    }
};

std::size_t index_of(const ZoneState& state) {
    for (std::size_t s = 0; s < zone_states().size(); ++s) {
        if (zone_states()[s].part == state.part && zone_states()[s].zone == state.zone) return s;
    }
    return zone_states().size();
}

TEST(ZoneModel, FindsTheSequenceThatTryingAllFinds) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        std::mt19937 random(seed);
        const auto weight = [&] { return static_cast<int>(random() % 601) - 300; };
        PlainModel plain;
        for (auto* row : {&plain.begin, &plain.end}) std::ranges::generate(*row, weight);
        for (auto& row : plain.follow) std::ranges::generate(row, weight);
        for (auto& row : plain.emit) std::ranges::generate(row, weight);
        std::vector<std::vector<FeatureId>> features(3);
        for (auto& line : features)
            line = {static_cast<FeatureId>(random() % feature_count()), static_cast<FeatureId>(random() % feature_count())};
        const std::string table = plain.table();
        std::vector<std::size_t> path;
        for (const JudgedLine& line : ZoneModel(table).judge(features)) path.push_back(index_of(line.state));
        ASSERT_TRUE(plain.allowed(path)) << seed;
        EXPECT_EQ(plain.sum(path, features), plain.best(features)) << seed;
    }
}

TEST(ZoneModel, KeepsTheOrderOfAPagesParts) {
    EXPECT_TRUE(may_follow(PagePart::before, PagePart::opening));
    EXPECT_TRUE(may_follow(PagePart::head, PagePart::text));
    EXPECT_FALSE(may_follow(PagePart::text, PagePart::head));
    EXPECT_FALSE(may_follow(PagePart::behind, PagePart::text));
    EXPECT_FALSE(may_follow(PagePart::before, PagePart::head));
    EXPECT_FALSE(may_follow(PagePart::opening, PagePart::opening));
}

TEST(ZoneModel, TakesAnEmptyPageAndATableThatIsNone) {
    EXPECT_TRUE(ZoneModel("").judge({}).empty());
    EXPECT_EQ(ZoneModel("always\tx\ty\nno tab\n\tonly\n").judge({{0}, {0}}).size(), 2U);
}

TEST(ZoneModel, EveryFeatureHasANameOfItsOwn) {
    std::vector<std::string> names;
    for (std::size_t f = 0; f < feature_count(); ++f) names.push_back(feature_name(static_cast<FeatureId>(f)));
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

}  // namespace
}  // namespace depesche
