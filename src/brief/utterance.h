// An utterance: the words of one quote in one report, ready to be lined up with those of others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "brief/story_text.h"

namespace depesche {

struct UtteredWord {
    Span span;  // text of the report
    std::uint32_t form = 0;
    bool clause_begins = false;  // a comma, dash or the like stands before it
    bool sentence_begins = false;
};

struct Utterance {
    std::uint32_t report = 0;
    std::uint32_t quote = 0;  // index into the report's Marks::quotes
    bool direct = false;
    bool display = false;                // in a headline or crosshead, where desks shorten what the text has in full
    std::vector<UtteredWord> words;      // what desks put into square brackets is left out: the speaker did not say it
    std::optional<std::uint32_t> group;  // whom StoryNames says the speaker is
    bool by_name = false;                // the words at the quote name the speaker; false when a pronoun or role alone does
    std::string speaker;                 // as written at the quote, article and ends cut off; empty when a pronoun or unsure
    float confidence = 0;
};

// Those of all reports, by report and quote. Left out: quotes without words, and indirect ones that are for the most part made of direct
// ones. A speaker whom the quote names by a role that the story's texts give to others alone is unsure.
[[nodiscard]] std::vector<Utterance> find_utterances(const StoryText& text);

}  // namespace depesche
