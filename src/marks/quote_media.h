// Media that are named once and then only called "der Agentur".
#pragma once

#include <vector>

#include "marks/quote_frames.h"
#include "marks/quote_gender.h"

namespace depesche {

// Keeps the media named so far. Quotes are to be given in text order.
class MediumNames {
public:
    MediumNames(const QuoteText& text, const SpeakerWords& words) : text_(text), words_(words) {}

    // Turns "der Agentur" alone in `via` into the agency that was named last.
    void name_medium(Quote& quote);

private:
    const QuoteText& text_;
    const SpeakerWords& words_;
    std::vector<Span> media_;
};

}  // namespace depesche
