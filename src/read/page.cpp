#include "read/page.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/limits.h"
#include "read/saved_page.h"

namespace depesche {
namespace {

// The first line that is over the limit, if any.
std::optional<std::size_t> overlong_line(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end - begin > limits::line_bytes) return begin;
        begin = end + 1;
    }
    return std::nullopt;
}

Error refuse(const PageBytes& stored, Problem problem, std::string reason) { return {problem, std::move(reason), stored.path, {}}; }

// A piece of a feed: title and teaser are all a reader sees of it.
std::optional<Error> read_piece(const PageBytes& stored, Page& page) {
    auto piece = read_feed_piece(stored.bytes, stored.charset);
    if (!piece) return refuse(stored, piece.error().problem, piece.error().reason);
    page.source = std::move(piece->source);
    piece->source = SourceText();
    page.piece = std::move(*piece);
    return std::nullopt;
}

void read_whole(const PageBytes& stored, Page& page) {
    Decoded decoded = decode(stored.bytes, page.encoding);
    if (looks_like_html(decoded.source.text())) {
        page.html = read_html(without_banner(std::move(decoded.source)));
        page.source = std::move(page.html->source);
    } else {
        page.source = std::move(decoded.source);
    }
    if (decoded.broken == 0) return;
    page.damage = Error{
        Problem::bad_encoding,
        fmt::format("{} byte sequences are broken {}, the first at byte {}", decoded.broken, name_of(page.encoding), decoded.first_broken),
        stored.path,
        {}};
}

}  // namespace

Result<Page> make_page(PageBytes stored) {
    if (stored.bytes.empty()) return refuse(stored, Problem::empty, "the page is empty");
    if (stored.bytes.size() > limits::page_bytes) {
        return refuse(stored, Problem::too_large,
                      fmt::format("the page has {} bytes, more than the limit of {}", stored.bytes.size(), limits::page_bytes));
    }
    const auto encoding = choose_encoding(stored.bytes, stored.charset);
    if (!encoding) return refuse(stored, Problem::binary, "the bytes are no text in an encoding that is known");
    Page page;
    page.encoding = *encoding;
    if (is_feed_piece(stored.bytes)) {
        if (auto error = read_piece(stored, page)) return *error;
    } else {
        read_whole(stored, page);
    }
    if (trim(page.source.text()).empty()) return refuse(stored, Problem::empty, "the page has nothing but white space");
    if (const auto line = overlong_line(page.source.text())) {
        return refuse(stored, Problem::too_large,
                      fmt::format("the line that begins at byte {} is longer than the limit of {} bytes",
                                  page.source.to_page({static_cast<std::uint32_t>(*line), static_cast<std::uint32_t>(*line) + 1}).begin,
                                  limits::line_bytes));
    }
    page.id = sha256_hex(stored.bytes);
    page.stored = std::move(stored);
    return page;
}

}  // namespace depesche
