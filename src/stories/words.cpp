#include "stories/words.h"

#include <algorithm>
#include <deque>

#include "base/begin_of.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t shortest_part = 4;          // letters of a compound's part
constexpr std::uint32_t known_part = 5;           // pieces of the background that a part must stand in
constexpr std::size_t longest_word = 80;          // bytes; what is longer is no word of a language
constexpr std::size_t shortest_key = 3;           // bytes of a word that may name an affair
constexpr std::uint32_t most_of_background = 50;  // a word that one in so many pieces of the background has names none

bool is_quote_open(char32_t c) {
    return c == U'„' || c == U'«' || c == U'»' || c == U'“' || c == U'"' || c == U'‚' || c == U'‹' || c == U'›';
}
bool is_quote_close(char32_t c) {
    return c == U'“' || c == U'”' || c == U'»' || c == U'«' || c == U'"' || c == U'‘' || c == U'›' || c == U'‹';
}

// Walks a text once; the state between two words.
class Splitter {
public:
    Splitter(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

    std::vector<PlainWord> run() {
        std::size_t at = 0;
        while (at < text_.size() && words_.size() < limit_) {
            const std::size_t begin = at;
            const char32_t c = next_code_point(text_, at);
            if (is_letter(c)) at = take_letters(begin, at, c);
            else if (is_digit(c)) at = take_number(begin, at);
            else pass(c);
        }
        return std::move(words_);
    }

private:
    void add(std::size_t begin, std::size_t end, bool capital, bool number) {
        const bool sentence = words_.empty() || (stopped_ && (capital || number));
        words_.push_back({text_.substr(begin, end - begin), capital, number, quoted_, opens_, sentence, touches_});
        opens_ = false;
        stopped_ = false;
        touches_ = true;
    }

    std::size_t take_letters(std::size_t begin, std::size_t at, char32_t first) {
        bool small_before = !is_upper(first);
        std::size_t end = at;
        while (at < text_.size()) {
            const char32_t c = next_code_point(text_, at);
            if (!is_letter(c) || (small_before && is_upper(c))) break;
            small_before = !is_upper(c);
            end = at;
        }
        add(begin, end, is_upper(first), false);
        return end;
    }

    // Digits with single dots and commas between them.
    std::size_t take_number(std::size_t begin, std::size_t at) {
        std::size_t end = at;
        while (at < text_.size()) {
            const char c = text_[at];
            const bool digit = c >= '0' && c <= '9';
            const bool joint = (c == '.' || c == ',') && at + 1 < text_.size() && text_[at + 1] >= '0' && text_[at + 1] <= '9';
            if (!digit && !joint) break;
            end = ++at;
        }
        add(begin, end, false, true);
        return end;
    }

    void pass(char32_t c) {
        if (c == U' ' || c == U'-' || c == U'\u2011') return;
        touches_ = false;
        if (quoted_ && is_quote_close(c)) quoted_ = false;
        else if (is_quote_open(c)) quoted_ = true;
        if (c != U',' && c != U'(' && c != U')') opens_ = true;
        const bool ordinal = c == U'.' && !words_.empty() && words_.back().number && words_.back().text.size() <= 2;
        if (!ordinal && (c == U'.' || c == U'!' || c == U'?' || c == U'\n')) stopped_ = true;
    }

    std::string_view text_;
    std::size_t limit_;
    std::vector<PlainWord> words_;
    bool quoted_ = false;
    bool opens_ = true;
    bool stopped_ = false;  // a full stop or its like came since the last word
    bool touches_ = false;
};

// Where a folded stem falls into two parts that both stand alone in the news, the more even split first; 0 for none.
std::size_t compound_joint(std::string_view stem, const Background& background, std::array<std::uint32_t, 2>& counts) {
    if (stem.size() < 2 * shortest_part) return 0;
    std::size_t best = 0;
    std::uint32_t best_count = 0;
    for (std::size_t joint = shortest_part; joint + shortest_part <= stem.size(); ++joint) {
        std::string_view head = stem.substr(0, joint);
        const std::uint32_t tail = background.count(stem.substr(joint));
        if (tail < known_part) continue;
        std::uint32_t front = background.count(head);
        if (front < known_part && head.ends_with('s') && head.size() > shortest_part)
            front = background.count(head.substr(0, head.size() - 1));
        if (front < known_part || std::min(front, tail) <= best_count) continue;
        best = joint;
        best_count = std::min(front, tail);
        counts = {front, tail};
    }
    return best;
}

// The words of a cell, with blanks between them.
void add_words(std::string_view cell, WordSet& words) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(' '), cell.size());
        if (end > 0) words.insert(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

}  // namespace

std::vector<PlainWord> plain_words(std::string_view text, std::size_t limit) { return Splitter(text, limit).run(); }

std::uint32_t term_of(std::string_view folded) {
    const auto term = static_cast<std::uint32_t>(hash64(folded));
    return term == 0 ? 1 : term;
}

