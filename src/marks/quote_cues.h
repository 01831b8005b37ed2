// Cues: the words that say that something is said, and what they may govern.
#pragma once

#include <optional>
#include <vector>

#include "marks/quote_frames.h"

namespace depesche {

enum class CuePlace : std::uint8_t {
    second,  // finite verb of a main clause: "sagte", "hat … erklärt", "teilte … mit"
    final,   // at a clause's end: "wie die Polizei mitteilte", "berichtet wurde"
};

struct SpeechCue {
    std::vector<std::uint32_t> words;  // items, in text order
    std::uint32_t finite = 0;          // the item that the subject stands before or behind
    std::uint32_t segment = 0;         // the segment of the finite verb, index into QuoteText::segments
    std::uint32_t last_segment = 0;    // the segment of its last word
    CuePlace place = CuePlace::second;
    SpeechVerb verb;
    bool passive = false;  // "wird vorgeworfen": the grammatical subject is not the speaker
};

// All cues of a frame in text order. A verb whose particle does not stand in the same clause is none ("teilte die Beute").
[[nodiscard]] std::vector<SpeechCue> find_cues(const QuoteText& text, const Frame& frame);

}  // namespace depesche
