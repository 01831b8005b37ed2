// Pieces read: their words, looked up once, and when and where they came out.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stories/days.h"
#include "stories/words.h"

namespace depesche {

enum class PieceField : std::uint8_t { title, lead, text, address };

// A word of a piece, before it is weighted.
struct Token {
    std::uint32_t word = 0;  // index into the WordTable
    PieceField field = PieceField::title;
    bool capital : 1 = false;
    bool number : 1 = false;
    bool quoted : 1 = false;
    bool opens : 1 = false;
    bool sentence : 1 = false;
    bool touches : 1 = false;
};

// A piece read once: its words and when and where it came out.
struct ReadPiece {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> terms;    // distinct terms of title and lead, ascending: what the day counts
    std::optional<std::int64_t> minute;  // since 1970; UTC where the offset is known
    PieceDay day;
    std::uint32_t outlet = 0;  // hashes; 0: unknown
    std::uint32_t section = 0;
    bool full_text = false;
    bool regular = false;  // by its headline a piece that comes regularly and reports nothing
};

// All pieces in the order given; their words are then known to `words`.
[[nodiscard]] std::vector<ReadPiece> read_pieces(std::span<const Piece* const> pieces, WordTable& words, const Languages& languages,
                                                 unsigned threads);

}  // namespace depesche
