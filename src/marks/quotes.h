// Quotes: what was said, by whom, with which cue, passed on by whom.
#pragma once

#include <memory>
#include <vector>

#include "language/language.h"
#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

class QuoteFinder {
public:
    explicit QuoteFinder(const Languages& languages);
    ~QuoteFinder();
    QuoteFinder(const QuoteFinder&) = delete;
    QuoteFinder& operator=(const QuoteFinder&) = delete;

    // By first part. `marks` has the names and entities found before; a speaker is linked to its entity.
    [[nodiscard]] std::vector<Quote> find(const MarkText& text, const Language& language, const Marks& marks) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
