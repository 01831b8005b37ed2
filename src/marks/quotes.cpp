#include "marks/quotes.h"

#include <deque>
#include <utility>

#include "marks/quote_frames.h"
#include "marks/quote_lexicon.h"
#include "marks/quote_speakers.h"
#include "marks/quote_utterances.h"

namespace depesche {

namespace {

// The same words found twice, by the verb and by their marks alone: the one with a speaker stays, else the surer one.
void drop_doubles(std::vector<Quote>& quotes) {
    const auto better = [](const Quote& a, const Quote& b) {
        return std::pair(!a.speaker.empty(), a.confidence) > std::pair(!b.speaker.empty(), b.confidence);
    };
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        for (std::size_t k = i + 1; k < quotes.size() && quotes[k].parts.front().begin == quotes[i].parts.front().begin;) {
            const bool both_speak = !quotes[i].speaker.empty() && !quotes[k].speaker.empty();  // one passes on what the other said
            if (both_speak || quotes[k].type != quotes[i].type || quotes[k].parts != quotes[i].parts) {
                ++k;
                continue;
            }
            if (better(quotes[k], quotes[i])) std::swap(quotes[k], quotes[i]);
            quotes.erase(quotes.begin() + static_cast<std::ptrdiff_t>(k));
        }
    }
}

}  // namespace

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
    drop_doubles(quotes);
    resolve_speakers(quote_text, marks, quotes);
    return quotes;
}

}  // namespace depesche
