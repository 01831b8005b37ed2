#include "stories/languages_join.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/disjoint_sets.h"
#include "base/parallel.h"
#include "stories/days.h"
#include "stories/likely_pairs.h"
#include "stories/story_joins.h"

namespace depesche {
namespace {

// Indices of the pieces in order of time (unknown last), then id.
std::vector<std::uint32_t> order_of(std::span<const Piece> pieces) {
    std::vector<std::uint32_t> order(pieces.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<std::int64_t> minutes;
    for (const Piece& piece : pieces) minutes.push_back(piece_minute(piece).value_or(INT64_MAX));
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        if (minutes[a] != minutes[b]) return minutes[a] < minutes[b];
        return pieces[a].id != pieces[b].id ? pieces[a].id < pieces[b].id : a < b;
    });
    return order;
}

// Each piece's place in that order.
std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> ranks(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
    return ranks;
}

// The pieces that can be compared, by day, earliest first, those without a day last.
std::vector<std::pair<PieceDay, SpokenDay>> spoken_days(std::span<const Piece> pieces, std::span<const std::uint32_t> order,
                                                        std::span<const std::string> spoken, const Languages& languages) {
    std::vector<std::pair<PieceDay, SpokenDay>> days;
    for (const std::uint32_t i : order) {
        if (spoken[i].empty() || !pieces[i].meaning || !pieces[i].meaning->known()) continue;
        const PieceDay day = piece_day(pieces[i]);
        if (days.empty() || days.back().first != day) days.emplace_back(day, SpokenDay());
        days.back().second[spoken[i]].push_back({i, language_side(pieces[i], languages.find(spoken[i])), pieces[i].meaning});
    }
    return days;
}

std::vector<LikelyPair> all_likely_pairs(const std::vector<std::pair<PieceDay, SpokenDay>>& days, PieceSet set, unsigned threads) {
    const LanguageModel model;
    std::vector<LikelyPair> found;
    for (std::size_t i = 0; i < days.size(); ++i) {
        for (std::size_t k = i; k < days.size(); ++k) {
            const bool undated = set == PieceSet::pile && !days[k].first;
            if (!undated && !days_near(days[i].first, days[k].first)) continue;
            const std::vector<LikelyPair> some = likely_pairs(days[i].second, days[k].second, model, threads);
            found.insert(found.end(), some.begin(), some.end());
        }
    }
    return found;
}

// New names: of each joined set the name of its earliest piece.
void rename(std::vector<Placement>& placements, std::span<const StoryPair> joined, std::span<const std::uint32_t> ranks,
            std::uint32_t Placement::*field) {
    std::vector<std::uint32_t> name_of_piece(placements.size());
    std::vector<std::uint32_t> piece_of_rank(placements.size());
    for (std::uint32_t i = 0; i < ranks.size(); ++i) piece_of_rank[ranks[i]] = i;
    DisjointSets sets(placements.size());  // of ranks: the least of a set is its earliest
    for (const StoryPair& pair : joined) sets.join(ranks[placements[pair.first].*field], ranks[placements[pair.second].*field]);
    for (std::uint32_t i = 0; i < placements.size(); ++i) name_of_piece[i] = piece_of_rank[sets.find(ranks[placements[i].*field])];
    for (std::uint32_t i = 0; i < placements.size(); ++i) placements[i].*field = name_of_piece[i];
}

}  // namespace

std::vector<std::string> languages_of(std::span<const Piece> pieces, unsigned threads) {
    constexpr std::size_t rare = 200;
    std::vector<std::string> languages(pieces.size());
    for_each_index(pieces.size(), threads, [&](std::size_t i) {
        languages[i] = pieces[i].language.empty() ? detect_language(meant_text(pieces[i])) : pieces[i].language;
    });
    std::map<std::string, std::size_t> counts;
    std::set<std::string> said;
    for (const std::string& language : languages) ++counts[language];
    for (const Piece& piece : pieces) {
        if (!piece.language.empty()) said.insert(piece.language);
    }
    for (std::string& language : languages) {
        if (counts[language] * rare < pieces.size() && !said.contains(language)) language.clear();
    }
    return languages;
}

bool languages_mixed(std::span<const std::string> languages) {
    std::string_view first;
    for (const std::string& language : languages) {
        if (first.empty()) first = language;
        if (!language.empty() && language != first) return true;
    }
    return false;
}

Error not_joined(Error reason) {
    reason.problem = Problem::passed_over;  // told, and no failure
    reason.reason = "reports of different languages are not joined: " + reason.reason;
    return reason;
}

std::vector<Placement> join_languages(std::span<const Piece> pieces, std::span<const Placement> placements,
                                      std::span<const std::string> spoken, PieceSet set, const Languages& languages, unsigned threads) {
    const std::vector<std::uint32_t> order = order_of(pieces);
    const std::vector<std::uint32_t> ranks = ranks_of(order);
    const auto days = spoken_days(pieces, order, spoken, languages);
    std::vector<std::uint32_t> stories;
    for (const Placement& placement : placements) stories.push_back(placement.story);
    const std::vector<StoryPair> joined = join_stories(all_likely_pairs(days, set, threads), stories, spoken, ranks);
    std::vector<Placement> result(placements.begin(), placements.end());
    rename(result, joined, ranks, &Placement::story);
    rename(result, joined, ranks, &Placement::topic);
    return result;
}

JoinedLanguages join_where_mixed(std::span<Piece> pieces, std::vector<Placement> placements, PieceSet set, const Languages& languages,
                                 unsigned threads) {
    const std::vector<std::string> spoken = languages_of(pieces, threads);
    if (!languages_mixed(spoken)) return {std::move(placements), std::nullopt};
    const auto meaning = load_meaning();
    if (!meaning) return {std::move(placements), not_joined(meaning.error())};
    add_meaning(pieces, **meaning, threads);
    return {join_languages(pieces, placements, spoken, set, languages, threads), std::nullopt};
}

}  // namespace depesche
