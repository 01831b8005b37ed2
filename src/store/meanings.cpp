#include "store/meanings.h"

#include <vector>

#include <fmt/format.h>

#include "stories/grouping.h"

namespace depesche {
namespace {

constexpr std::size_t batch = 1024;  // a second's work

// Whether the store's piece still says what was encoded: another program may have read its page anew meanwhile.
Result<bool> says_still(Statement& statement, const MeantPiece& meant) {
    auto row = statement.with(meant.row).step();
    if (!row) return row;
    Piece piece;
    if (*row) {
        piece.title = statement.text(0);
        piece.teaser = statement.text(1);
        piece.text = statement.text(2);
    }
    const bool there = *row;
    statement.reset();
    return there && meant_text(piece) == meant.text;
}

Result<bool> write(const Database& database, std::int64_t encoder, std::span<MeantPiece* const> pieces) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    auto read = database.prepare("SELECT title, teaser, text FROM pieces WHERE page = ?");
    auto insert = database.prepare("INSERT OR REPLACE INTO meanings VALUES(?, ?, ?)");
    if (!read || !insert) return read ? insert.error() : read.error();
    for (const MeantPiece* piece : pieces) {
        const auto still = says_still(*read, *piece);
        if (!still) return still;
        if (!*still) continue;
        insert->with(piece->row, encoder);
        insert->bind_bytes(3, to_bytes(*piece->vector));
        if (auto done = insert->run(); !done) return done;
    }
    return transaction->commit();
}

}  // namespace

std::string stored_encoder_name(const MeaningSource& source) {
    return source.name.empty() ? std::string() : fmt::format("{}, text {}", source.name, meant_text_version);
}

Result<std::int64_t> stored_encoder(const Database& database, const MeaningSource& source) {
    if (source.name.empty()) return std::int64_t{0};
    const std::string name = stored_encoder_name(source);
    const auto known = database.number("SELECT id FROM encoders WHERE name = ?", name);
    if (!known || *known != 0) return known;
    if (auto done = database.run("INSERT OR IGNORE INTO encoders(name) VALUES(?)", name); !done) return done.error();
    return database.number("SELECT id FROM encoders WHERE name = ?", name);
}

Result<bool> StoredMeanings::make(std::span<MeantPiece* const> pieces) {
    if (!meaning_) {
        auto loaded = source_.load();
        if (!loaded) return loaded.error();
        meaning_ = std::move(*loaded);
    }
    std::vector<std::string> texts;
    texts.reserve(pieces.size());
    for (const MeantPiece* piece : pieces) texts.push_back(piece->text);
    const std::vector<MeaningVector> vectors = meaning_->of(texts, threads_);
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i]->vector = std::make_shared<const MeaningVector>(vectors[i]);
    const auto encoder = stored_encoder(database_, source_);
    if (!encoder) return encoder.error();
    return write(database_, *encoder, pieces);
}

Result<bool> StoredMeanings::give(std::span<MeantPiece> pieces) {
    auto statement = database_.prepare("SELECT vector FROM meanings JOIN encoders ON id = encoder WHERE page = ? AND name = ?");
    if (!statement) return statement.error();
    const std::string name = stored_encoder_name(source_);
    std::vector<MeantPiece*> missing;
    for (MeantPiece& piece : pieces) {
        if (piece.vector) continue;
        auto row = statement->with(piece.row, name).step();
        if (!row) return row;
        if (*row) {
            if (const auto vector = meaning_from_bytes(statement->bytes(0))) piece.vector = std::make_shared<const MeaningVector>(*vector);
        }
        if (!piece.vector) missing.push_back(&piece);
    }
    statement->reset();
    for (std::size_t begin = 0; begin < missing.size(); begin += batch) {
        const auto some = std::span(missing).subspan(begin, std::min(batch, missing.size() - begin));
        if (auto done = make(some); !done) return done;
    }
    return true;
}

}  // namespace depesche
