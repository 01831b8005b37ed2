// What a desk changed in the text that it took over: word by word, in the text of its own page.
#pragma once

#include <string>
#include <vector>

#include <depesche/brief.h>

namespace depesche {

// Either words of the copier that the text it took has otherwise or not at all, or words of that text which it left out.
struct DeskChange {
    Span words;            // bytes of the copier's BriefPage::text, without blanks at its ends; empty where words were left out
    std::string left_out;  // as they stand in the text that was taken; empty where words were changed or put in
};

// The changes inside copy.taken, in the order of the text; none for a text that is not in the pile, and none where the two have fewer
// than a third of the words in common (word_changes, whose method and limits these are). `copy` must be one of `brief`.
// Handles a sentence with other verbs and figures. Does not handle sentences in another order: what moved far is left out in one place
// and put in at the other. Tests: DeskChanges.*.
[[nodiscard]] std::vector<DeskChange> desk_changes(const Brief& brief, const BriefCopy& copy);

}  // namespace depesche
