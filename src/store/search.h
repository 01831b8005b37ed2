// Search: the pieces that have what was typed, best first, with the places of the hits on the stored pages.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <depesche/result.h>
#include <depesche/span.h>

#include "page/read_article.h"
#include "store/database.h"
#include "store/filter.h"
#include "store/piece_list.h"
#include "store/search_query.h"

namespace depesche {

// A stretch of text and the hits in it.
struct MarkedText {
    std::string text;
    std::vector<Span> hits;  // bytes of `text`
};

struct SearchHit {
    ListedPiece piece;
    MarkedText title;
    MarkedText text;          // a passage that has most hits; empty when only the title, a person or the outlet has any
    bool cut_before = false;  // the passage does not begin, or end, a paragraph
    bool cut_behind = false;
    std::vector<Span> text_bytes;  // of the stored page, for each of text.hits
};

enum class SearchOrder : unsigned char {
    best,    // by BM25 (Robertson and Zaragoza 2009), words of the title counting eight times; equals by hash
    newest,  // by publication, unknown last; equals by hash
};

// Those behind the first `after`. Pieces of unknown date are left out when the query asks for dates. Errors: those of reading.
[[nodiscard]] Result<std::vector<SearchHit>> search_store(const Database& database, const SearchQuery& query, const StoreFilter& filter,
                                                          const ArticleReader& articles, SearchOrder order = SearchOrder::best,
                                                          std::size_t after = 0);

// Takes out the marks "\x02" and "\x03" around hits.
[[nodiscard]] MarkedText read_marks(std::string_view marked);

// The stretch of a text around most hits: within one line, about `width` bytes long, cut between words. Offsets of `text`.
[[nodiscard]] Span best_passage(const MarkedText& text, std::size_t width);

}  // namespace depesche
