#include "show/lines.h"

#include <nlohmann/json.hpp>

#include "page/read_article.h"
#include "read/raw_text.h"

namespace depesche {
namespace {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json value_or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json value_or_null(const std::optional<Field>& field) { return field ? Json(field->value) : Json(nullptr); }

Json date_or_null(const std::optional<DateField>& field) { return field ? Json(to_iso(field->value)) : Json(nullptr); }

void add_evidence(Json& all, std::string_view field, std::span<const Evidence> evidence, const SourceText& source) {
    Json& list = all[std::string(field)];
    if (list.is_null()) list = Json::array();
    for (const Evidence& e : evidence) {
        const Span bytes = e.bytes.empty() ? source.to_page(e.span) : e.bytes;
        list.push_back({{"begin", bytes.begin}, {"end", bytes.end}, {"how", e.how}});
    }
}

Json evidence_of(const Article& article, const SourceText& source) {
    Json all = Json::object();
    auto add = [&](std::string_view name, const auto& field) {
        if (field) add_evidence(all, name, field->evidence, source);
    };
    add("title", article.title);
    add("outlet", article.outlet);
    add("section", article.section);
    for (const Field& keyword : article.keywords) add_evidence(all, "keywords", keyword.evidence, source);
    add("language_declared", article.declared_language);
    add("access", article.access);
    add("kind", article.kind);
    add("canonical", article.canonical);
    add("amp", article.amp);
    for (const Field& author : article.authors) add_evidence(all, "authors", author.evidence, source);
    for (const Field& agency : article.agencies) add_evidence(all, "agencies", agency.evidence, source);
    add("published", article.published);
    add("updated", article.updated);
    add("translated_from", article.translated_from);
    add("release", article.release);
    return all;
}

Json zones_of(const Page& page, const Article& article) {
    Json zones = Json::array();
    const std::string_view bytes = page.stored.bytes;
    for (const Zone& zone : article.zones) {
        const Span span = page.source.to_page(zone.span);
        zones.push_back({{"zone", name_of(zone.kind)},
                         {"begin", span.begin},
                         {"end", span.end},
                         {"text", raw_text(bytes.substr(span.begin, span.size()), page.encoding)}});
    }
    return zones;
}

Json values_of(std::span<const Field> fields) {
    Json values = Json::array();
    for (const Field& field : fields) values.push_back(field.value);
    return values;
}

}  // namespace

std::string page_line(const Page& page, const Article& article) {
    Json line;
    line["page"] = page.stored.path;
    line["url"] = value_or_null(page.stored.url);
    line["crawled"] = value_or_null(page.stored.crawled);
    line["sha256"] = page.id;
    line["outlet"] = value_or_null(article.outlet);
    line["language"] = value_or_null(article.language);
    line["title"] = value_or_null(article.title);
    line["authors"] = values_of(article.authors);
    line["agencies"] = values_of(article.agencies);
    line["published"] = date_or_null(article.published);
    line["updated"] = date_or_null(article.updated);
    line["section"] = value_or_null(article.section);
    line["keywords"] = values_of(article.keywords);
    line["language_declared"] = value_or_null(article.declared_language);
    line["access"] = value_or_null(article.access);
    line["kind"] = value_or_null(article.kind);
    line["canonical"] = value_or_null(article.canonical);
    line["amp"] = value_or_null(article.amp);
    line["translated_from"] = value_or_null(article.translated_from);
    line["release"] = value_or_null(article.release);
    line["text"] = article_text(article, page.source);
    line["zones"] = zones_of(page, article);
    line["evidence"] = evidence_of(article, page.source);
    return one_line(line);
}

std::string origins_line(const OriginsLine& line, std::span<const Copy> copies, std::span<const std::string> ids,
                         std::span<const SourceText> texts) {
    Json json;
    json["id"] = line.id;
    json["origins"] = Json::array();
    for (const std::string_view origin : line.origins) json["origins"].push_back(origin);
    json["spans"] = Json::array();
    for (const Copy& copy : copies) {
        if (!copy.from) continue;
        const Span to = texts[copy.to].to_page(copy.span);
        const Span from = texts[*copy.from].to_page(copy.from_span);
        json["spans"].push_back(
            {{"begin", to.begin}, {"end", to.end}, {"source", ids[*copy.from]}, {"source_begin", from.begin}, {"source_end", from.end}});
    }
    return one_line(json);
}

}  // namespace depesche
