// Quotes of one sentence or two, judged by their words: who is given what.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "marks/quotes.h"

namespace depesche {

struct Case {
    const char* text;
    const char* said;  // of the first quote that has these words; nullptr: nothing in the text is said
    const char* who;   // spans joined by " / "; empty: nobody
};

inline std::string joined(const std::string& text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) out += (out.empty() ? "" : " / ") + text.substr(span.begin, span.size());
    return out;
}

inline std::vector<Quote> quotes_in(const std::string& text) {
    static const Languages languages;
    static const QuoteFinder finder(languages);
    const Language& german = *languages.find("de");
    const std::vector<Passage> passages{{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}};
    return finder.find(make_mark_text(text, passages, {}, german), german, {});
}

inline void expect_cases(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        const std::string text = c.text;
        const std::vector<Quote> quotes = quotes_in(text);
        if (c.said == nullptr) {
            EXPECT_TRUE(quotes.empty()) << text << "\n" << (quotes.empty() ? "" : joined(text, quotes.front().parts));
            continue;
        }
        bool found = false;
        for (const Quote& quote : quotes) {
            if (joined(text, quote.parts) != c.said) continue;
            EXPECT_EQ(joined(text, quote.speaker), c.who) << text;
            found = true;
            break;
        }
        EXPECT_TRUE(found) << text << "\nhas no quote " << c.said;
    }
}

}  // namespace depesche
