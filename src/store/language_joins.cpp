#include "store/language_joins.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "base/disjoint_sets.h"
#include "store/joined_rows.h"
#include "store/stored_stream.h"
#include "stories/story_joins.h"

namespace depesche {
namespace {

struct Member {
    std::int64_t row = 0;
    std::string sha256;
    std::string language;
    std::int64_t minute = 0;  // unknown last
};

struct PairOfStory {
    std::int64_t own = 0;  // rows of pages
    std::int64_t other = 0;
    std::string story;  // of the other
    float probability = 0;
};

// What is read of a story.
struct LoadedStory {
    std::vector<Member> members;
    std::vector<PairOfStory> pairs;
};

// Stories with their pieces and pairs, read once each.
class StoryLoader {
public:
    static Result<StoryLoader> make(const Database& database) {
        auto members = database.prepare(
            "SELECT s.page, sha256, language, published, crawled FROM story_pieces AS s JOIN pages ON id = s.page JOIN pieces AS p "
            "ON p.page = s.page WHERE story = ?");
        auto pairs = database.prepare(
            "SELECT second, story, probability FROM language_pairs JOIN story_pieces ON page = second WHERE first = ?1 UNION ALL "
            "SELECT first, story, probability FROM language_pairs JOIN story_pieces ON page = first WHERE second = ?1");
        if (!members || !pairs) return members ? pairs.error() : members.error();
        return StoryLoader(std::move(*members), std::move(*pairs));
    }

    Result<const LoadedStory*> load(const std::string& story) {
        const auto [place, fresh] = loaded_.try_emplace(story);
        LoadedStory& of = place->second;
        if (!fresh) return &of;
        auto done = for_each_row(members_.with(story), [&](const Statement& row) -> Result<bool> {
            ListedPiece times;
            times.published = row.text(3);
            times.crawled = row.text(4);
            of.members.push_back(
                {row.number(0), std::string(row.text(1)), std::string(row.text(2)), piece_minute(piece_of(times)).value_or(INT64_MAX)});
            return true;
        });
        for (const Member& member : of.members) {
            if (!done) break;
            done = for_each_row(pairs_.with(member.row), [&](const Statement& row) -> Result<bool> {
                of.pairs.push_back({member.row, row.number(0), std::string(row.text(1)), static_cast<float>(row.real(2))});
                return true;
            });
        }
        if (!done) return done.error();
        return &of;
    }

private:
    StoryLoader(Statement members, Statement pairs) : members_(std::move(members)), pairs_(std::move(pairs)) {}
    Statement members_;
    Statement pairs_;
    std::map<std::string, LoadedStory> loaded_;
};

// Stories as story_joins.h takes them: pieces numbered in order of time, then id, so that a number is its rank.
struct NumberedStories {
    std::vector<const Member*> pieces;
    std::vector<std::uint32_t> story_of_piece;
    std::vector<std::string> spoken;
    std::vector<std::uint32_t> ranks;
    std::map<std::int64_t, std::uint32_t> number_of_row;

    explicit NumberedStories(std::span<const LoadedStory* const> stories) {
        std::vector<std::pair<const Member*, std::size_t>> sorted;
        for (std::size_t s = 0; s < stories.size(); ++s) {
            for (const Member& member : stories[s]->members) sorted.emplace_back(&member, s);
        }
        std::ranges::sort(sorted, {}, [](const auto& one) { return std::tie(one.first->minute, one.first->sha256); });
        std::vector<std::optional<std::uint32_t>> first(stories.size());
        for (const auto& [member, story] : sorted) {
            const auto number = static_cast<std::uint32_t>(pieces.size());
            if (!first[story]) first[story] = number;
            pieces.push_back(member);
            story_of_piece.push_back(*first[story]);
            spoken.push_back(member->language);
            ranks.push_back(number);
            number_of_row[member->row] = number;
        }
    }

