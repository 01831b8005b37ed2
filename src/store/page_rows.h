// Page rows: writing pages into a store, whole and once each, and reading them back.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "store/database.h"
#include "store/taken_page.h"

namespace depesche {

enum class PageFate : unsigned char {
    stored,    // new
    known,     // the same bytes are there; where it was met is noted
    refused,   // it cannot be read, and is not kept
    kept_out,  // it was forgotten on purpose, see forget.h
};
[[nodiscard]] std::string_view name_of(PageFate fate);

struct IngestOptions {
    bool marks = true;   // look for the people that a text names
    bool again = false;  // let in what was forgotten
};

// Writes pages within a transaction that its caller holds. All statements are prepared once.
class PageWriter {
public:
    [[nodiscard]] static Result<PageWriter> make(const Database& database, const Stages& stages, IngestOptions options);

    // A page is its bytes: one met at two places is one page with two places. What is told of it (path, address, outlet, time of the
    // crawl) is, field by field, the first by bytes of what is known at any place, so that the order of arrival does not matter; when a new
    // place changes that, the article is read anew from the stored bytes. A page kept without marks is marked when it comes again with
    // them.
    [[nodiscard]] Result<PageFate> add(const TakenPage& page);

private:
    PageWriter(const Database& database, const Stages& stages, IngestOptions options)
        : database_(&database), stages_(&stages), options_(options) {}

    [[nodiscard]] Result<PageFate> add_again(std::int64_t row, const PageBytes& place);
    [[nodiscard]] Result<bool> stays_out(const TakenPage& page);
    [[nodiscard]] Result<std::int64_t> find(std::string_view sha256);
    [[nodiscard]] Result<bool> add_place(std::int64_t row, const PageBytes& place);
    [[nodiscard]] Result<bool> write_piece(std::int64_t row, const StoredPiece& piece);
    [[nodiscard]] Result<bool> read_anew(std::int64_t row);
    [[nodiscard]] Result<bool> count_change(const StoredPiece& piece);

    const Database* database_;
    const Stages* stages_;
    IngestOptions options_;
    std::vector<Statement> statements_;
};

// pieces.stream_day of a piece without a day, in changed_days.
inline constexpr std::int32_t unknown_day = INT32_MIN;

// Takes the article of a page out of the tables and the index, and notes its day as changed; the page and its places stay.
[[nodiscard]] Result<bool> erase_piece(const Database& database, std::int64_t row);

// The stored bytes of a page with what is told of it. Errors: mismatch when they are damaged; not_found.
[[nodiscard]] Result<PageBytes> load_page(const Database& database, std::int64_t row);

// The same by the hash of its bytes, which is compared.
[[nodiscard]] Result<PageBytes> find_stored_page(const Database& database, const std::string& sha256);

// True when the store has the page, its article marked if `marks` (or no article). For use by any thread while others write.
class KnownPages {
public:
    [[nodiscard]] static Result<KnownPages> make(const std::string& path, bool marks);
    [[nodiscard]] bool has(std::string_view sha256);

private:
    KnownPages(Database database, Statement statement) : database_(std::move(database)), statement_(std::move(statement)) {}
    Database database_;
    Statement statement_;
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace depesche
