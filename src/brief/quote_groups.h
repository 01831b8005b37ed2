// Which quotes of a story's reports are one utterance, and which words two reports give to different speakers.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "brief/story_text.h"
#include "brief/utterance.h"

namespace depesche {

// Indices of utterances, ascending.
using QuoteGroup = std::vector<std::uint32_t>;

struct QuoteGroups {
    std::vector<QuoteGroup> groups;  // each utterance is in one; by first utterance
    // Two groups with the same words by different speakers; `sure` when both are direct quotes of people named at the quote.
    struct OtherSpeaker {
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        bool sure = false;
    };
    std::vector<OtherSpeaker> other_speakers;  // by left, right
};

// Puts together what is one utterance: the same type, no two speakers, and words that line up (match_wordings).
//
// Why it works: the most alike are joined first, and a group never takes in a second speaker or a second saying of the same report,
// so that two alike sentences of one speech stay apart. Handles: a quote that a headline shortens, words left out or changed, a
// quote whose speaker one report does not name. Does not handle: one long quote that another report breaks into two (the
// second stays alone). Only wordings that share a rare word are compared: near linear.
// Test: quotes_test.
[[nodiscard]] QuoteGroups group_quotes(const StoryText& text, const std::vector<Utterance>& utterances);

// What is known of two speakers.
enum class SpeakerRelation : unsigned char { same, unknown, different };
[[nodiscard]] SpeakerRelation relate_speakers(const StoryText& text, const Utterance& left, const Utterance& right);

// True when the words of the one stand in the other without a gap.
[[nodiscard]] bool is_part(const Utterance& part, const Utterance& whole);

}  // namespace depesche
