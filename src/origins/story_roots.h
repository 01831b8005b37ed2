// Roots: the places outside the reports' own desks that a story's reports name as where text comes from.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "origins/credits.h"
#include "origins/reuse_words.h"

namespace depesche {

// An agency (one for all credits that share a name or a text), a foreign paper, an issuer, or an outlet's own desk.
struct Root {
    OriginKind kind = OriginKind::unknown;
    std::string name;
    std::vector<std::pair<std::uint32_t, Span>> evidence;
};

// A stretch of a report that belongs to a root.
struct Label {
    Span span;
    std::uint32_t root = 0;
};

struct StoryRoots {
    std::vector<Root> roots;
    std::vector<std::vector<Label>> labels;            // by report; what credits and notes cover
    std::vector<std::optional<std::uint32_t>> partly;  // by report: the agency of a credit for some of the text
    std::vector<std::uint32_t> outlet;                 // by report: the root of its own desk
    std::vector<bool> foreign;                         // by report: all of it is a translation, a release or an agency's

    [[nodiscard]] std::optional<std::uint32_t> label_at(std::uint32_t report, Span span) const;  // of most of the span
};

// Roots and first labels from what the reports themselves say. Credits are one agency when they have a name in common ("APA/sda",
// "sda"), or when their reports share text that both credit; its name is what most of its credits have. Reports of one outlet have
// one root. `copies`: among the reports.
[[nodiscard]] StoryRoots find_roots(std::span<const OriginText> reports, std::span<const Copy> copies, const ReuseLexicon& lexicon);

}  // namespace depesche
