#include "store/verify_store.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "meaning/vector.h"
#include "read/page.h"
#include "read/raw_text.h"
#include "store/page_rows.h"
#include "store/taken_page.h"

namespace depesche {
namespace {

// The first line of `text` that `page` has not; "" when it has all. Lines mostly come in the order of the page.
std::string_view line_not_in(std::string_view text, std::string_view page) {
    std::size_t from = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        std::size_t at = page.find(line, from);
        if (at == std::string_view::npos) at = page.find(line);
        if (at == std::string_view::npos) return line;
        from = at;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

class StoreVerifier {
public:
    StoreVerifier(const Database& database, const std::function<void(const Error&)>& tell) : database_(database), tell_(tell) {}

    Result<bool> check_structure() {
        auto statement = database_.prepare("PRAGMA integrity_check(20)");
        if (!statement) return statement.error();
        auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
            if (row.text(0) != "ok") fail(Problem::bad_format, std::string(row.text(0)), database_.path());
            return true;
        });
        if (!done) return done;
        const auto lost = database_.number("SELECT count(*) FROM pragma_foreign_key_check");
        if (!lost) return lost.error();
        if (*lost > 0) fail(Problem::bad_format, fmt::format("{} rows belong to no page", *lost), database_.path());
        return check_index();
    }

    Result<bool> check_pages() {
        auto statement = database_.prepare("SELECT id, sha256 FROM pages ORDER BY sha256");
        if (!statement) return statement.error();
        return for_each_row(*statement, [&](const Statement& row) { return check_page(row.number(0), std::string(row.text(1))); });
    }

    Result<bool> check_stories() {
        const auto current = database_.number("SELECT count(DISTINCT value) = 1 FROM counters WHERE name IN ('changes', 'grouped')");
        if (!current) return current.error();
        if (*current == 0) return true;
        const auto alone = database_.number("SELECT count(*) FROM pieces WHERE page NOT IN (SELECT page FROM story_pieces)");
        if (!alone) return alone.error();
        if (*alone > 0) fail(Problem::bad_format, fmt::format("{} pieces are in no story", *alone), database_.path());
        const auto gone = database_.number("SELECT count(*) FROM story_pieces WHERE page NOT IN (SELECT page FROM pieces)");
        if (!gone) return gone.error();
        if (*gone > 0) fail(Problem::bad_format, fmt::format("{} rows of stories have no piece", *gone), database_.path());
        const auto lost = database_.number(
            "SELECT count(*) FROM joined_stories WHERE story NOT IN (SELECT story FROM story_pieces) OR joined NOT IN (SELECT story FROM "
            "story_pieces)");
        if (!lost) return lost.error();
        if (*lost > 0) fail(Problem::bad_format, fmt::format("{} joined stories are not there", *lost), database_.path());
        return true;
    }

    // Each vector can be read, and is one of a piece.
    Result<bool> check_meanings() {
        auto statement = database_.prepare("SELECT vector, path FROM meanings LEFT JOIN pieces USING(page)");
        if (!statement) return statement.error();
        return for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
            const auto vector = meaning_from_bytes(row.bytes(0));
            if (row.is_null(1)) fail(Problem::bad_format, "a vector belongs to no piece", database_.path());
            else if (!vector) fail(Problem::bad_format, vector.error().reason, std::string(row.text(1)));
            return true;
        });
    }

    VerifiedStore result;

private:
    void fail(Problem problem, std::string reason, std::string place) {
        ++result.failures;
        tell_({problem, std::move(reason), std::move(place), {}});
    }

    // Every piece is in the index with its words, and nothing else is. FTS5 checks it against the table itself, but only with the right to
    // write.
    Result<bool> check_index() {
        auto done = database_.run("PRAGMA query_only = 0; INSERT INTO words(words, rank) VALUES('integrity-check', 1)");
        if (done || done.error().problem == Problem::no_rights) return true;
        if (done.error().problem != Problem::bad_format) return done;
        fail(Problem::bad_format, "the search index is damaged", database_.path());
        return true;
    }

    Result<bool> check_page(std::int64_t row, const std::string& sha256) {
        ++result.pages;
        auto stored = load_page(database_, row);
        if (!stored) {
            if (stored.error().problem != Problem::mismatch) return stored.error();
            fail(Problem::mismatch, stored.error().reason, stored.error().place);
            return true;
        }
        if (sha256_hex(stored->bytes) != sha256) {
            fail(Problem::mismatch, "its bytes are not those that were stored (another SHA-256)", stored->path);
            return true;
        }
        const std::string path = stored->path;
        const auto page = make_page(std::move(*stored));  // decoded as it was when its spans were written
        if (!page) {
            const auto spans = database_.number("SELECT count(*) FROM spans WHERE page = ?", row);
            if (!spans) return spans.error();
            if (*spans > 0) fail(page.error().problem, page.error().reason, path);
            return true;
        }
        if (auto done = check_spans(row, page->stored, page->encoding); !done) return done;
        return check_piece(row, *page);
    }

    // The text of the piece stands on the page as a reader sees it, its lead in that text, and it was met where its places say.
    Result<bool> check_piece(std::int64_t row, const Page& page) {
        auto statement = database_.prepare("SELECT path, url, crawled, text, teaser FROM pieces WHERE page = ?");
        if (!statement) return statement.error();
        const auto found = statement->with(row).step();
        if (!found) return found.error();
        if (!*found) return true;
        const PageBytes& place = page.stored;
        if (statement->text(0) != place.path || statement->text(1) != place.url || statement->text(2) != place.crawled)
            fail(Problem::mismatch, "its piece says that it was met elsewhere than its places do", place.path);
        const std::string_view text = statement->text(3);
        if (const std::string_view other = line_not_in(text, page.source.text()); !other.empty())
            fail(Problem::mismatch, fmt::format("the text of its piece has words that are not on the page: {:.100}", other), place.path);
        if (on_one_line(text).find(statement->text(4)) == std::string::npos)
            fail(Problem::mismatch, "the lead of its piece is not in its text", place.path);
        return true;
    }

    Result<bool> check_spans(std::int64_t row, const PageBytes& page, Encoding encoding) {
        auto statement = database_.prepare("SELECT field, first, last, text FROM spans WHERE page = ?");
        if (!statement) return statement.error();
        return for_each_row(statement->with(row), [&](const Statement& span) -> Result<bool> {
            ++result.spans;
            const auto begin = static_cast<std::size_t>(span.number(1));
            const auto end = static_cast<std::size_t>(span.number(2));
            const bool inside = begin < end && end <= page.bytes.size();
            if (!inside || raw_text(std::string_view(page.bytes).substr(begin, end - begin), encoding) != span.text(3))
                fail(Problem::mismatch, fmt::format("{} has other words at bytes {} to {}", span.text(0), begin, end), page.path);
            return true;
        });
    }

    const Database& database_;
    const std::function<void(const Error&)>& tell_;
};

}  // namespace

Result<VerifiedStore> verify_store(const Database& database, const std::function<void(const Error&)>& tell) {
    StoreVerifier verifier(database, tell);
    if (auto done = verifier.check_structure(); !done) return done.error();
    if (auto done = verifier.check_pages(); !done) return done.error();
    if (auto done = verifier.check_stories(); !done) return done.error();
    if (auto done = verifier.check_meanings(); !done) return done.error();
    return verifier.result;
}

}  // namespace depesche
