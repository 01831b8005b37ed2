#include "stories/article_words.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/sort_distinct.h"
#include "stories/telling.h"

namespace depesche {
namespace {

constexpr std::size_t phrase_words = 5;
constexpr std::uint32_t known_to_all = 3;  // pieces of the background; a word that more have is no sign of one happening
constexpr float head_emphasis = 1.5F;      // of names in headline and lead
constexpr std::size_t least_digits = 3;    // of a number that says something without the word behind it

// How a word stands in the article.
struct Standing {
    std::uint32_t word = 0;
    std::uint32_t count = 0;
    bool head = false;
    bool capital = false;  // with a capital where none is needed
    bool common = false;   // small, or behind an article or a number
};

bool is_year(std::string_view digits) { return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")); }

std::string digits_of(std::string_view number) {
    std::string digits;
    std::ranges::copy_if(number, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

class Collector {
public:
    Collector(std::span<const Token> tokens, const WordTable& words, const DayCounts& counts, PieceDay published)
        : tokens_(tokens.begin(), std::ranges::find(tokens, PieceField::address, &Token::field)),
          words_(words),
          counts_(counts),
          told_(telling_of(tokens_, words, published)) {
        result_.day = told_.day;
        result_.weekday = told_.weekday;
    }

    ArticleWords run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (told_.background[i]) continue;
            note_word(i);
            note_figure(i);
        }
        make_words();
        make_phrases();
        sort_distinct(result_.figures);
        return std::move(result_);
    }

private:
    // The token before, when nothing but a blank is between the two.
    [[nodiscard]] const Token* before(std::size_t i) const {
        return i > 0 && tokens_[i].touches && tokens_[i - 1].field == tokens_[i].field ? &tokens_[i - 1] : nullptr;
    }

    void note_word(std::size_t i) {
        const Token& token = tokens_[i];
        if (words_[token.word].stop) return;
        const Token* left = before(i);
        const bool counted = left != nullptr && (left->number || words_[left->word].determiner);
        standings_.push_back({token.word, 1, token.field <= PieceField::lead, token.capital && !token.opens, !token.capital || counted});
    }

    void note_figure(std::size_t i) {
        if (!tokens_[i].number) return;
        const WordFacts& number = words_[tokens_[i].word];
        const std::string digits = digits_of(number.folded);
        if (is_year(number.folded)) return;
        const std::uint32_t value = term_of(digits);
        if (digits.size() >= least_digits) result_.figures.push_back(value);
        const bool followed = i + 1 < tokens_.size() && before(i + 1) != nullptr && !tokens_[i + 1].number;
        if (followed) result_.figures.push_back(pair_term(value, words_[tokens_[i + 1].word].term));
    }

    void make_words() {
        const auto term = [&](const Standing& s) { return words_[s.word].term; };
        std::ranges::stable_sort(standings_, {}, term);
        for (std::size_t i = 0; i < standings_.size();) {
            Standing all = standings_[i];
            const std::uint32_t common_term = term(all);
            for (++i; i < standings_.size() && term(standings_[i]) == common_term; ++i) {
                const Standing& next = standings_[i];
                all = {all.word, all.count + 1, all.head || next.head, all.capital || next.capital, all.common || next.common};
            }
            const WordFacts& facts = words_[all.word];
            result_.words.push_back({facts.term, counts_.rarity(facts.term, facts.background)});
            const bool name = all.capital && !all.common && facts.background <= known_to_all && facts.parts[0] == 0;
            if (!name) continue;
            const float emphasis = (1 + std::log(static_cast<float>(all.count))) * (all.head ? head_emphasis : 1);
            result_.names.push_back({facts.term, emphasis});
        }
    }

    void make_phrases() {
        for (std::size_t i = 0; i + phrase_words <= tokens_.size(); ++i) {
            if (tokens_[i].field == PieceField::title || told_.background[i]) continue;
            std::uint32_t phrase = 0;
            for (std::size_t k = 0; k < phrase_words; ++k) phrase = pair_term(phrase, words_[tokens_[i + k].word].term);
            result_.phrases.push_back(phrase);
        }
        sort_distinct(result_.phrases);
    }

    std::span<const Token> tokens_;  // without the address
    const WordTable& words_;
    const DayCounts& counts_;
    Telling told_;
    std::vector<Standing> standings_;
    ArticleWords result_;
};

}  // namespace

std::uint32_t pair_term(std::uint32_t left, std::uint32_t right) {
    const std::uint64_t mixed = (std::uint64_t{left} << 32U) | right;
    return static_cast<std::uint32_t>((mixed * 0x9E3779B97F4A7C15ULL) >> 32U);
}

ArticleWords article_words(std::span<const Token> tokens, const WordTable& words, const DayCounts& counts, PieceDay published) {
    return Collector(tokens, words, counts, published).run();
}

}  // namespace depesche
