// Names of people, places and organisations, grouped into entities across spellings, inflection, short forms and roles.
#pragma once

#include <memory>

#include "language/language.h"
#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

class NameFinder {
public:
    explicit NameFinder(const Languages& languages);
    ~NameFinder();
    NameFinder(const NameFinder&) = delete;
    NameFinder& operator=(const NameFinder&) = delete;

    // Fills marks.names (by span) and marks.entities.
    void find(const MarkText& text, const Language& language, Marks& marks) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
