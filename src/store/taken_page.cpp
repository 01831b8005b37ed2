#include "store/taken_page.h"

#include <algorithm>
#include <span>

#include "base/hash.h"
#include "read/raw_text.h"
#include "store/packed_bytes.h"

namespace depesche {

std::string on_one_line(std::string_view value) {
    std::string line(value);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

namespace {

void add_line(std::string& list, std::string_view value) {
    if (!list.empty()) list += '\n';
    list += on_one_line(value);
}

std::string value_of(const std::optional<Field>& field) { return field ? on_one_line(field->value) : std::string(); }

class SpanCollector {
public:
    SpanCollector(const Page& page, std::vector<StoredSpan>& spans) : page_(page), spans_(spans) {}

    void add(std::string_view field, std::span<const Evidence> evidence) {
        for (const Evidence& e : evidence) {
            const Span bytes = e.bytes.empty() ? page_.source.to_page(e.span) : e.bytes;
            if (bytes.empty()) continue;  // known from outside the page
            if (std::ranges::any_of(spans_, [&](const StoredSpan& s) { return s.field == field && s.bytes == bytes; })) continue;
            const std::string_view there = std::string_view(page_.stored.bytes).substr(bytes.begin, bytes.size());
            spans_.push_back({std::string(field), bytes, raw_text(there, page_.encoding)});
        }
    }
    void add(std::string_view field, const std::optional<Field>& value) {
        if (value) add(field, value->evidence);
    }
    void add(std::string_view field, const std::optional<DateField>& value) {
        if (value) add(field, value->evidence);
    }

private:
    const Page& page_;
    std::vector<StoredSpan>& spans_;
};

void add_spans(const Page& page, const Article& article, StoredPiece& piece) {
    SpanCollector spans(page, piece.spans);
    spans.add("title", article.title);
    spans.add("outlet", article.outlet);
    spans.add("section", article.section);
    spans.add("published", article.published);
    spans.add("updated", article.updated);
    for (const Field& author : article.authors) spans.add("authors", author.evidence);
    for (const Field& agency : article.agencies) spans.add("agencies", agency.evidence);
}

void add_people(const Page& page, const Article& article, const Stages& stages, StoredPiece& piece) {
    const Language& language = language_for(article.language, stages.languages());
    const auto published = article.published ? std::optional(article.published->value) : std::nullopt;
    const MarkText text = make_mark_text(page.source.text(), passages_of(article), published, language);
    for (const Entity& entity : stages.marks().find(text, language).entities) {
        if (entity.kind == NameKind::person) add_line(piece.people, entity.name);
    }
    piece.marked = true;
}

}  // namespace

std::optional<StoredPiece> read_piece_of(const Page& page, const Stages& stages, bool marks) {
    const Article article = stages.articles().read(page);
    if (!article.has_article()) return std::nullopt;
    StoredPiece piece;
    piece.path = page.stored.path;
    piece.url = page.stored.url;
    piece.crawled = page.stored.crawled;
    piece.outlet = value_of(article.outlet);
    piece.language = article.language;
    piece.section = value_of(article.section);
    piece.title = value_of(article.title);
    const auto standfirst = std::ranges::find(article.zones, ZoneKind::standfirst, &Zone::kind);
    if (standfirst != article.zones.end()) piece.teaser = on_one_line(page.source.view(standfirst->span));
    piece.text = article_text(article, page.source);
    if (article.published) piece.published = to_iso(article.published->value);
    if (article.updated) piece.updated = to_iso(article.updated->value);
    if (article.published && article.published->value.has_day()) piece.day = piece.published.substr(0, 10);
    for (const Field& author : article.authors) add_line(piece.authors, author.value);
    for (const Field& agency : article.agencies) add_line(piece.agencies, agency.value);
    add_spans(page, article, piece);
    if (marks) add_people(page, article, stages, piece);
    return piece;
}

TakenPage take_page(PageBytes stored, const Stages& stages, bool marks) {
    TakenPage taken;
    taken.place = stored;
    taken.place.bytes = {};
    taken.size = stored.bytes.size();
    const Result<Page> page = make_page(std::move(stored));
    if (!page) {
        taken.refused = true;
        taken.problems.push_back(page.error());
        return taken;
    }
    taken.sha256 = page->id;
    taken.packed = pack_bytes(page->stored.bytes);
    if (page->damage) taken.problems.push_back(*page->damage);
    taken.piece = read_piece_of(*page, stages, marks);
    if (!taken.piece)
        taken.problems.push_back({Problem::no_article, "nothing on the page reads like a piece of news", taken.place.path, {}});
    return taken;
}

TakenPage take_place(PageBytes page, std::string sha256) {
    TakenPage taken;
    taken.size = page.bytes.size();
    taken.place = std::move(page);
    taken.place.bytes = {};
    taken.sha256 = std::move(sha256);
    return taken;
}

}  // namespace depesche