WordTable::WordTable(const Languages& languages) : languages_(languages) {
    for (const Language& language : languages.all()) {
        Lists lists(language);
        for (const Row& row : data_rows("languages/" + language.code + "/place-words.tsv")) lists.before_place.insert(row[0]);
        for (const Row& row : data_rows("languages/" + language.code + "/no-news.tsv")) lists.no_news.push_back(row[0]);
        for (const Row& row : data_rows("languages/" + language.code + "/speech-words.tsv")) {
            if (row.size() > 1 && row[0] == "determiner") add_words(row[1], lists.determiners);
        }
        read_regular(language, lists);
        lists.kinds = KindWords(data_rows("languages/" + language.code + "/kind-words.tsv"));
        lists_.push_back(std::move(lists));
    }
}

void WordTable::read_regular(const Language& language, Lists& lists) const {
    for (const Row& row : data_rows("languages/" + language.code + "/regular-pieces.tsv")) {
        if (row.size() < 2) continue;
        if (row[1] == "end") lists.regular_ends.push_back(row[0]);
        else lists.regular.insert(row[0]);
        if (row[1] == "pair") lists.second_of_pair.insert(row[0].substr(row[0].find(' ') + 1));
    }
}

WordFacts WordTable::facts_of(std::string_view word, std::size_t language, const Stemmer& stemmer) const {
    WordFacts facts;
    word = begin_of(word, longest_word);
    const std::string stem = fold(stemmer(word));
    const std::string lower = to_lower(word);
    facts.folded = fold(word);
    facts.term = term_of(stem);
    facts.telling = lists_[language].telling.of(lower);
    facts.stop = languages_.all()[language].stop_words.contains(lower);
    facts.determiner = lists_[language].determiners.contains(lower);
    facts.before_place = lists_[language].before_place.contains(lower);
    facts.no_news = std::ranges::any_of(lists_[language].no_news, [&](std::string_view begin) { return lower.starts_with(begin); });
    facts.regular = lists_[language].regular.contains(lower) ||
                    std::ranges::any_of(lists_[language].regular_ends, [&](std::string_view end) { return lower.ends_with(end); });
    facts.ends_regular = lists_[language].second_of_pair.contains(lower);
    if (facts.stop) return facts;
    const BackgroundCounts known = background_.counts(stem);
    facts.background = known.pieces;
    facts.keys[0] = key_of(stem, facts.folded, known, lists_[language].kinds);
    const std::size_t joint = compound_joint(stem, background_, facts.part_counts);
    if (joint == 0) return facts;
    std::string_view head = std::string_view(stem).substr(0, joint);
    if (background_.count(head) < known_part) head.remove_suffix(1);
    facts.parts = {term_of(head), term_of(std::string_view(stem).substr(joint))};
    if (facts.keys[0].term == 0) return facts;
    const std::array<std::string_view, 2> parts = {head, std::string_view(stem).substr(joint)};
    for (std::size_t p = 0; p < 2; ++p)
        facts.keys[p + 1] = key_of(parts[p], parts[p], background_.counts(parts[p]), lists_[language].kinds);
    return facts;
}

// A genitive's s may be left on a stem ("trumps"): what is common without it is no rarer with it.
KeyTerm WordTable::key_of(std::string_view stem, std::string_view word, const BackgroundCounts& known, const KindWords& kinds) const {
    if (stem.size() < shortest_key || kinds.names_kind(word)) return {};
    const std::uint32_t without = stem.ends_with('s') ? background_.count(stem.substr(0, stem.size() - 1)) : 0;
    if (std::max(known.pieces, without) * most_of_background >= background_.pieces()) return {};
    return {term_of(stem), known.general};
}

std::uint32_t WordTable::meet(std::string_view word, const Language& language) {
    std::string key(1, static_cast<char>('a' + (&language - languages_.all().data())));
    key += word;
    const auto [at, fresh] = indices_.try_emplace(std::move(key), static_cast<std::uint32_t>(facts_.size()));
    if (fresh) {
        facts_.emplace_back();
        unlearnt_.push_back(&at->first);
    }
    return at->second;
}

void WordTable::learn(unsigned threads) {
    constexpr std::size_t block = 1024;  // words for which a thread makes its own stemmers
    const std::size_t begin = facts_.size() - unlearnt_.size();
    for_each_index((unlearnt_.size() + block - 1) / block, threads, [&](std::size_t b) {
        std::deque<Stemmer> stemmers;
        for (const Language& language : languages_.all()) stemmers.emplace_back(language);
        for (std::size_t i = b * block; i < std::min(unlearnt_.size(), (b + 1) * block); ++i) {
            const auto language = static_cast<std::size_t>(unlearnt_[i]->front() - 'a');
            facts_[begin + i] = facts_of(std::string_view(*unlearnt_[i]).substr(1), language, stemmers[language]);
        }
    });
    unlearnt_.clear();
}

std::uint32_t WordTable::index_of(std::string_view word, const Language& language) {
    const std::uint32_t index = meet(word, language);
    learn(1);
    return index;
}

bool WordTable::is_regular_pair(std::uint32_t left, std::uint32_t right, const Language& language) const {
    if (!facts_[right].ends_regular) return false;
    const auto& regular = lists_[static_cast<std::size_t>(&language - languages_.all().data())].regular;
    return regular.contains(facts_[left].folded + ' ' + facts_[right].folded);
}

void WordTable::clear() {
    indices_.clear();
    facts_.clear();
    unlearnt_.clear();
}

}  // namespace depesche
