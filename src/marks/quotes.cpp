#include "marks/quotes.h"

#include <deque>

#include "marks/quote_frames.h"
#include "marks/quote_lexicon.h"
#include "marks/quote_speakers.h"
#include "marks/quote_utterances.h"

namespace depesche {

struct QuoteFinder::Parts {
    std::deque<QuoteLexicon> lexicons;  // a language each
};

QuoteFinder::QuoteFinder(const Languages& languages) : parts_(std::make_unique<Parts>()) {
    for (const Language& language : languages.all()) parts_->lexicons.emplace_back(language);
}

QuoteFinder::~QuoteFinder() = default;

std::vector<Quote> QuoteFinder::find(const MarkText& text, const Language& language, const Marks& marks) const {
    const QuoteLexicon* lexicon = &parts_->lexicons.front();
    for (const QuoteLexicon& one : parts_->lexicons) {
        if (one.code() == language.code) lexicon = &one;
    }
    const QuoteText quote_text = make_quote_text(text, *lexicon);
    std::vector<Quote> quotes = find_utterances(quote_text);
    resolve_speakers(quote_text, marks, quotes);
    return quotes;
}

}  // namespace depesche
