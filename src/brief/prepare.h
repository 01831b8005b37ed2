// From stored bytes to a prepared report: reading, zones and marks of one page after the other.
#pragma once

#include <memory>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "brief/prepared.h"
#include "language/language.h"
#include "marks/name_groups.h"
#include "origins/reuse_words.h"
#include "page/read_article.h"

namespace depesche {

// The finders of the rooms above, made once; read-only, for all threads.
class Stages {
public:
    Stages();
    ~Stages();
    Stages(const Stages&) = delete;
    Stages& operator=(const Stages&) = delete;

    [[nodiscard]] const Languages& languages() const;
    [[nodiscard]] const ArticleReader& articles() const;
    [[nodiscard]] const MarkFinder& marks() const;
    [[nodiscard]] const PileNames& names() const;
    [[nodiscard]] const ReuseLexicon& reuse() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

struct PreparedPages {
    std::vector<std::unique_ptr<Prepared>> reports;  // pages with an article, by path; page_index is the place in this vector
    std::vector<Error> problems;                     // by place: pages refused, damaged, without article, second copies
};

// Reads and marks all pages on at most `threads` threads (0: all cores). The result does not depend on the order of `pages` nor
// on threads: pages are sorted by path, and of equal bytes the first path stays.
[[nodiscard]] PreparedPages prepare_pages(std::vector<PageBytes> pages, const Stages& stages, unsigned threads);

// The language whose data a text of that code is read with: its own, or the fallback when there is none.
[[nodiscard]] const Language& language_for(std::string_view code, const Languages& languages);

// The stretches that marks are looked for in: headline and all article text.
[[nodiscard]] std::vector<Passage> passages_of(const Article& article);

}  // namespace depesche
