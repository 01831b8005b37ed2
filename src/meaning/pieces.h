// PieceReader: text to the pieces of words that the encoder knows (SentencePiece).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <depesche/result.h>

namespace depesche {

class PieceReader {
public:
    // `model` is SentencePiece's file, used at once and not kept. Error: not such a file, or its vocabulary is not `pieces` long.
    [[nodiscard]] static Result<std::unique_ptr<PieceReader>> read(std::string_view model, std::size_t pieces);
    ~PieceReader();
    PieceReader(const PieceReader&) = delete;
    PieceReader& operator=(const PieceReader&) = delete;

    // Numbers of the pieces of a text, a mark for begin and end around them. Each code point that no piece has is one unknown piece.
    // Empty when there is nothing in the text. Safe for all threads.
    [[nodiscard]] std::vector<std::uint32_t> pieces_of(std::string_view text) const;

private:
    struct Engine;
    explicit PieceReader(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> engine_;
};

}  // namespace depesche
