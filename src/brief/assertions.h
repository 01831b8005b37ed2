// Assertions: each figure and time of a story's reports with what its sentence says about it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "brief/story_text.h"

namespace depesche {

// A term of the sentence around a mark, by how much it tells and how near it stands.
struct ContextTerm {
    std::uint32_t id = 0;
    float weight = 0;
    bool whole = true;  // false: part of a compound, a hint
    std::uint32_t stem = 0;
    Span span;  // where it stands; empty for what is counted when that is no word of its own
};

struct Assertion {
    std::uint32_t report = 0;
    const Line* line = nullptr;
    UnitKind kind = UnitKind::figure;
    std::uint32_t mark = 0;  // index into the report's figures or times
    std::string measure;     // only equal ones can be compared: "figure EUR", "figure" of things and people, "date day", "duration M"
    std::vector<ContextTerm> context;    // by id, each once
    std::vector<std::uint32_t> counted;  // terms of what is counted, its compound's parts and its concept; ascending
    float total = 0;                     // weight of all that stands in the context
    std::optional<std::uint32_t> state;  // what became of those counted: the nearest word that says so
    std::optional<std::uint32_t> degree;
    bool earlier = false;  // of a happening before the story
    bool people = false;   // counts people, all of them as far as the words say
};

// By report, then text. Figures and times in somebody's quoted words are left out, and so are counts that the words say were updated.
//
// Why it works: what a figure is of stands in its own sentence, mostly near it, and a report says it in nouns that another report
// needs as well ("Einmalzahlung von 850 Euro"). Words nearer to the figure weigh more, words of another clause half; words that
// reports put for each other are one term (concepts.h). Test: assertions_test.
[[nodiscard]] std::vector<Assertion> find_assertions(const StoryText& text);

// True when both are figures of people whom the sentences put in two states ("tot", "verletzt") or in two degrees of one ("schwer").
[[nodiscard]] bool tell_of_other_states(const Assertion& left, const Assertion& right);

// The assertion of a figure or time; nullptr for one that was left out.
[[nodiscard]] const Assertion* assertion_of(std::span<const Assertion> assertions, std::uint32_t report, UnitKind kind, std::uint32_t mark);

}  // namespace depesche
