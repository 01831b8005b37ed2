// Trace: where a pasted text stands in a pile, word for word or nearly, earliest first.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "origins/fingerprint_index.h"
#include "origins/lineage.h"
#include "origins/reuse_words.h"

namespace depesche {

// A piece of the asked text beside the piece of the article that stands for it. One side is empty where words were
// left out or put in. Spans are bytes of each text; marks and white space between words belong to no part.
struct WordingPart {
    Span asked;
    Span found;
    bool same = false;  // the same words, whatever their spelling ("dass", "daß")
};

struct TraceHit {
    std::uint32_t article = 0;
    Span span;                          // of the article's text, from the first to the last word that was found
    float likeness = 0;                 // share of the asked text's weight that stands there in the same order, 0 to 1
    std::vector<WordingPart> wording;   // side by side, in order
    std::optional<std::uint32_t> from;  // the article it was taken from, when more than quoted words was
    bool direction_known = true;        // of `from`
};

// The text of an article by its number in the index. Views must live until trace_text returns.
using ArticleLoader = std::function<OriginText(std::uint32_t)>;

struct TraceOptions {
    float least_likeness = 0.55F;
    std::size_t most_hits = 200;  // articles that are looked at; the ones that share most fingerprints
};

// Every article that has `asked` or a near form of it, by publication time (unknown last), then number: the first hit is the
// first origin that the pile can show. All word runs of `asked` are looked up in the index, so that every article is found that has seven
// of its words in a row, and mostly those with four. A pile of at most 300 articles is read through instead, so that in it a form without
// any such run is found too. The place in an article is found by local alignment (Smith and Waterman 1981). Nothing for a text without
// words. `articles`: how many the index has, numbered from 0. Only the first 400 words are asked for.
[[nodiscard]] std::vector<TraceHit> trace_text(std::string_view asked, std::string_view language, const Languages& languages,
                                               const FingerprintIndex& index, std::size_t articles, const ArticleLoader& load,
                                               const TraceOptions& options = {});

// The same over articles in memory; builds the index first. For many questions to one pile, build the index once.
[[nodiscard]] std::vector<TraceHit> trace_text(std::string_view asked, std::string_view language, const Languages& languages,
                                               std::span<const OriginText> articles, const TraceOptions& options = {});

// Adds articles to an index by their fingerprints, numbered from `first`. The index must be settled before it is asked.
void index_articles(std::span<const OriginText> articles, std::uint32_t first, const Languages& languages, FingerprintIndex& index);

}  // namespace depesche
