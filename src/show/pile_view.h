// What terminal and HTML both need of a brief: how pages are numbered and named, references, wordings of a quote, the tree of origins.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/brief.h>

#include "show/labels.h"

namespace depesche {

// Pages are numbered from 1 in the order of Brief::pages.
[[nodiscard]] std::string page_number(std::uint32_t page);

// "[2:1034-1100]": page and bytes of the page as stored.
[[nodiscard]] std::string reference(const Mention& mention);

// The outlet of a page, or the label for an unknown one. Clean text.
[[nodiscard]] std::string outlet_of(const Brief& brief, std::uint32_t page, const Labels& labels);

// "2 Küstenkurier", or "Seite 2" where the outlet is unknown. A no-break blank parts them. Clean text.
[[nodiscard]] std::string page_name(const Brief& brief, std::uint32_t page, const Labels& labels);

// The name of an origin; an own desk without one is named by its page. Clean text.
[[nodiscard]] std::string origin_name(const Brief& brief, const BriefOrigin& origin, const Labels& labels);

// The pages of the mentions, each once, in the order they come.
[[nodiscard]] std::vector<std::uint32_t> pages_of(std::span<const Mention> mentions);

// The first mention of each page: what is shown of names that stand everywhere.
[[nodiscard]] std::vector<Mention> first_of_each_page(std::span<const Mention> mentions);

// "4 Berichte aus 3 Medien, 1 ohne Angabe des Mediums"
[[nodiscard]] std::string reports_text(const Story& story, const Labels& labels);

// "4 Berichte, 2 unabhängige Ursprünge: NPA, ohne Namen"
[[nodiscard]] std::string support_text(const Brief& brief, const KeyPoint& point, const Labels& labels);

// The words of a quote as one line; parts joined by an ellipsis in brackets of the editor's kind: " […] ". Clean text.
[[nodiscard]] std::string words_of(const QuoteVersion& version);

// The quotes of one speaker, in the order of the story; speakers by their first quote, quotes of unknown speakers last, each alone.
// A quote that lies wholly inside a longer one of the same speaker is left out: its words are shown there.
struct Speaker {
    std::string name;  // clean; empty when unknown
    std::string role;  // the first that is known
    std::vector<const BriefQuote*> quotes;
    std::vector<Mention> mentions;  // of the speaker, the first of each page
};
[[nodiscard]] std::vector<Speaker> speakers_of(const Story& story);

// One wording of an utterance and the versions that have it but for case, spelling and punctuation. In the order they come.
struct ShownWording {
    std::string text;
    std::vector<const QuoteVersion*> versions;
};
[[nodiscard]] std::vector<ShownWording> wordings_of(const BriefQuote& quote);

// A page that has a wording, and to whom or via whom it was said: ", via Hafenblatt", or nothing. Each once.
struct Carrier {
    std::uint32_t page = 0;
    std::string how;
};
[[nodiscard]] std::vector<Carrier> carriers_of(const ShownWording& wording, const Labels& labels);

// The value without control characters, or the label where it is empty.
[[nodiscard]] std::string known(std::string_view value, std::string_view otherwise);

// "a, b, c", clean.
[[nodiscard]] std::string join(std::span<const std::string> values);

// How the wordings of a quote differ, each change named: "left out: “derzeit”; put in: “nur”; changed: keine → eine; shortened by: “aber
// nur heute”". Against the quote's first wording; empty when the quote does not say.
[[nodiscard]] std::string drift_text(const BriefQuote& quote, const Labels& labels);

// A gap's text in the reader's language, by its kind; the text itself where the kind is unknown.
[[nodiscard]] std::string gap_text(const Gap& gap, const Labels& labels);

// A label "<group>.<kind>" or, for a kind that is not known, the kind.
[[nodiscard]] std::string kind_text(std::string_view group, std::string_view kind, const Labels& labels);

}  // namespace depesche
