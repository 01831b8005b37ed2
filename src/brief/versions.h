// Versions: one piece that was stored more than once, as it was and as it was changed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/moment.h"

namespace depesche {

// What tells that two stored pages are one piece, and which is the newer.
struct VersionInput {
    std::string_view page_id;  // the hash of its bytes
    std::string_view outlet;   // empty when unknown
    std::string_view address;  // the page's own (canonical) address, else the one it was stored from; empty when unknown
    std::string_view text;     // any text, of which `passages` are headline and article text
    std::vector<Span> passages;
    std::optional<Moment> published;
    std::optional<Moment> updated;
    std::string_view crawled;  // ISO 8601 or empty
};

// What the addresses of one piece have in common: without scheme, "www.", "#..." and counting parameters. Empty for the address of a whole
// site. "https://www.kurier.example/a/b?utm_source=x#top" -> "kurier.example/a/b".
[[nodiscard]] std::string address_key(std::string_view address);

// The inputs that are one piece each, by index: every input is in exactly one group; the newest comes first in its group, and groups are in
// the order of their smallest index.
//
// One piece: the same address (scheme, "www.", "#..." and counting parameters aside; the address of a whole site is none); or the same
// outlet and nearly the same text: of the four-word shingles of the shorter 80 in 100 are in the longer, which has at most twice as many.
// Texts below 40 words are only told by their address. Newest: by the latest of `updated` and `published` (a day without clock is its first
// minute), then by `crawled`, then by `page_id`, the greater being the newer; unknown is oldest.
//
// Why it works: texts that share most of their shingles share many of their sixteen smallest shingle hashes (Broder 1997, bottom-k sketch),
// so only texts on the list of one such hash are compared, each with the eight before it. Handles: paragraphs put in or taken out, words
// replaced. Does not handle: a piece rewritten from end to end under a new address, an outlet that is unknown. n log n in the number of
// texts. Test: versions_test, with a slow twin that compares all pairs.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> find_versions(std::span<const VersionInput> inputs);

// Words that stand in one version and not in the other. `before` is empty for words put in, `after` for words taken out; each lies in one
// passage.
struct VersionChange {
    Span before;  // of the older text
    Span after;   // of the newer text

    friend bool operator==(const VersionChange&, const VersionChange&) = default;
};

// What was changed from one version to the next, in the order of the newer text. Words are compared without case, accents and punctuation;
// changes with one equal word between them are one.
//
// Method: the shortest edit of words (Myers 1986) between what both begin and end with alike. Time is the number of words times the number
// of changed words; of versions that differ by more than 600 words all between the equal ends counts as changed. A paragraph that moved is
// taken out and put in. Test: versions_test.
[[nodiscard]] std::vector<VersionChange> changes_between(const VersionInput& older, const VersionInput& newer);

}  // namespace depesche
