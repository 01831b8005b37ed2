#include "stories/languages_join.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/disjoint_sets.h"
#include "base/parallel.h"
#include "meaning/neighbours.h"
#include "stories/days.h"
#include "stories/language_pairs.h"

namespace depesche {
namespace {

constexpr float least_likely = 0.05F;  // pairs below say nothing for their stories
constexpr float least_strength = 0.5F;
constexpr std::size_t most_foreign = 40;  // pieces of one day's window that a piece is held against, the closest

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

// Two pieces of different languages that may report one happening.
struct LikelyPair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float probability = 0;
};

// The pieces of one language by day, those without a day last.
struct SpokenPieces {
    std::vector<std::uint32_t> pieces;
    std::vector<PieceDay> days;
    std::vector<const MeaningVector*> vectors;

    // Pieces from index `begin` on of the same day.
    [[nodiscard]] std::size_t end_of_day(std::size_t begin) const {
        std::size_t end = begin;
        while (end < days.size() && days[end] == days[begin]) ++end;
        return end;
    }
};

class PairFinder {
public:
    PairFinder(std::span<const Piece> pieces, std::span<const std::uint32_t> order, std::span<const std::string> spoken,
               std::span<const MeaningVector> vectors, const Languages& languages, unsigned threads)
        : threads_(threads) {
        for (std::size_t i = 0; i < pieces.size(); ++i) sides_.push_back(language_side(pieces[i], languages.find(spoken[i])));
        for (const std::uint32_t i : order) {
            if (spoken[i].empty() || !vectors[i].known()) continue;
            SpokenPieces& of = by_language_[spoken[i]];
            of.pieces.push_back(i);
            of.days.push_back(piece_day(pieces[i]));
            of.vectors.push_back(&vectors[i]);
        }
    }

    std::vector<LikelyPair> run() {
        for (auto left = by_language_.begin(); left != by_language_.end(); ++left) {
            for (auto right = std::next(left); right != by_language_.end(); ++right) compare(left->second, right->second);
        }
        return std::move(found_);
    }

private:
    // Each day of the left with the days of the right that are near it, and with those pieces that have no day.
    void compare(const SpokenPieces& left, const SpokenPieces& right) {
        std::size_t near_begin = 0;
        const auto undated = static_cast<std::size_t>(std::ranges::find(right.days, PieceDay()) - right.days.begin());
        for (std::size_t begin = 0; begin < left.pieces.size();) {
            const std::size_t end = left.end_of_day(begin);
            const PieceDay day = left.days[begin];
            if (!day) {
                compare(left, begin, end, right, 0, right.pieces.size());
            } else {
                while (near_begin < undated && *right.days[near_begin] + window_days < *day) ++near_begin;
                std::size_t near_end = near_begin;
                while (near_end < undated && *right.days[near_end] <= *day + window_days) ++near_end;
                compare(left, begin, end, right, near_begin, near_end);
                compare(left, begin, end, right, undated, right.pieces.size());
            }
            begin = end;
        }
    }

    void compare(const SpokenPieces& left, std::size_t left_begin, std::size_t left_end, const SpokenPieces& right, std::size_t right_begin,
                 std::size_t right_end) {
        const auto pairs = meaning_neighbours(std::span(left.vectors).subspan(left_begin, left_end - left_begin),
                                              std::span(right.vectors).subspan(right_begin, right_end - right_begin), least_language_cosine,
                                              most_foreign, threads_);
        for (const MeaningNeighbour& pair : pairs) {
            const std::uint32_t first = left.pieces[left_begin + pair.left];
            const std::uint32_t second = right.pieces[right_begin + pair.right];
            const float likely = probability(model_, language_features(sides_[first], sides_[second], pair.cosine));
            if (likely >= least_likely) found_.push_back({first, second, likely});
        }
    }

