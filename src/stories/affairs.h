// Affairs: topics that are too wide for pairs of their stories to tell, found by the word that names them.
//
// An affair of a hundred stories (a night of fireworks, a war) has few pairs that look alike, but its stories share a word that German at
// large hardly knows and the headlines of that day are full of: "Böller", "Crans". Such a key word stands in the headlines of several
// stories by several outlets, as a noun or name. A word that names a kind of happening (kind_words.h) is none, however often it comes: two
// fires are no affair. Key words that share stories are of one affair.
// Handles: stories of one affair without a common word, by way of two key words. Does not handle: a person who is in many affairs at once
// and new to the table of common words; an affair that every outlet calls by a word of kind only ("the storm")
// (tests/stories/affairs_test.cpp). Source of the method: bursts of words as topics (Kleinberg 2002; He and others 2007).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stories/profile.h"

namespace depesche {

// Numbers of data/stories/affair-model.tsv, by name; how likely two stories with a key word are of one topic.
struct AffairModel {
    AffairModel() = default;
    explicit AffairModel(std::string_view table);
    double intercept = 0;  // log odds
    double headline = 0;   // when it stands in every headline
    double burst = 0;      // for each e-fold that it is more frequent on the day than in German at large
    double least = 1;      // least probability of a key word
    double overlap = 1;    // share of its stories that a key word must have in common with another of the same affair
};

// A piece of the day.
struct AffairPiece {
    std::uint32_t story = 0;
    std::uint32_t outlet = 0;
    const std::vector<KeyWord>* keys = nullptr;
};

// A word that several stories of the day share.
struct KeyCandidate {
    std::uint32_t term = 0;
    std::vector<std::uint32_t> stories;  // ascending, those with the word in at least half of their pieces
    double headline = 0;                 // share of pieces with it in the headline, mean over the stories
    double burst = 0;                    // logarithm of its frequency on the day by that in German at large
};

// Candidates, ascending by term: nouns and names that at least three stories and three outlets have.
[[nodiscard]] std::vector<KeyCandidate> key_candidates(std::span<const AffairPiece> day);

class Affairs {
public:
    // The affairs of a day.
    Affairs(std::span<const AffairPiece> day, const AffairModel& model);
    // The affair of a piece, of this day or another, by the most likely of its words; 0 for none.
    [[nodiscard]] std::uint32_t of(std::span<const KeyWord> keys) const;

private:
    void join(std::uint32_t a, std::uint32_t b);
    struct Key {
        std::uint32_t term = 0;
        std::uint32_t affair = 0;  // its smallest term
        double probability = 0;
    };
    std::vector<Key> keys_;  // ascending by term
};

}  // namespace depesche
