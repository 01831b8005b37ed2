#include "meaning/pieces.h"

#include <sentencepiece_processor.h>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t unknown_piece = 0;
constexpr std::uint32_t begin_piece = 1;
constexpr std::uint32_t end_piece = 2;

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) static_cast<void>(next_code_point(text, at));
    return count;
}

}  // namespace

struct PieceReader::Engine {
    sentencepiece::SentencePieceProcessor processor;
};

PieceReader::PieceReader(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
PieceReader::~PieceReader() = default;

Result<std::unique_ptr<PieceReader>> PieceReader::read(std::string_view model, std::size_t pieces) {
    auto engine = std::make_unique<Engine>();
    const auto status = engine->processor.LoadFromSerializedProto({model.data(), model.size()});
    const auto found = status.ok() ? static_cast<std::size_t>(engine->processor.GetPieceSize()) : 0;
    if (found == 0 || found > pieces)
        return Error{Problem::bad_format, "the sentence encoder's vocabulary is not as expected", "pieces.model", status.ToString()};
    return std::unique_ptr<PieceReader>(new PieceReader(std::move(engine)));
}

std::vector<std::uint32_t> PieceReader::pieces_of(std::string_view text) const {
    const auto found = engine_->processor.EncodeAsImmutableProto({text.data(), text.size()});
    std::vector<std::uint32_t> pieces;
    if (found.pieces_size() == 0) return pieces;
    pieces.push_back(begin_piece);
    for (const auto& piece : found.pieces()) {
        // SentencePiece makes one of neighbouring unknown pieces; the encoder was taught with each of its own.
        const std::size_t times = piece.id() == unknown_piece ? code_points(piece.piece()) : 1;
        pieces.insert(pieces.end(), times, piece.id());
    }
    pieces.push_back(end_piece);
    return pieces;
}

}  // namespace depesche
