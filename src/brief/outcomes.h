// Outcomes: what became of the people that a figure counts, in whatever words.
#pragma once

#include <cstdint>
#include <optional>

#include "brief/story_text.h"

namespace depesche {

struct Outcome {
    std::uint32_t state = 0;              // concept: "rescued", "hurt"; of a force ("Helfer") the force itself
    std::optional<std::uint32_t> degree;  // "schwer"
    Span told;                            // the word that says it; empty when several together do
    bool whole = false;     // told of all: "insgesamt", or as many as the headline, the standfirst or the begin of the body counts
    bool by_means = false;  // the sentence names a means that may have reached some alone
};

// Of a figure that counts people; nothing when its words are of a part ("darunter", "weitere"), when they say none or several
// outcomes, or when they are turned round ("nicht").
//
// Why it works: desks choose freely among words for the people ("Menschen", "Fahrgäste", "Insassen") and for the deed ("gerettet", "in
// Sicherheit gebracht", "aus den Gondeln geholt"), so neither word tells what the count is of; the outcome does. It is looked for from the
// clause's begin to its end, not beyond the figures on either side. Words are those of concepts.tsv (state, people, force, means) and
// brief.tsv (part, rest, whole). Handles: "71 Fahrgäste brachte die Feuerwehr ins Freie". Does not handle: an outcome in another sentence
// ("47 Menschen saßen fest. Alle wurden gerettet."). Test: outcomes_test.
[[nodiscard]] std::optional<Outcome> outcome_of(const StoryText& text, const Line& line, const Figure& figure);

// True when the figure counts people whom any state may befall ("Menschen", "Einwohner"), and not some of them alone.
[[nodiscard]] bool counts_all_people(const StoryText& text, const Line& line, const Figure& figure);

}  // namespace depesche
