#include "page/feed_article.h"

#include "page/page_lines.h"

namespace depesche {
namespace {

std::vector<Evidence> stands_at(const FeedValue& value, std::string how) { return {{{}, std::move(how), value.bytes}}; }

std::optional<Field> field_of(const FeedValue& value, std::string how) {
    if (value.value.empty()) return std::nullopt;
    return Field{value.value, stands_at(value, std::move(how))};
}

std::optional<DateField> date_of(const FeedValue& value, std::string how) {
    const auto moment = parse_iso(value.value);
    if (!moment) return std::nullopt;
    return DateField{*moment, stands_at(value, std::move(how))};
}

}  // namespace

Article read_feed_article(const Page& page) {
    const FeedPiece& piece = *page.piece;
    const std::string& text = page.source.text();
    Article article;
    const std::vector<PageLine> lines = lines_of(text);
    article.language = language_of(text, lines);
    for (const PageLine& line : lines) {
        const bool is_title = piece.title.contains(line.span);
        article.zones.push_back({is_title ? ZoneKind::headline : ZoneKind::standfirst, line.span, 1.0F});
    }
    if (!piece.title.empty())
        article.title = Field{std::string(page.source.view(piece.title)), {{piece.title, "title of the feed's piece"}}};
    for (const FeedValue& author : piece.authors) article.authors.push_back(*field_of(author, "author of the feed's piece"));
    article.published = date_of(piece.published, "date of the feed's piece");
    article.updated = date_of(piece.updated, "change of the feed's piece");
    article.outlet = field_of(piece.outlet, "publication that the feed names");
    if (!page.stored.outlet.empty()) article.outlet = Field{page.stored.outlet, {{{}, "meta file"}}};
    return article;
}

}  // namespace depesche