    LanguageModel model_;
    unsigned threads_;
    std::vector<LanguageSide> sides_;
    std::map<std::string, SpokenPieces> by_language_;
    std::vector<LikelyPair> found_;
};

// A story as joining sees it.
struct SpokenStory {
    std::vector<std::uint32_t> pieces;  // in order of time
    std::string language;               // of most of its pieces
};

std::map<std::uint32_t, SpokenStory> stories_of(std::span<const Placement> placements, std::span<const std::string> spoken,
                                                std::span<const std::uint32_t> ranks) {
    std::map<std::uint32_t, SpokenStory> stories;
    for (std::uint32_t i = 0; i < placements.size(); ++i) stories[placements[i].story].pieces.push_back(i);
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

struct StoryPair {
    std::uint32_t first = 0;  // names of stories
    std::uint32_t second = 0;
    float strength = 0;
};

// Mean over a story's pieces of the best probability with the other story; of both stories, on average.
float strength_of(std::span<const LikelyPair> pairs, const SpokenStory& first, const SpokenStory& second) {
    std::map<std::uint32_t, float> best;
    for (const LikelyPair& pair : pairs) {
        for (const std::uint32_t piece : {pair.first, pair.second}) {
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

std::vector<StoryPair> story_pairs(std::vector<LikelyPair> pairs, std::span<const Placement> placements,
                                   const std::map<std::uint32_t, SpokenStory>& stories) {
    // The pieces of a pair in the order of their stories' names, so that a story pair is met in one form only.
    for (LikelyPair& pair : pairs) {
        if (placements[pair.second].story < placements[pair.first].story) std::swap(pair.first, pair.second);
    }
    const auto key = [&](const LikelyPair& pair) { return std::pair(placements[pair.first].story, placements[pair.second].story); };
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
std::vector<StoryPair> chosen(std::vector<StoryPair> pairs, const std::map<std::uint32_t, SpokenStory>& stories,
                              std::span<const std::uint32_t> ranks) {
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

std::vector<MeaningVector> vectors_of(std::span<const Piece> pieces, const Meaning& meaning, unsigned threads) {
    std::vector<std::string> texts;
    for (const Piece& piece : pieces) texts.push_back(piece.meaning == nullptr ? meant_text(piece) : std::string());
    std::vector<MeaningVector> vectors = meaning.of(texts, threads);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].meaning != nullptr) vectors[i] = *pieces[i].meaning;
    }
    return vectors;
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

std::vector<Placement> join_languages(std::span<const Piece> pieces, std::span<const Placement> placements,
                                      std::span<const std::string> spoken, const Meaning& meaning, const Languages& languages,
                                      unsigned threads) {
    const std::vector<MeaningVector> vectors = vectors_of(pieces, meaning, threads);
    const std::vector<std::uint32_t> order = order_of(pieces);
    const std::vector<std::uint32_t> ranks = ranks_of(order);
    std::vector<LikelyPair> pairs = PairFinder(pieces, order, spoken, vectors, languages, threads).run();
    const std::map<std::uint32_t, SpokenStory> stories = stories_of(placements, spoken, ranks);
    const std::vector<StoryPair> joined = chosen(story_pairs(std::move(pairs), placements, stories), stories, ranks);
    std::vector<Placement> result(placements.begin(), placements.end());
    rename(result, joined, ranks, &Placement::story);
    rename(result, joined, ranks, &Placement::topic);
    return result;
}

JoinedLanguages join_where_mixed(std::span<const Piece> pieces, std::vector<Placement> placements, const Languages& languages,
                                 unsigned threads) {
    const std::vector<std::string> spoken = languages_of(pieces, threads);
    if (!languages_mixed(spoken)) return {std::move(placements), std::nullopt};
    const auto meaning = load_meaning();
    if (meaning) return {join_languages(pieces, placements, spoken, **meaning, languages, threads), std::nullopt};
    Error problem = meaning.error();
    problem.problem = Problem::passed_over;  // told, and no failure
    problem.reason = "reports of different languages are not joined: " + problem.reason;
    return {std::move(placements), std::move(problem)};
}

}  // namespace depesche
