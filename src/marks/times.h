// Time expressions with TIMEX3 values.
#pragma once

#include <memory>
#include <vector>

#include "language/language.h"
#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

class TimeFinder {
public:
    explicit TimeFinder(const Languages& languages);
    ~TimeFinder();
    TimeFinder(const TimeFinder&) = delete;
    TimeFinder& operator=(const TimeFinder&) = delete;

    // By span, not overlapping. Relative ones have no value when text.published is absent, but weekday and
    // days_from_publication are filled in all the same.
    [[nodiscard]] std::vector<Time> find(const MarkText& text, const Language& language) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
