#include "marks/name_features.h"

#include <array>
#include <string>

#include "base/utf8.h"
#include "marks/genitive_mark.h"
#include "marks/name_hash.h"

namespace depesche {
namespace {

constexpr std::uint64_t outside = 0x5EC7A1E0ULL;  // stands for the word before the first and behind the last

char shape_of(char32_t c) {
    if (is_digit(c)) return '0';
    if (is_upper(c)) return 'X';
    return is_letter(c) ? 'x' : static_cast<char>(c < 0x80 ? c : '_');
}

// "Meier-Huber" -> "Xx-Xx": runs of one class become one letter, two for capitals, so that "NATO" ("XX") is not "N" ("X").
std::uint64_t shape_hash(std::string_view word, bool& capital) {
    std::array<char, 12> shape{};
    std::size_t length = 0;
    char before = 0;
    bool doubled = false;
    for (std::size_t at = 0; at < word.size() && length < shape.size();) {
        const char c = shape_of(next_code_point(word, at));
        if (c == 'X' && (before == 0 || before == '-')) capital = true;
        if (c == before && (c != 'X' || doubled)) continue;
        doubled = c == before;
        before = c;
        shape.at(length++) = c;
    }
    return hash_word({shape.data(), length});
}

std::uint64_t lower_hash(std::string_view word, std::string& scratch) {
    scratch.clear();
    bool ascii = true;
    for (const char c : word) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        scratch += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c >= '0' && c <= '9' ? '0' : c;
    }
    return hash_word(ascii ? std::string_view(scratch) : to_lower(scratch));
}

// The facts of a word: its own, with the lists of the form without the ending of the genitive where it is on none
// ("Frankreichs"); else those of that form ("Schoigus"); else those of the last part of a compound with a hyphen ("Trump-Anwalt").
NameWordFacts facts_of(std::string_view word, std::uint64_t hash, const NameLexicon& lexicon) {
    NameWordFacts facts = lexicon.find(hash);
    if (facts.lists != 0 || word.size() < 4) return facts;
    if (word.back() == 's') {
        const NameWordFacts stem = lexicon.find(hash_word(word.substr(0, word.size() - 1)));
        if (facts.cluster == 0) return stem;
        facts.lists = stem.lists;
        return facts;
    }
    if (facts.cluster != 0) return facts;
    const auto hyphen = word.rfind('-');
    if (hyphen != std::string_view::npos && hyphen + 1 < word.size()) {
        facts = lexicon.find(hash_word(word.substr(hyphen + 1)));
        facts.lists = 0;
    }
    return facts;
}

// The part of a compound in front of its first hyphen, behind which something stands: "SPD" of "SPD-Chef".
NameWordFacts part_of(std::string_view word, const NameLexicon& lexicon) {
    const auto hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == word.size()) return {};
    return lexicon.find(hash_word(word.substr(0, hyphen)));
}

// The last part of a compound that no list has: "Jugendburg" -> "Burg". The longest known ending with at least four letters,
// looked for in the last longest_head bytes only.
NameWordFacts head_of(std::string_view word, const NameLexicon& lexicon, std::string& scratch) {
    constexpr std::size_t longest_head = 20;
    constexpr std::size_t shortest_head = 4;
    std::size_t begin = word.size() > longest_head ? word.size() - longest_head : 2;
    for (; begin + shortest_head <= word.size(); ++begin) {
        const auto byte = static_cast<unsigned char>(word[begin]);
        if (byte < 'a' || byte > 'z') continue;
        scratch.assign(word.substr(begin));
        scratch.front() = static_cast<char>(byte - 32);
        const NameWordFacts facts = lexicon.find(hash_word(scratch));
        if ((facts.lists & (list_noun | list_head)) != 0) return facts;
    }
    return {};
}

class Collector {
public:
    explicit Collector(std::vector<std::uint64_t>& out) : out_(out) {}
    void add(std::uint64_t template_number, std::uint64_t seen) { out_.push_back(hash_pair(template_number, seen)); }
    void add(std::uint64_t template_number, std::uint64_t a, std::uint64_t b) { add(template_number, hash_pair(a, b)); }

private:
    std::vector<std::uint64_t>& out_;
};

std::uint64_t branch(const NameWordFacts& facts, unsigned bits) { return facts.cluster & ((1U << bits) - 1U); }

const NameWord& neighbour(std::span<const NameWord> words, std::size_t i, int by) {
    static const NameWord none = no_word();
    const auto at = static_cast<std::ptrdiff_t>(i) + by;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(words.size()) ? none : words[static_cast<std::size_t>(at)];
}

std::uint64_t guess_key(const NameGuess& guess) { return guess.best * 4U + guess.sure; }

