#include "stories/telling.h"

#include <algorithm>

namespace depesche {
namespace {

constexpr std::size_t news_sentences = 3;  // of the text: one of them names the day of the news
constexpr int days_a_week = 7;

struct Clause {
    std::size_t begin = 0;
    std::size_t end = 0;
    PieceField field = PieceField::title;
    bool opens_sentence = false;
    bool before = false;                 // told in the pluperfect
    PieceDay day;                        // that it names
    std::optional<std::int8_t> weekday;  // the same without knowing the day of publication
};

// 1 January 1970 was a Thursday; Monday is 0.
int weekday_of(std::int32_t day) { return static_cast<int>(((day + 3) % days_a_week + days_a_week) % days_a_week); }

class Reader {
public:
    Reader(std::span<const Token> tokens, const WordTable& words, PieceDay published)
        : tokens_(tokens), words_(words), published_(published) {}

    Telling run() {
        split();
        Telling told;
        if (const Clause* news = clause_of_news()) {
            told.day = news->day;
            told.weekday = news->weekday;
        }
        told.background.resize(tokens_.size(), false);
        bool sentence_before = false;
        for (const Clause& clause : clauses_) {
            const bool earlier = told.day && clause.day && *clause.day < *told.day;
            const bool background = clause.before || earlier;
            if (clause.opens_sentence) sentence_before = background;
            if (clause.field != PieceField::text || !(background || sentence_before)) continue;
            std::fill(told.background.begin() + static_cast<std::ptrdiff_t>(clause.begin),
                      told.background.begin() + static_cast<std::ptrdiff_t>(clause.end), true);
        }
        return told;
    }

private:
    [[nodiscard]] const TellingFacts& facts(std::size_t i) const { return words_[tokens_[i].word].telling; }

    void split() {
        for (std::size_t begin = 0; begin < tokens_.size();) {
            std::size_t end = begin + 1;
            while (end < tokens_.size() && tokens_[end].touches && !tokens_[end].sentence && tokens_[end].field == tokens_[begin].field)
                ++end;
            const bool opens = tokens_[begin].sentence || begin == 0 || tokens_[begin - 1].field != tokens_[begin].field;
            clauses_.push_back(read_clause(begin, end, opens));
            begin = end;
        }
    }

    [[nodiscard]] Clause read_clause(std::size_t begin, std::size_t end, bool opens) const {
        Clause clause{begin, end, tokens_[begin].field, opens, false, std::nullopt, std::nullopt};
        bool had = false;   // a pluperfect's auxiliary
        bool past = false;  // any other past
        bool participle = false;
        bool future = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens_[i].quoted) continue;
            const TellingRole role = tokens_[i].capital && !tokens_[i].opens ? TellingRole::none : facts(i).role;
            had |= role == TellingRole::pluperfect;
            past |= role == TellingRole::past;
            participle |= role == TellingRole::participle;
            future |= role == TellingRole::future;
            if (!clause.weekday) note_day(i, clause);
        }
        clause.before = had && (past || participle);
        const bool over = had || past || (participle && !future);
        if (!over) {
            clause.day.reset();
            clause.weekday.reset();
        }
        return clause;
    }

    // The day that the word names, unless it is still to come.
    void note_day(std::size_t i, Clause& clause) const {
        const TellingFacts& word = facts(i);
        if (word.day_offset && published_) clause.day = *published_ + *word.day_offset;
        const TellingRole left = i > clause.begin ? facts(i - 1).role : TellingRole::none;
        if (word.weekday >= 0 && left != TellingRole::coming) {
            clause.weekday = word.weekday;
            if (published_) clause.day = nearest(word.weekday, left == TellingRole::night_to);
        }
        if (clause.day) clause.weekday = static_cast<std::int8_t>(weekday_of(*clause.day));
    }

    // The last such weekday up to publication, or the night that ends after it.
    [[nodiscard]] std::int32_t nearest(int weekday, bool night) const {
        const int back = (weekday_of(*published_) - weekday + days_a_week) % days_a_week;
        return night && back == days_a_week - 1 ? *published_ + 1 : *published_ - back;
    }

    // The first clause that names the day of the news, in headline, lead or the first sentences of the text; null when none does.
    [[nodiscard]] const Clause* clause_of_news() const {
        std::size_t sentences = 0;
        for (const Clause& clause : clauses_) {
            sentences += clause.field == PieceField::text && clause.opens_sentence ? 1U : 0U;
            if (sentences > news_sentences) break;
            if (clause.weekday && !clause.before) return &clause;
        }
        return nullptr;
    }

    std::span<const Token> tokens_;
    const WordTable& words_;
    PieceDay published_;
    std::vector<Clause> clauses_;
};

}  // namespace

Telling telling_of(std::span<const Token> tokens, const WordTable& words, PieceDay published) {
    return Reader(tokens, words, published).run();
}

}  // namespace depesche
