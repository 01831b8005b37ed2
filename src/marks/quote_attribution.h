// Attributions: who says what within one frame.
#pragma once

#include <vector>

#include "marks/quote_cues.h"
#include "marks/quote_frames.h"

namespace depesche {

struct QuoteAttribution {
    std::vector<std::uint32_t> cue;  // items
    ItemRange source;                // "Angaben" of "nach Angaben der Polizei"; empty when none
    ItemRange speaker;               // empty when it stands nowhere or is unsure
    ItemRange receiver;              // who is spoken to, or passes on
    bool receiver_is_medium = false;
    ItemRange medium;                // who passes on besides, "nach Angaben der Agentur"
    std::vector<ItemRange> content;  // what is said, without cue and speaker; sorted
    bool cited = false;              // the medium cites the speaker
    bool previous_frame = false;     // what is said is the frame before ("Das teilte die Polizei mit.")
    bool reported = false;           // no words are given, the frame tells that something was said
    bool judged = false;             // only quoted words in the content are said
    bool quotes = true;              // the verb may govern quoted words
    bool weak = false;               // the verb is none of saying: "zeigt, dass"
    bool objects = false;            // the verb tells of speech whatever its object is
    float confidence = 0;
};

// In text order of their cues.
[[nodiscard]] std::vector<QuoteAttribution> find_attributions(const QuoteText& text, const Frame& frame);

// Adds to `out` what a noun introduces: "die Forderung, die Löhne zu erhöhen", "vertrat die Ansicht, dass".
void find_noun_cues(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out);

// The same for words that are neither: "laut X", "X zufolge", "nach Angaben von X", "so X", "demnach".
void find_sources(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out);

}  // namespace depesche
