#include "marks/find_marks.h"

#include "marks/figures.h"
#include "marks/names.h"
#include "marks/quotes.h"
#include "marks/times.h"

namespace depesche {

struct MarkFinder::Parts {
    explicit Parts(const Languages& languages) : names(languages), times(languages), figures(languages), quotes(languages) {}
    NameFinder names;
    TimeFinder times;
    FigureFinder figures;
    QuoteFinder quotes;
};

MarkFinder::MarkFinder(const Languages& languages) : parts_(std::make_unique<Parts>(languages)) {}
MarkFinder::~MarkFinder() = default;

MarkText make_mark_text(std::string_view text, std::vector<Passage> passages, std::optional<Moment> published, const Language& language) {
    std::vector<Span> spans;
    spans.reserve(passages.size());
    for (const Passage& passage : passages) spans.push_back(passage.span);
    return {text, std::move(passages), published, tokenize(text, spans, language)};
}

Marks MarkFinder::find(const MarkText& text, const Language& language) const { return find(text, language, MarkKinds()); }

Marks MarkFinder::find(const MarkText& text, const Language& language, MarkKinds kinds) const {
    Marks marks;
    if (kinds.times || kinds.figures) marks.times = parts_->times.find(text, language);
    if (kinds.figures) marks.figures = parts_->figures.find(text, language, marks.times);
    if (kinds.names || kinds.quotes) parts_->names.find(text, language, marks);
    if (kinds.quotes) marks.quotes = parts_->quotes.find(text, language, marks);
    if (!kinds.times) marks.times.clear();
    if (kinds.names) return marks;
    marks.names.clear();
    marks.entities.clear();
    for (Quote& quote : marks.quotes) quote.speaker_entity.reset();
    return marks;
}

std::vector<Time> MarkFinder::find_times(const MarkText& text, const Language& language) const {
    return parts_->times.find(text, language);
}

}  // namespace depesche
