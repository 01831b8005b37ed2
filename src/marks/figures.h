// Figures: numbers with their unit and what they count.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "language/language.h"
#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

class FigureFinder {
public:
    explicit FigureFinder(const Languages& languages);
    ~FigureFinder();
    FigureFinder(const FigureFinder&) = delete;
    FigureFinder& operator=(const FigureFinder&) = delete;

    // By span. Numbers inside `times` (dates, clocks, durations) are no figures.
    [[nodiscard]] std::vector<Figure> find(const MarkText& text, const Language& language, std::span<const Time> times) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
