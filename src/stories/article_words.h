// What of a whole article is compared with another's: all its words, the names it tells of, its figures, its phrases.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/day_counts.h"
#include "stories/read_pieces.h"
#include "stories/words.h"

namespace depesche {

struct Weighted {
    std::uint32_t term = 0;
    float weight = 0;
};
using Vector = std::vector<Weighted>;  // ascending by term; of length one unless said otherwise

// Empty for headlines. Everything ascending, each once.
struct ArticleWords {
    Vector words;  // stems, not normalised: weight is the rarity
    Vector names;  // those of them that likely name somebody or some place; weight: how much the article is about it
    PieceDay day;  // of its news (stories/telling.h)
    std::optional<std::int8_t> weekday;
    std::vector<std::uint32_t> figures;  // numbers of three digits or more, and numbers with the word behind them
    std::vector<std::uint32_t> phrases;  // runs of five words of lead and text, stop words included: what a copied sentence leaves behind
};

// A name is known without a recogniser: a word with a capital inside a sentence that hardly stands in the news at large, is no compound of
// words that do, and that this article never writes small or puts behind an article or a number. Handles "Hohenlinnich", "Kilbride". Does
// not handle names that everybody knows, nor rivers and companies ("der Zschirne"); rare nouns that never have their article count as
// names (tests/stories/article_words_test.cpp).
[[nodiscard]] ArticleWords article_words(std::span<const Token> tokens, const WordTable& words, const DayCounts& counts,
                                         PieceDay published);

// The term of two neighbouring words.
[[nodiscard]] std::uint32_t pair_term(std::uint32_t left, std::uint32_t right);

}  // namespace depesche
