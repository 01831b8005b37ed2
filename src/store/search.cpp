#include "store/search.h"

#include <algorithm>

#include <fmt/format.h>

#include "read/page.h"
#include "store/page_rows.h"

namespace depesche {
namespace {

constexpr std::size_t passage_bytes = 240;

// Where article_text put a stretch of the page: text offsets of the piece and of the page's clean text.
struct TextPart {
    std::uint32_t in_piece = 0;
    Span in_page;
};

std::vector<TextPart> parts_of_text(const Article& article) {
    std::vector<TextPart> parts;
    std::uint32_t at = 0;
    for (const Zone& zone : article.zones) {
        if (!is_article_text(zone.kind)) continue;
        if (!parts.empty()) ++at;
        parts.push_back({at, zone.span});
        at += zone.span.size();
    }
    return parts;
}

// The stored bytes behind each hit. The page is read anew, as it was when its text was stored.
Result<std::vector<Span>> bytes_of_hits(const Database& database, const SearchHit& hit, std::uint32_t offset,
                                        const ArticleReader& articles) {
    auto stored = load_page(database, hit.piece.row);
    if (!stored) return stored.error();
    const auto page = make_page(std::move(*stored));
    if (!page) return page.error();
    const std::vector<TextPart> parts = parts_of_text(articles.read(*page));
    std::vector<Span> all;
    for (const Span& span : hit.text.hits) {
        const std::uint32_t begin = offset + span.begin;
        const auto behind = std::ranges::upper_bound(parts, begin, {}, &TextPart::in_piece);
        if (behind == parts.begin()) continue;
        const TextPart& part = *std::prev(behind);
        const std::uint32_t from = part.in_page.begin + (begin - part.in_piece);
        const std::uint32_t to = std::min(from + span.size(), part.in_page.end);
        all.push_back(from < to ? page->source.to_page({from, to}) : Span{});
    }
    return all;
}

MarkedText cut(const MarkedText& whole, Span passage) {
    MarkedText part;
    part.text = whole.text.substr(passage.begin, passage.size());
    for (const Span& hit : whole.hits) {
        if (passage.contains(hit)) part.hits.push_back({hit.begin - passage.begin, hit.end - passage.begin});
    }
    return part;
}

std::string sql_of(const SearchQuery& query, const StoreFilter& filter, const FilterCondition& condition, SearchOrder order,
                   std::size_t after) {
    std::string sql = fmt::format(
        "SELECT sha256, highlight(words, 0, char(2), char(3)), highlight(words, 1, char(2), char(3)) "
        "FROM words JOIN pieces ON page = words.rowid JOIN pages ON id = page WHERE words MATCH ? AND {}",
        condition.sql);
    if (!query.from.empty()) sql += " AND day <> '' AND day >= ?";
    if (!query.to.empty()) sql += " AND day <> '' AND day <= ? || '~'";  // "2026-03~" is behind all days of that month
    sql += order == SearchOrder::best ? " ORDER BY bm25(words, 8.0, 1.0, 2.0, 2.0), sha256" : " ORDER BY published DESC, sha256";
    if (filter.limit > 0 || after > 0)
        sql += fmt::format(" LIMIT {} OFFSET {}", filter.limit > 0 ? fmt::format("{}", filter.limit) : "-1", after);
    return sql;
}

}  // namespace

MarkedText read_marks(std::string_view marked) {
    MarkedText text;
    for (const char c : marked) {
        const auto at = static_cast<std::uint32_t>(text.text.size());
        if (c == '\x02') text.hits.push_back({at, at});
        else if (c == '\x03' && !text.hits.empty()) text.hits.back().end = at;
        else text.text += c;
    }
    return text;
}

Span best_passage(const MarkedText& whole, std::size_t width) {
    if (whole.hits.empty()) return {};
    const auto line_end = [&](std::size_t at) { return std::min(whole.text.find('\n', at), whole.text.size()); };
    std::size_t best = 0;
    std::size_t most = 0;
    std::size_t last = 0;
    for (std::size_t first = 0; first < whole.hits.size(); ++first) {
        const std::size_t limit = std::min(whole.hits[first].begin + width, line_end(whole.hits[first].begin));
        last = std::max(last, first);
        while (last < whole.hits.size() && whole.hits[last].end <= limit) ++last;
        if (last - first > most) {
            most = last - first;
            best = first;
        }
    }
    const std::size_t hit = whole.hits[best].begin;
    const std::size_t line_begin = hit == 0 ? 0 : whole.text.rfind('\n', hit - 1) + 1;
    std::size_t begin = hit - std::min(hit - line_begin, width / 3);
    if (begin > line_begin) {
        const std::size_t blank = whole.text.find(' ', begin);
        begin = blank < hit ? blank + 1 : hit;
    }
    std::size_t end = std::min(std::max(begin + width, std::size_t{whole.hits[best].end}), line_end(hit));
    if (end < line_end(hit)) {
        const std::size_t blank = whole.text.rfind(' ', end);
        end = blank != std::string::npos && blank >= whole.hits[best].end ? blank : std::size_t{whole.hits[best].end};
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Result<std::vector<SearchHit>> search_store(const Database& database, const SearchQuery& query, const StoreFilter& filter,
                                            const ArticleReader& articles, SearchOrder order, std::size_t after) {
    const FilterCondition condition = condition_of(filter);
    auto statement = database.prepare(sql_of(query, filter, condition, order, after));
    if (!statement) return statement.error();
    statement->bind(1, query.match);
    int at = bind_values(*statement, condition.values, 2);
    for (const std::string& date : {query.from, query.to}) {
        if (!date.empty()) statement->bind(at++, date);
    }
    std::vector<SearchHit> hits;
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        SearchHit hit;
        auto piece = find_piece(database, std::string(row.text(0)));
        if (!piece) return piece.error();
        hit.piece = std::move(*piece);
        hit.title = read_marks(row.text(1));
        const MarkedText text = read_marks(row.text(2));
        const Span passage = best_passage(text, passage_bytes);
        if (!passage.empty()) {
            hit.text = cut(text, passage);
            hit.cut_before = passage.begin > 0 && text.text[passage.begin - 1] != '\n';
            hit.cut_behind = passage.end < text.text.size() && text.text[passage.end] != '\n';
            auto bytes = bytes_of_hits(database, hit, passage.begin, articles);
            if (!bytes) return bytes.error();
            hit.text_bytes = std::move(*bytes);
        }
        hits.push_back(std::move(hit));
        return true;
    });
    if (!done) return done.error();
    return hits;
}

}  // namespace depesche
