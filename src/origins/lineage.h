// Lineage: who copied what from whom, and where each stretch was first written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/moment.h"
#include "language/language.h"

namespace depesche {

class ReuseLexicon;  // origins/reuse_words.h

// An article as origins/ sees it. Views must outlive the call.
struct OriginText {
    std::string id;
    std::string outlet;  // empty when unknown
    std::optional<Moment> published;
    std::string_view text;
    std::vector<Span> passages;         // of `text`: what the article itself says, headline left out; empty: all of it
    std::vector<Span> headings;         // of `passages`: standfirst, crossheads, key points, which the desk writes whoever wrote the text
    bool has_author = false;            // a person signed it
    std::vector<std::string> agencies;  // credited: "dpa"; empty when none is
    std::vector<Span> agency_spans;     // where, one for each of `agencies`
    std::string translated_from;        // foreign paper, when a note says so
    Span translated_span;
    std::string release_of;  // issuer, when it is a press release
    Span release_span;
    std::string language;
};

// `to` took text[span] from `from`'s text[from_span]. `from` absent: from a text that is not in the pile, such as an agency's wire.
struct Copy {
    std::uint32_t to = 0;
    std::optional<std::uint32_t> from;
    Span span;
    Span from_span;               // empty when `from` is absent
    bool direction_known = true;  // false: times and credits do not tell who was first; `from` is the likelier one
};

enum class OriginKind : unsigned char { agency, outlet, translation, release, unknown };
[[nodiscard]] std::string_view name_of(OriginKind kind);

// A place where text was first written, and the articles that carry text from it.
struct Origin {
    std::string name;  // agency, outlet or paper; empty when unknown
    OriginKind kind = OriginKind::unknown;
    std::vector<std::uint32_t> carriers;                   // indices of articles, ascending
    std::vector<std::pair<std::uint32_t, Span>> evidence;  // article and text span (a credit, a note, a shared stretch)
};

// A stretch of an article that was first written at an origin.
struct Attribution {
    std::uint32_t article = 0;
    Span span;
    std::uint32_t origin = 0;  // index into Lineage::origins
};

// Quoted words that two articles share without sharing more: both heard or read the same speaker, neither need have copied.
struct SharedQuote {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Span left_span;
    Span right_span;
};

struct Lineage {
    std::vector<Copy> copies;  // by to, span; a stretch that a credit says is an agency's, and no article given has, is a copy from nowhere
    std::vector<Origin> origins;            // within the articles given (one story), most carriers first, then name
    std::vector<Attribution> attributions;  // of all that the articles themselves say, by article, span; each byte at most once
    std::vector<SharedQuote> quotes;        // by left, span
};

// The origin that most of article's text[span] comes from; nothing when none of it is attributed.
[[nodiscard]] std::optional<std::uint32_t> origin_at(const Lineage& lineage, std::uint32_t article, Span span);

// Copies alone, among all articles given, whatever story they are in: by shared fingerprints, then word alignment with edits.
[[nodiscard]] std::vector<Copy> find_copies(std::span<const OriginText> articles, const Languages& languages, unsigned threads);

// Those of `copies` whose `to` is `article`: two binary searches, so that going over all articles stays linear in the copies. `copies` must
// be sorted by `to`, as find_copies gives them; the result views them.
[[nodiscard]] std::span<const Copy> copies_of(std::span<const Copy> copies, std::uint32_t article);

// The articles that each article has text from in the end: each stretch followed back, copy by copy, to an article that took nothing;
// what a copier added goes with the text it took most of; largest share first, then by index. An origin of less than a twentieth of what
// was taken and no whole sentence is left out. The article alone when it took nothing; never itself among others. `copies` as find_copies
// gives them. One list an article.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> origin_ids(std::span<const Copy> copies, std::size_t articles);

// Copies and origins of the reports of one story. Agency text is one origin however many carry it; an outlet is an origin of
// its own when own reporting is left beside what it took.
[[nodiscard]] Lineage trace_lineage(std::span<const OriginText> reports, const ReuseLexicon& lexicon);

// The same for one story alone; makes the lexicon first.
[[nodiscard]] Lineage trace_lineage(std::span<const OriginText> reports, const Languages& languages);

}  // namespace depesche