// Beginnings of two to four letters and endings of two to five.
void add_affixes(std::string_view word, Collector& out) {
    std::size_t at = 0;
    for (std::uint64_t letters = 1; letters <= 4 && at < word.size(); ++letters) {
        (void)next_code_point(word, at);
        if (letters > 1) out.add(10 + letters, hash_word(word.substr(0, at)));
    }
    at = word.size();
    for (std::uint64_t letters = 1; letters <= 5 && at > 0; ++letters) {
        (void)previous_code_point(word, at);
        if (letters > 1) out.add(20 + letters, hash_word(word.substr(at)));
    }
}

void add_own(const NameWord& w, Collector& out) {
    out.add(1, w.word);
    out.add(2, w.lower);
    out.add(3, w.shape);
    out.add(4, w.facts.cluster);
    out.add(5, branch(w.facts, 4));
    out.add(6, branch(w.facts, 6));
    out.add(7, branch(w.facts, 8));
    out.add(113, branch(w.facts, 10));
    out.add(114, branch(w.facts, 12));
    out.add(8, w.facts.lists);
    out.add(9, w.shape, w.facts.lists);
    out.add(30, w.facts_key);
    if (w.capital) {
        out.add(35, w.facts.english);
        out.add(36, w.facts.english & 0xFFU);
        out.add(37, w.facts.english, w.facts.cluster);
    }
    out.add(32, w.facts.frequency, w.facts.letter_case);
    if (w.head.lists != 0) {
        out.add(33, w.head.cluster);
        out.add(34, 1);
    }
    if (w.part.cluster != 0 || w.part.lists != 0) {
        out.add(120, w.part.lists);
        out.add(121, w.part.cluster);
        out.add(122, w.facts.cluster, w.part.lists);
    }
    if (w.guess.best != 0) {
        out.add(115, guess_key(w.guess));
        out.add(116, w.guess.best, w.guess.second);
        out.add(117, guess_key(w.guess), w.shape);
    }
    for (unsigned bit = 0; bit < 13; ++bit) {
        if ((w.facts.lists >> bit & 1U) != 0) out.add(40 + bit, w.shape);
    }
}

void add_opening(const NameWord& w, bool opens, Collector& out) {
    out.add(10, w.shape, opens ? 1 : 0);
    out.add(31, w.facts.letter_case, opens ? 1 : 0);
}

void add_before(const NameWord& b1, Collector& out) {
    out.add(60, b1.lower);
    out.add(64, b1.facts.cluster);
    out.add(68, branch(b1.facts, 6));
    out.add(82, b1.facts_key);
    if (b1.capital) out.add(86, b1.facts.english);
    if (b1.guess.best != 0) out.add(118, guess_key(b1.guess));
}

void add_second_before(const NameWord& b2, Collector& out) {
    out.add(61, b2.lower);
    out.add(66, b2.facts.cluster);
}

void add_behind(const NameWord& n1, Collector& out) {
    out.add(62, n1.lower);
    out.add(65, n1.facts.cluster);
    out.add(69, branch(n1.facts, 6));
    out.add(83, n1.facts_key);
    if (n1.capital) out.add(87, n1.facts.english);
    if (n1.guess.best != 0) out.add(119, guess_key(n1.guess));
}

void add_second_behind(const NameWord& n2, Collector& out) {
    out.add(63, n2.lower);
    out.add(67, n2.facts.cluster);
}

void add_around(std::span<const NameWord> words, std::size_t i, Collector& out) {
    const NameWord& w = words[i];
    const NameWord& b1 = neighbour(words, i, -1);
    const NameWord& b2 = neighbour(words, i, -2);
    const NameWord& n1 = neighbour(words, i, 1);
    out.add(70, b1.facts.cluster, w.facts.cluster);
    out.add(71, w.facts.cluster, n1.facts.cluster);
    out.add(72, b1.facts.lists, w.facts.lists);
    out.add(73, w.facts.lists, n1.facts.lists);
    out.add(74, hash_pair(b1.shape, w.shape), n1.shape);
    out.add(75, b1.shape, w.shape);
    out.add(76, w.shape, n1.shape);
    out.add(77, b1.lower, w.facts.cluster);
    out.add(78, n1.lower, w.facts.cluster);
    out.add(79, b1.lower, w.shape);
    out.add(80, b1.word, w.word);
    out.add(81, hash_pair(b2.lower, b1.lower), w.shape);
    out.add(84, hash_pair(branch(b1.facts, 6), branch(w.facts, 6)), branch(n1.facts, 6));
    out.add(88, b1.lower, w.facts.lists);
    out.add(89, n1.lower, w.facts.lists);
    out.add(90, hash_pair(b1.lower, n1.lower), w.shape);
    out.add(85, b1.facts.cluster, n1.facts.cluster);
}

// The run of capital words that words[i] stands in, cut at longest_run words to each side.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

Run run_around(std::span<const NameWord> words, std::size_t i) {
    constexpr std::size_t longest_run = 6;
    Run run{i, i};
    while (run.first > 0 && words[run.first - 1].capital && i - run.first < longest_run) --run.first;
    while (run.last + 1 < words.size() && words[run.last + 1].capital && run.last - i < longest_run) ++run.last;
    return run;
}

