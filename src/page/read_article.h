// From a page to its article.
#pragma once

#include <memory>

#include "language/language.h"
#include "page/article.h"
#include "read/page.h"

namespace depesche {

// Everything that reading an article needs beside the page; made once, read-only, for all threads.
class ArticleReader {
public:
    explicit ArticleReader(const Languages& languages);
    ~ArticleReader();
    ArticleReader(const ArticleReader&) = delete;
    ArticleReader& operator=(const ArticleReader&) = delete;

    // Zones, then metadata from them. Never fails: a page without article gives zones of boilerplate alone.
    // All spans are text offsets of page.source.
    [[nodiscard]] Article read(const Page& page) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// The article's own text: title left out, standfirst, crossheads, key points and body, one line each, in page order.
[[nodiscard]] std::string article_text(const Article& article, const SourceText& source);

}  // namespace depesche
