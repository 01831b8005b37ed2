// Trace pages: which pages of a store may have a text that somebody asks for, word for word or nearly.
#pragma once

#include <string_view>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

struct TracePages {
    std::vector<PageBytes> pages;  // named by their path; where several have the same, all but the first also by their hash
    bool cut = false;              // there were more than `most`
};

// The pages whose article shares the most telling words with `asked`: its rarest words are looked up in the search index, and of the pieces
// that have any, best by BM25 first, those are kept in which words of at least 45 of 100 parts of the asked weight stand (weight: logarithm
// of how rare a word is in the store). trace_text then decides by the order of the words; it keeps what has 55 of 100 in order.
// Handles a quote with a few words changed in a store of 100,000 pages: the index is asked for sixteen words at most, and only as many
// pages are unpacked as are kept. Does not handle a text of nothing but words that stand in every twentieth piece or oftener, in a store of
// more than a few thousand ("Das ist gut so"): those pieces are taken that BM25 puts first. Errors: those of reading.
// Tests: TracePagesTest.*.
[[nodiscard]] Result<TracePages> pages_that_may_have(const Database& database, std::string_view asked, std::size_t most = 200);

}  // namespace depesche