void add_run(std::span<const NameWord> words, std::size_t i, Collector& out) {
    const Run run = run_around(words, i);
    const NameWord& w = words[i];
    const NameWord& before = neighbour(words, run.first, -1);
    const NameWord& behind = neighbour(words, run.last, 1);
    const std::uint64_t place = i == run.first ? (i == run.last ? 0 : 1) : i == run.last ? 2 : 3;
    out.add(100, before.lower, place);
    out.add(101, behind.lower, place);
    out.add(102, run.last - run.first, place);
    out.add(103, words[run.first].facts.lists, place);
    out.add(104, words[run.last].facts.lists, place);
    out.add(105, hash_pair(before.lower, behind.lower), place);
    out.add(106, hash_pair(words[run.first].facts.lists, words[run.last].facts.lists), place);
    out.add(107, words[run.last].facts.cluster, place);
    out.add(108, words[run.first].facts.cluster, place);
    out.add(109, hash_pair(branch(before.facts, 6), branch(behind.facts, 6)), place);
    out.add(110, before.lower, w.facts.lists);
    out.add(111, behind.lower, w.facts.lists);
    std::uint64_t all = 0;
    for (std::size_t k = run.first; k <= run.last; ++k) all |= words[k].facts.lists;
    out.add(112, all, place);
}

}  // namespace

NameWord no_word() { return {outside, outside, outside, outside, {}, {}, {}, {}, 0, 0, false, false}; }

Span name_span(std::string_view text, Span word) {
    word.end -= static_cast<std::uint32_t>(genitive_mark_length(text.substr(word.begin, word.size())));
    return word;
}

NameWord name_word(std::string_view word, const NameLexicon& lexicon) {
    std::string scratch;
    NameWord w;
    w.word = hash_word(word);
    w.lower = lower_hash(word, scratch);
    w.shape = shape_hash(word, w.capital);
    w.facts = facts_of(word, w.word, lexicon);
    if (w.capital) {
        w.part = part_of(word, lexicon);
        if (w.facts.cluster == 0 && w.facts.lists == 0) {
            w.head = head_of(word, lexicon, scratch);
            w.guess = lexicon.guess(word);
        }
    }
    w.facts_key = hash_pair(w.facts.cluster, w.facts.lists);
    return w;
}

void mark_leads(std::span<NameWord> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool beside = (i > 0 && words[i - 1].capital) || (i + 1 < words.size() && words[i + 1].capital) ||
                            (i + 2 < words.size() && words[i + 2].capital);
        words[i].lead = words[i].capital || beside || (words[i].facts.lists & (list_media | list_company)) != 0;
    }
}

std::vector<NameWord> name_words(std::string_view text, std::span<const Word> words, const NameLexicon& lexicon) {
    std::vector<NameWord> out;
    out.reserve(words.size());
    for (const Word& word : words) {
        const Span span = name_span(text, word.span);
        NameWord& w = out.emplace_back(name_word(text.substr(span.begin, span.size()), lexicon));
        w.begin = span.begin;
        w.end = span.end;
    }
    mark_leads(out);
    return out;
}

void append_place_features(const NameWord& w, std::string_view word, WordPlace place, std::vector<std::uint64_t>& features) {
    Collector out(features);
    switch (place) {
        case WordPlace::own:
            add_own(w, out);
            if (w.capital) add_affixes(word, out);
            return;
        case WordPlace::opening:
            return add_opening(w, true, out);
        case WordPlace::inside:
            return add_opening(w, false, out);
        case WordPlace::before:
            return add_before(w, out);
        case WordPlace::second_before:
            return add_second_before(w, out);
        case WordPlace::behind:
            return add_behind(w, out);
        case WordPlace::second_behind:
            return add_second_behind(w, out);
        case WordPlace::count:
            return;
    }
}

void append_joint_features(std::span<const NameWord> words, std::size_t i, std::vector<std::uint64_t>& features) {
    Collector out(features);
    add_around(words, i, out);
    if (words[i].capital) add_run(words, i, out);
}

void append_features(std::string_view text, std::span<const NameWord> words, std::size_t i, std::vector<std::uint64_t>& features) {
    const NameWord& w = words[i];
    append_place_features(w, text.substr(w.begin, w.end - w.begin), WordPlace::own, features);
    append_place_features(w, {}, i == 0 ? WordPlace::opening : WordPlace::inside, features);
    append_place_features(neighbour(words, i, -1), {}, WordPlace::before, features);
    append_place_features(neighbour(words, i, -2), {}, WordPlace::second_before, features);
    append_place_features(neighbour(words, i, 1), {}, WordPlace::behind, features);
    append_place_features(neighbour(words, i, 2), {}, WordPlace::second_behind, features);
    append_joint_features(words, i, features);
}

}  // namespace depesche
