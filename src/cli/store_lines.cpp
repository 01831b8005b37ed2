#include "cli/store_lines.h"

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/json_writer.h"
#include "store/row_lists.h"

namespace depesche::cli {
namespace {

std::string known(std::string_view value, std::string_view otherwise) { return value.empty() ? std::string(otherwise) : clean_line(value); }

// "2026-03-14", or from when to when.
std::string days_of(const ListedStory& story) {
    const std::string first = story.first.substr(0, 10);
    const std::string last = story.last.substr(0, 10);
    if (first.empty()) return "date unknown";
    return first == last ? first : fmt::format("{} to {}", first, last);
}

void field(JsonWriter& json, std::string_view name, std::string_view value) {
    json.key(name);
    value.empty() ? json.null() : json.value(value);
}

// A list that is kept one entry a line.
void list(JsonWriter& json, std::string_view name, std::string_view lines) {
    json.key(name);
    json.begin_array(JsonLayout::one_line);
    for_each_entry(lines, [&](std::string_view entry) { json.value(entry); });
    json.end_array();
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// A part of a line: clean, with one blank where it had some at its ends.
std::string clean_part(std::string_view part) {
    if (part.empty()) return {};
    const std::string clean = clean_line(part);
    if (clean.empty()) return is_blank(part.front()) ? " " : "";
    return (is_blank(part.front()) ? " " : "") + clean + (is_blank(part.back()) ? " " : "");
}

std::string with_marks(const MarkedText& text, bool color) {
    std::string out;
    std::size_t at = 0;
    for (const Span& hit : text.hits) {
        out += clean_part(std::string_view(text.text).substr(at, hit.begin - at));
        out += color ? "\x1b[1m" : "[";
        out += clean_part(std::string_view(text.text).substr(hit.begin, hit.size()));
        out += color ? "\x1b[0m" : "]";
        at = hit.end;
    }
    return out + clean_part(std::string_view(text.text).substr(at));
}

}  // namespace

std::string text_lines(const SearchHit& hit, bool color) {
    const ListedPiece& piece = hit.piece;
    std::string out =
        fmt::format("{}  {}\n              {} · {} · {}\n", piece.sha256.substr(0, shown_digits),
                    hit.title.text.empty() ? "no headline" : with_marks(hit.title, color), known(piece.published, "date unknown"),
                    known(piece.outlet, "outlet unknown"), clean_line(piece.url.empty() ? piece.path : piece.url));
    if (hit.text.text.empty()) return out;
    out += fmt::format("              {}{}{}", hit.cut_before ? "… " : "", with_marks(hit.text, color), hit.cut_behind ? " …" : "");
    if (!hit.text_bytes.empty()) out += fmt::format("  [{}-{}]", hit.text_bytes.front().begin, hit.text_bytes.back().end);
    return out + "\n";
}

std::string text_of(const Correction& correction) {
    const std::string page = correction.page.substr(0, shown_digits);
    switch (correction.kind) {
        case CorrectionKind::join:
        case CorrectionKind::move:
            return fmt::format("{} {} {}", name_of(correction.kind), page,
                               correction.other.empty() ? "alone" : correction.other.substr(0, shown_digits));
        case CorrectionKind::no_quote:
            return fmt::format("{} {} {}-{}", name_of(correction.kind), page, correction.bytes.begin, correction.bytes.end);
        case CorrectionKind::speaker:
            break;
    }
    return fmt::format("{} {} {}-{} {}", name_of(correction.kind), page, correction.bytes.begin, correction.bytes.end,
                       clean_line(correction.value));
}

std::string json_line(const SearchHit& hit) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    field(json, "sha256", hit.piece.sha256);
    field(json, "path", hit.piece.path);
    field(json, "url", hit.piece.url);
    field(json, "outlet", hit.piece.outlet);
    field(json, "title", hit.piece.title);
    field(json, "published", hit.piece.published);
    field(json, "story", hit.piece.story.substr(0, shown_digits));
    field(json, "text", hit.text.text);
    json.key("hits");
    json.begin_array(JsonLayout::one_line);
    for (std::size_t i = 0; i < hit.text_bytes.size(); ++i) {
        json.begin_object(JsonLayout::one_line);
        json.key("begin");
        json.value(hit.text_bytes[i].begin);
        json.key("end");
        json.value(hit.text_bytes[i].end);
        field(json, "text", std::string_view(hit.text.text).substr(hit.text.hits[i].begin, hit.text.hits[i].size()));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

std::string text_lines(const ListedStory& story) {
    std::string outlets;
    for (const std::string& outlet : story.outlets) outlets += (outlets.empty() ? "" : ", ") + clean_line(outlet);
    return fmt::format("{}  {}\n              {} · {} report{} · {}{}\n", story.name.substr(0, shown_digits),
                       known(story.headline, "no headline"), days_of(story), story.reports, story.reports == 1 ? "" : "s",
                       known(outlets, "outlet unknown"), story.corrected ? " · corrected by hand" : "");
}

std::string text_lines(const ListedPiece& piece) {
    return fmt::format("{}  {}\n              {} · {} · {}\n", piece.sha256.substr(0, shown_digits), known(piece.title, "no headline"),
                       known(piece.published, "date unknown"), known(piece.outlet, "outlet unknown"),
                       clean_line(piece.url.empty() ? piece.path : piece.url));
}

std::string json_line(const ListedStory& story) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    field(json, "story", story.name.substr(0, shown_digits));
    field(json, "topic", story.topic.substr(0, shown_digits));
    field(json, "headline", story.headline);
    json.key("reports");
    json.value(story.reports);
    json.key("outlets");
    json.begin_array(JsonLayout::one_line);
    for (const std::string& outlet : story.outlets) json.value(outlet);
    json.end_array();
    field(json, "first", story.first);
    field(json, "last", story.last);
    json.key("corrected");
    json.value(story.corrected);
    json.end_object();
    return json.take();
}

std::string json_line(const ListedPiece& piece) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    field(json, "sha256", piece.sha256);
    field(json, "path", piece.path);
    field(json, "url", piece.url);
    field(json, "crawled", piece.crawled);
    field(json, "outlet", piece.outlet);
    field(json, "language", piece.language);
    field(json, "title", piece.title);
    list(json, "authors", piece.authors);
    list(json, "agencies", piece.agencies);
    field(json, "published", piece.published);
    field(json, "updated", piece.updated);
    field(json, "story", piece.story.substr(0, shown_digits));
    json.end_object();
    return json.take();
}

std::string json_line(const PageReport& report) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    json.key("page");
    json.value(report.path);
    json.key("sha256");
    report.sha256.empty() ? json.null() : json.value(report.sha256);
    json.key("state");
    json.value(name_of(report.fate));
    json.end_object();
    return json.take();
}

}  // namespace depesche::cli
