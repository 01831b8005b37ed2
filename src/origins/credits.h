// Credits: which stretches of a report an agency's credit covers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "origins/lineage.h"

namespace depesche {

// How much of the report a credit says is the agency's.
enum class CreditReach : unsigned char {
    all,      // a dateline or byline, or the credit below a text nobody else signed
    passage,  // the credit closes a passage and others follow: an entry of a ticker
    some,     // the desk signed too ("nak/dpa", an author): what is the agency's must be told from other reports
};

struct Credit {
    std::vector<std::string> names;  // agencies in it: {"APA", "sda"}
    Span span;                       // from the first name to the last
    CreditReach reach = CreditReach::all;
    std::vector<Span> covered;  // passages, empty for `some`
};

// The report's credits, names that stand together ("APA/dpa") as one. A heading is never covered, nor is what stands before
// a credit at the head of the text: kicker, standfirst and key points are the desk's own.
// `part_words`: words of a credit that say that the agency gave only a part ("material").
// Handles: "Ort (dpa) - …", "(dpa)" below, "(dpa)" at the end of an entry, "(kürzel/dpa)". Does not: a credit that names the
// agency for one paragraph of an unsigned text from its begin on.
[[nodiscard]] std::vector<Credit> read_credits(const OriginText& report, std::span<const std::string_view> part_words);

// Passages that are no headings; all of the text when passages are not known.
[[nodiscard]] std::vector<Span> body_of(const OriginText& report);

}  // namespace depesche
