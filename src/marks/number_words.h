// Numbers written in letters, by composition: "dreiundzwanzig", "zweitausendvierhundert", "twenty", "quatre".
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "language/language.h"
#include "marks/word_filter.h"

namespace depesche {

// Reads languages/<code>/number-words.tsv: rows `piece WORD VALUE` (added), `times WORD VALUE` (multiplies what stands before
// it), `join WORD` (says nothing: "und") and `whole WORD VALUE` (only as a word of its own: "anderthalb").
//
// Why it works: in the languages at hand the pieces of a number below a million add up, whatever their order
// ("drei-und-zwanzig"), and a multiplier applies to all that was said since the last larger one. It does not check that
// pieces stand in a sensible order: "zwanzigdrei" is 23 as well (tests/marks/times_parts_test.cpp).
class NumberWords {
public:
    explicit NumberWords(const Language& language);

    // The value of a lower-case word, or nothing when it is not a number from beginning to end.
    [[nodiscard]] std::optional<double> parse(std::string_view lower) const;

private:
    enum class Role : unsigned char { piece, times, join };
    struct Piece {
        Role role = Role::piece;
        double value = 0;
    };
    struct Found {
        const Piece* piece = nullptr;
        std::size_t size = 0;
    };
    [[nodiscard]] static std::size_t begin_of(std::string_view word);
    [[nodiscard]] Found longest_piece(std::string_view rest) const;

    WordMap<Piece> pieces_;
    WordMap<double> whole_;
    WordFilter filter_;                // of pieces_ and whole_
    std::array<bool, 4096> begins_{};  // first two bytes of some piece, hashed: most words end here
    std::size_t longest_ = 0;
};

}  // namespace depesche