    // Those whose pieces are both here, each once.
    [[nodiscard]] std::vector<LikelyPair> numbered(std::span<const PairOfStory> pairs) const {
        std::vector<LikelyPair> found;
        for (const PairOfStory& pair : pairs) {
            const auto own = number_of_row.find(pair.own);
            const auto other = number_of_row.find(pair.other);
            if (own == number_of_row.end() || other == number_of_row.end()) continue;
            const auto [first, second] = std::minmax(own->second, other->second);
            found.push_back({first, second, pair.probability});
        }
        const auto key = [](const LikelyPair& pair) { return std::pair(pair.first, pair.second); };
        std::ranges::sort(found, {}, key);
        found.erase(std::unique(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }), found.end());
        return found;
    }
};

class Rejoining {
public:
    Rejoining(const Database& database, StoryLoader loader) : database_(database), loader_(std::move(loader)) {}

    Result<Rejoined> run(const std::set<std::string>& begin) {
        for (const std::string& story : begin) add(story);
        while (!waiting_.empty()) {
            const std::string story = std::move(waiting_.front());
            waiting_.pop_front();
            if (auto done = reach_from(story); !done) return done.error();
        }
        const auto joins = joins_now();
        if (!joins) return joins.error();
        return replace_joins_of(database_, reached_, *joins);
    }

private:
    void add(const std::string& story) {
        if (reached_.insert(story).second) waiting_.push_back(story);
    }

    // The stories that it is joined with until now, and those that are like it.
    Result<bool> reach_from(const std::string& story) {
        const auto joined = joined_with(database_, story);
        if (!joined) return joined.error();
        for (const std::string& other : *joined) add(other);
        const auto loaded = loader_.load(story);
        if (!loaded) return loaded.error();
        std::map<std::string, std::vector<PairOfStory>> by_story;
        for (const PairOfStory& pair : (*loaded)->pairs) {
            if (pair.story != story) by_story[pair.story].push_back(pair);
        }
        for (const auto& [other, pairs] : by_story) {
            if (reached_.contains(other)) continue;
            const auto foreign = loader_.load(other);
            if (!foreign) return foreign.error();
            if (alike(**loaded, **foreign, pairs)) add(other);
        }
        return true;
    }

    static bool alike(const LoadedStory& one, const LoadedStory& other, std::span<const PairOfStory> pairs) {
        const NumberedStories both(std::vector{&one, &other});
        const auto stories = spoken_stories(both.story_of_piece, both.spoken, both.ranks);
        return stories.size() == 2 &&
               strength_of(both.numbered(pairs), stories.begin()->second, std::next(stories.begin())->second) >= least_strength;
    }

    Result<std::vector<JoinedStory>> joins_now() {
        std::vector<const LoadedStory*> stories;
        std::vector<PairOfStory> pairs;
        for (const std::string& story : reached_) {
            const auto loaded = loader_.load(story);
            if (!loaded) return loaded.error();
            stories.push_back(*loaded);
            pairs.insert(pairs.end(), (*loaded)->pairs.begin(), (*loaded)->pairs.end());
        }
        const NumberedStories all(stories);
        DisjointSets sets(all.pieces.size());
        std::set<std::uint32_t> of_several;
        for (const StoryPair& pair : join_stories(all.numbered(pairs), all.story_of_piece, all.spoken, all.ranks)) {
            sets.join(pair.first, pair.second);
            of_several.insert({pair.first, pair.second});
        }
        std::vector<JoinedStory> joins;
        for (const std::uint32_t story : of_several) {
            const std::string& name = all.pieces[story]->sha256;
            const auto topic = topic_of(database_, name);
            if (!topic) return topic.error();
            joins.push_back({name, all.pieces[sets.find(story)]->sha256, *topic});
        }
        return joins;
    }

    const Database& database_;
    StoryLoader loader_;
    std::set<std::string> reached_;
    std::deque<std::string> waiting_;
};

}  // namespace

Result<Rejoined> rejoin(const Database& database, const std::set<std::string>& stories) {
    auto loader = StoryLoader::make(database);
    if (!loader) return loader.error();
    return Rejoining(database, std::move(*loader)).run(stories);
}

}  // namespace depesche
