#include "marks/figures.h"

#include <algorithm>

#include "marks/figure_lexicon.h"
#include "marks/figure_reading.h"

namespace depesche {

struct FigureFinder::Parts {
    struct Rules {
        explicit Rules(const Language& language) : code(language.code), lexicon(language) {}
        std::string_view code;
        FigureLexicon lexicon;
    };
    std::vector<std::unique_ptr<Rules>> rules;
};

FigureFinder::FigureFinder(const Languages& languages) : parts_(std::make_unique<Parts>()) {
    for (const Language& language : languages.all()) parts_->rules.push_back(std::make_unique<Parts::Rules>(language));
}

FigureFinder::~FigureFinder() = default;

std::vector<Figure> FigureFinder::find(const MarkText& text, const Language& language, std::span<const Time> times) const {
    const auto it = std::ranges::find_if(parts_->rules, [&](const auto& rules) { return rules->code == language.code; });
    if (it == parts_->rules.end()) return {};
    return FigureReading(text, language, (*it)->lexicon, times).run();
}

}  // namespace depesche
