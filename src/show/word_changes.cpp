#include "show/word_changes.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t most_words = 600;
constexpr std::size_t farthest = 3;  // places a word may move

// A word with the white space before it, and what it is compared by. A word of punctuation alone compares as nothing.
struct Word {
    std::string_view text;
    std::string bare;
};

std::string bare(std::string_view word) {
    std::string kept;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (is_letter(c) || is_digit(c)) append_utf8(kept, c);
    }
    return fold(kept);
}

std::vector<Word> split(std::string_view text) {
    std::vector<Word> words;
    std::size_t begin = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const bool space = is_space(next_code_point(text, at));
        if (space && inside) {
            words.push_back({text.substr(begin, before - begin), {}});
            begin = before;
        }
        inside = !space;
    }
    if (begin < text.size()) words.push_back({text.substr(begin), {}});
    for (Word& word : words) word.bare = bare(word.text);
    return words;
}

// For each word the one of the other wording it is matched with, or -1.
using Match = std::vector<std::ptrdiff_t>;

void match_middle(std::span<const Word> left, std::span<const Word> right, std::size_t offset, std::span<std::ptrdiff_t> match) {
    const std::size_t columns = right.size() + 1;
    if (left.empty() || right.empty() || left.size() > most_words || right.size() > most_words) return;
    std::vector<std::uint16_t> longest((left.size() + 1) * columns, 0);
    for (std::size_t i = left.size(); i-- > 0;) {
        for (std::size_t j = right.size(); j-- > 0;) {
            const bool equal = left[i].bare == right[j].bare;
            longest[i * columns + j] = equal ? static_cast<std::uint16_t>(longest[(i + 1) * columns + j + 1] + 1)
                                             : std::max(longest[(i + 1) * columns + j], longest[i * columns + j + 1]);
        }
    }
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        if (left[i].bare == right[j].bare) {
            match[i++] = static_cast<std::ptrdiff_t>(offset + j++);
        } else if (longest[(i + 1) * columns + j] >= longest[i * columns + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
}

Match match_words(std::span<const Word> left, std::span<const Word> right) {
    Match match(left.size(), -1);
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t head = 0;
    while (head < shorter && left[head].bare == right[head].bare) {
        match[head] = static_cast<std::ptrdiff_t>(head);
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && left[left.size() - 1 - tail].bare == right[right.size() - 1 - tail].bare) {
        match[left.size() - 1 - tail] = static_cast<std::ptrdiff_t>(right.size() - 1 - tail);
        ++tail;
    }
    match_middle(left.subspan(head, left.size() - head - tail), right.subspan(head, right.size() - head - tail), head,
                 std::span(match).subspan(head, left.size() - head - tail));
    return match;
}

void append(std::vector<WordPiece>& pieces, std::string_view text, WordState state) {
    if (!pieces.empty() && pieces.back().state == state) {
        pieces.back().text += text;
    } else {
        pieces.push_back({std::string(text), state});
    }
}

// Which words of both wordings are left over by the match but only moved a little.
struct Moved {
    std::vector<bool> left;
    std::vector<bool> right;
};

Moved find_moved(std::span<const Word> left, std::span<const Word> right, const Match& match) {
    Moved moved{std::vector<bool>(left.size()), std::vector<bool>(right.size())};
    std::vector<bool> taken(right.size());
    for (const std::ptrdiff_t m : match) {
        if (m >= 0) taken[static_cast<std::size_t>(m)] = true;
    }
    std::size_t expected = 0;  // where the word would be if nothing else had changed
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (match[i] >= 0) expected = static_cast<std::size_t>(match[i]) + 1;
        if (match[i] >= 0 || left[i].bare.empty()) continue;
        const std::size_t from = expected > farthest ? expected - farthest : 0;
        for (std::size_t j = from; j < std::min(right.size(), expected + farthest); ++j) {
            if (taken[j] || right[j].bare != left[i].bare) continue;
            taken[j] = moved.right[j] = moved.left[i] = true;
            break;
        }
    }
    return moved;
}

// Words [begin, end) of the other wording that say something and did not just move, without the blank before the first.
std::string between(std::span<const Word> words, const std::vector<bool>& moved, std::size_t begin, std::size_t end) {
    std::string text;
    bool speaks = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (moved[i]) continue;
        text += words[i].text;
        speaks = speaks || !words[i].bare.empty();
    }
    return speaks ? std::string(trim(text)) : std::string();
}

}  // namespace

std::string bare_words(std::string_view words) {
    std::string out;
    for (const Word& word : split(words)) {
        if (word.bare.empty()) continue;
        if (!out.empty()) out += ' ';
        out += word.bare;
    }
    return out;
}

std::vector<WordPiece> word_changes(std::string_view words, std::string_view other) {
    const std::vector<Word> left = split(words);
    const std::vector<Word> right = split(other);
    const Match match = match_words(left, right);
    const auto matched = static_cast<std::size_t>(std::ranges::count_if(match, [](std::ptrdiff_t m) { return m >= 0; }));
    if (3 * matched < std::min(left.size(), right.size()) || matched == 0) return {{std::string(words), WordState::same}};

    const Moved moved = find_moved(left, right, match);
    std::vector<WordPiece> pieces;
    std::size_t next = 0;       // first word of the other wording not passed yet
    bool after_change = false;  // words that stand in place of the missing ones were just shown
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (match[i] < 0) {
            const bool is_same = left[i].bare.empty() || moved.left[i];
            append(pieces, left[i].text, is_same ? WordState::same : WordState::changed);
            after_change = after_change || !is_same;
            continue;
        }
        const auto found = static_cast<std::size_t>(match[i]);
        const std::string missing = after_change ? std::string() : between(right, moved.right, next, found);
        if (!missing.empty()) pieces.push_back({missing, WordState::missing});
        append(pieces, left[i].text, WordState::same);
        next = found + 1;
        after_change = false;
    }
    const std::string missing = after_change ? std::string() : between(right, moved.right, next, right.size());
    if (!missing.empty()) pieces.push_back({missing, WordState::missing});
    return pieces;
}

std::vector<std::vector<WordPiece>> line_up(std::span<const std::string> wordings) {
    std::vector<std::vector<WordPiece>> lines;
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        const std::size_t other = i == 0 ? std::min<std::size_t>(1, wordings.size() - 1) : 0;
        lines.push_back(word_changes(wordings[i], wordings[other]));
    }
    return lines;
}

}  // namespace depesche
