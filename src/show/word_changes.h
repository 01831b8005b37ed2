// Which words of a wording differ from other wordings of the same utterance.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace depesche {

enum class WordState {
    same,
    changed,  // not so in the wording it is compared with
    missing,  // words of the other wording that are absent here; the text of the piece is those words
};

struct WordPiece {
    std::string text;
    WordState state = WordState::same;
    friend bool operator==(const WordPiece&, const WordPiece&) = default;
};

// `words` cut into stretches by how they compare with `other`. The texts of same and changed pieces together are `words`. Words are
// equal when they are so without case, accents and punctuation (base/utf8.h, fold). When fewer than a third of the words of the
// shorter wording are found in the other (a translation, another sentence), comparing says nothing and all is one same piece.
//
// Method: longest common subsequence of the words (Wagner and Fischer 1974) between what both begin and end with alike; the shortest
// edit is what an editor would mark. Handles "keine Hinweise" against "Hinweise" (one word missing). A word that
// moved by at most three places ("immer noch", "noch immer") is no change; one that moved farther is missing in one place and changed in
// the other. Quadratic in the middle, which is bounded: above 600 words the whole middle
// counts as changed (tests: WordChanges.*).
[[nodiscard]] std::vector<WordPiece> word_changes(std::string_view words, std::string_view other);

// Each wording compared with the first, the first with the second.
[[nodiscard]] std::vector<std::vector<WordPiece>> line_up(std::span<const std::string> wordings);

// The wording without case, accents and punctuation: equal for wordings that differ in nothing else.
[[nodiscard]] std::string bare_words(std::string_view words);

}  // namespace depesche
