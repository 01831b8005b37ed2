#include "store/page_rows.h"

#include "base/hash.h"
#include "store/forget.h"
#include "store/packed_bytes.h"
#include "store/store_file.h"
#include "store/stored_stream.h"

namespace depesche {
namespace {

enum StatementIndex : std::size_t { find_page, insert_page, insert_place, insert_piece, insert_words, insert_span, change_day, change };

constexpr const char* sources[] = {
    "SELECT id FROM pages WHERE sha256 = ?",
    "INSERT INTO pages(sha256, size, packed) VALUES(?, ?, ?)",
    "INSERT OR IGNORE INTO places VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO pieces VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO words(rowid, title, text, people, outlet) VALUES(?, ?, ?, ?, ?)",
    "INSERT OR IGNORE INTO spans VALUES(?, ?, ?, ?, ?)",
    "INSERT OR IGNORE INTO changed_days VALUES(?)",
    "UPDATE counters SET value = value + 1 WHERE name = 'changes'",
};

bool same_place(const PageBytes& a, const PageBytes& b) {
    return a.path == b.path && a.url == b.url && a.outlet == b.outlet && a.crawled == b.crawled && a.charset == b.charset &&
           a.title == b.title && a.published == b.published;
}

// The day that grouping counts the piece to.
PieceDay stream_day_of(const StoredPiece& piece) {
    ListedPiece listed;
    listed.published = piece.published;
    listed.crawled = piece.crawled;
    return piece_day(piece_of(listed));
}

// What is told of a page, field by field.
Result<PageBytes> load_place(const Database& database, std::int64_t row) {
    auto statement = database.prepare(
        "SELECT min(path), min(nullif(url, '')), min(nullif(outlet, '')), min(nullif(crawled, '')), min(nullif(charset, '')), "
        "min(nullif(title, '')), min(nullif(published, '')) FROM places WHERE page = ?");
    if (!statement) return statement.error();
    auto found = statement->with(row).step();
    if (!found) return found.error();
    PageBytes place;
    int column = -1;
    for (std::string* field : {&place.path, &place.url, &place.outlet, &place.crawled, &place.charset, &place.title, &place.published})
        *field = statement->text(++column);
    return place;
}

}  // namespace

std::string_view name_of(PageFate fate) {
    switch (fate) {
        case PageFate::stored:
            return "stored";
        case PageFate::known:
            return "known";
        case PageFate::kept_out:
            return "kept out";
        case PageFate::refused:
            break;
    }
    return "refused";
}

Result<PageWriter> PageWriter::make(const Database& database, const Stages& stages, IngestOptions options) {
    PageWriter writer(database, stages, options);
    for (const char* source : sources) {
        auto statement = database.prepare(std::string_view(source));
        if (!statement) return statement.error();
        writer.statements_.push_back(std::move(*statement));
    }
    return writer;
}

Result<std::int64_t> PageWriter::find(std::string_view sha256) {
    Statement& statement = statements_[find_page];
    auto found = statement.with(sha256).step();
    if (!found) return found.error();
    const std::int64_t row = *found ? statement.number(0) : 0;
    statement.reset();
    return row;
}

Result<bool> PageWriter::add_place(std::int64_t row, const PageBytes& place) {
    return statements_[insert_place]
        .with(row, place.path, place.url, place.outlet, place.crawled, place.charset, place.title, place.published)
        .run();
}

Result<bool> PageWriter::count_change(const StoredPiece& piece) {
    if (auto done = statements_[change_day].with(std::int64_t{stream_day_of(piece).value_or(unknown_day)}).run(); !done) return done;
    return statements_[change].with().run();
}

Result<bool> PageWriter::write_piece(std::int64_t row, const StoredPiece& piece) {
    Statement& insert = statements_[insert_piece];
    insert.with(row, piece.path, piece.url, piece.crawled, piece.outlet, piece.language, piece.section, piece.title, piece.teaser,
                piece.text, piece.published, piece.updated, piece.day, piece.authors, piece.agencies, piece.people, piece.marked);
    const PieceDay day = stream_day_of(piece);
    if (day) insert.bind(18, std::int64_t{*day});
    auto done = insert.run();
    if (done) done = statements_[insert_words].with(row, piece.title, piece.text, piece.people, piece.outlet).run();
    for (const StoredSpan& span : piece.spans) {
        if (done) done = statements_[insert_span].with(row, span.field, span.bytes.begin, span.bytes.end, span.text).run();
    }
    return done;
}

Result<bool> PageWriter::read_anew(std::int64_t row) {
    auto stored = load_page(*database_, row);
    if (!stored) return stored.error();
    const auto marked = database_->number("SELECT marked FROM pieces WHERE page = ?", row);
    if (!marked) return marked.error();
    if (auto done = erase_piece(*database_, row); !done) return done;
    const auto page = make_page(std::move(*stored));
    if (!page) return page.error();
    if (const auto piece = read_piece_of(*page, *stages_, options_.marks || *marked != 0)) {
        if (auto done = write_piece(row, *piece); !done) return done;
        return count_change(*piece);
    }
    return database_->run("DELETE FROM story_pieces WHERE page = ?", row);
}

// The bytes are there already.
Result<PageFate> PageWriter::add_again(std::int64_t row, const PageBytes& place) {
    const auto before = load_place(*database_, row);
    if (!before) return before.error();
    if (auto done = add_place(row, place); !done) return done.error();
    const auto after = load_place(*database_, row);
    if (!after) return after.error();
    const auto unmarked = database_->number("SELECT count(*) FROM pieces WHERE page = ? AND NOT marked", row);
    if (!unmarked) return unmarked.error();
    if (!same_place(*before, *after) || (options_.marks && *unmarked > 0)) {
        if (auto done = read_anew(row); !done) return done.error();
    }
    return PageFate::known;
}

Result<bool> PageWriter::stays_out(const TakenPage& page) {
    const auto forgotten = is_forgotten(*database_, page.sha256, page.place.url);
    if (!forgotten || !*forgotten) return forgotten;
    if (!options_.again) return true;
    if (auto done = allow_again(*database_, page.sha256, page.place.url); !done) return done;
    return false;
}

Result<PageFate> PageWriter::add(const TakenPage& page) {
    if (page.refused) return PageFate::refused;
    const auto out = stays_out(page);
    if (!out) return out.error();
    if (*out) return PageFate::kept_out;
    const auto row = find(page.sha256);
    if (!row) return row.error();
    if (*row != 0) return add_again(*row, page.place);
    if (page.packed.empty())
        return Error{Problem::not_found, "it was taken out of the store while it came in again; run this again", page.place.path, {}};
    Statement& insert = statements_[insert_page];
    insert.with(page.sha256, page.size);
    insert.bind_bytes(3, page.packed);
    if (auto done = insert.run(); !done) return done.error();
    const std::int64_t fresh = database_->last_row();
    if (auto done = add_place(fresh, page.place); !done) return done.error();
    if (page.piece) {
        if (auto done = write_piece(fresh, *page.piece); !done) return done.error();
        if (auto done = count_change(*page.piece); !done) return done.error();
    }
    return PageFate::stored;
}

Result<bool> erase_piece(const Database& database, std::int64_t row) {
    auto done =
        database.run("INSERT OR IGNORE INTO changed_days SELECT ifnull(stream_day, ?) FROM pieces WHERE page = ?", unknown_day, row);
    if (done) done = database.run("UPDATE counters SET value = value + 1 WHERE name = 'changes'");
    if (!done) return done;
    done = database.run(
        "INSERT INTO words(words, rowid, title, text, people, outlet) "
        "SELECT 'delete', page, title, text, people, outlet FROM pieces WHERE page = ?",
        row);
    if (done) done = database.run("DELETE FROM pieces WHERE page = ?", row);
    for (const char* sql : {"DELETE FROM spans WHERE page = ?", "DELETE FROM meanings WHERE page = ?",
                            "DELETE FROM language_pairs WHERE first = ?1 OR second = ?1"}) {
        if (done) done = database.run(std::string_view(sql), row);
    }
    return done;
}

Result<PageBytes> load_page(const Database& database, std::int64_t row) {
    auto page = load_place(database, row);
    if (!page) return page;
    auto statement = database.prepare("SELECT packed, size FROM pages WHERE id = ?");
    if (!statement) return statement.error();
    auto found = statement->with(row).step();
    if (!found) return found.error();
    if (!*found) return Error{Problem::not_found, "there is no such page in the store", database.path(), {}};
    auto bytes = unpack_bytes(statement->bytes(0), static_cast<std::size_t>(statement->number(1)));
    if (!bytes) {
        Error error = bytes.error();
        error.place = page->path;
        return error;
    }
    page->bytes = std::move(*bytes);
    return page;
}

Result<PageBytes> find_stored_page(const Database& database, const std::string& sha256) {
    const auto row = database.number("SELECT id FROM pages WHERE sha256 = ?", sha256);
    if (!row) return row.error();
    auto page = load_page(database, *row);
    if (!page) return page.error();
    if (sha256_hex(page->bytes) != sha256)
        return Error{Problem::mismatch, "its bytes are not those that were stored (another SHA-256)", page->path, {}};
    return page;
}

Result<KnownPages> KnownPages::make(const std::string& path, bool marks) {
    auto database = open_store(path, OpenMode::read);
    if (!database) return database.error();
    auto statement = database->prepare(marks ? "SELECT 1 FROM pages LEFT JOIN pieces ON page = id WHERE sha256 = ? AND ifnull(marked, 1)"
                                             : "SELECT 1 FROM pages WHERE sha256 = ?");
    if (!statement) return statement.error();
    return KnownPages(std::move(*database), std::move(*statement));
}

bool KnownPages::has(std::string_view sha256) {
    const std::lock_guard lock(*mutex_);
    const auto found = statement_.with(sha256).step();
    statement_.reset();
    return found && *found;
}

}  // namespace depesche
