#include "store/tables.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>

#include "store/piece_list.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

std::string number(std::uint32_t value) { return fmt::format("{}", value); }
std::string flag(bool value) { return value ? "true" : "false"; }

// page, begin, end, text: the place of a mention.
void add_place(TableRow& row, const Brief& brief, const Mention& mention) {
    row.insert(row.end(), {brief.pages[mention.page].sha256, number(mention.bytes.begin), number(mention.bytes.end), mention.shown});
}

bool has_other_speaker(const Brief& brief, const Mention& words, std::span<const Correction> corrections) {
    return std::ranges::any_of(corrections, [&](const Correction& c) {
        return c.kind == CorrectionKind::speaker && c.page == brief.pages[words.page].sha256 && c.bytes.overlaps(words.bytes);
    });
}

void add_quotes(std::vector<TableRow>& rows, const Brief& brief, const Story& story, std::span<const Correction> corrections) {
    std::uint32_t utterance = 0;
    for (const BriefQuote& quote : story.quotes) {
        ++utterance;
        for (const QuoteVersion& version : quote.versions) {
            std::vector<const Mention*> parts = {&version.words};
            for (const Mention& part : version.more) parts.push_back(&part);
            for (const Mention* part : parts) {
                TableRow row = {story.id, number(utterance), quote.speaker, quote.role, quote.type, flag(quote.drift), version.via};
                add_place(row, brief, *part);
                row.push_back(flag(has_other_speaker(brief, version.words, corrections)));
                rows.push_back(std::move(row));
            }
        }
    }
}

void add_origins(std::vector<TableRow>& rows, const Brief& brief, const Story& story) {
    for (const BriefOrigin& origin : story.origins) {
        for (const std::uint32_t page : origin.reports)
            rows.push_back({story.id, origin.name, origin.kind, brief.pages[page].sha256, brief.pages[page].outlet});
    }
}

void add_copies(std::vector<TableRow>& rows, const Brief& brief, const Story& story) {
    for (const BriefCopy& copy : story.copies) {
        TableRow row = {story.id, copy.origin, flag(copy.direction_known)};
        add_place(row, brief, copy.taken);
        if (copy.source) add_place(row, brief, *copy.source);
        else row.resize(row.size() + 4);
        rows.push_back(std::move(row));
    }
}

void add_differences(std::vector<TableRow>& rows, const Brief& brief, const Story& story, const std::vector<Difference>& differences,
                     bool sure) {
    for (const Difference& difference : differences) {
        for (const DifferenceValue& value : difference.values) {
            for (const Mention& mention : value.mentions) {
                TableRow row = {story.id, difference.kind, flag(sure), difference.about, value.value};
                add_place(row, brief, mention);
                rows.push_back(std::move(row));
            }
        }
    }
}

}  // namespace

std::string_view name_of(TableKind kind) {
    constexpr std::array<std::string_view, table_kinds> names = {"pieces", "quotes", "origins", "copies", "differences"};
    return names.at(static_cast<std::size_t>(kind));
}

std::optional<TableKind> table_named(std::string_view name) {
    for (std::size_t i = 0; i < table_kinds; ++i) {
        if (name_of(static_cast<TableKind>(i)) == name) return static_cast<TableKind>(i);
    }
    return std::nullopt;
}

std::vector<std::string_view> table_columns(TableKind kind) {
    switch (kind) {
        case TableKind::pieces:
            return {"id",     "path", "url",       "crawled", "outlet",  "language", "section", "first_seen", "title",
                    "teaser", "text", "published", "updated", "authors", "agencies", "story",   "topic",      "corrected"};
        case TableKind::quotes:
            return {"story", "utterance", "speaker", "role", "type", "drift", "via", "page", "begin", "end", "text", "corrected"};
        case TableKind::origins:
            return {"story", "origin", "kind", "page", "outlet"};
        case TableKind::copies:
            return {"story", "origin",    "direction_known", "page",     "begin",    "end",
                    "text",  "from_page", "from_begin",      "from_end", "from_text"};
        case TableKind::differences:
            break;
    }
    return {"story", "kind", "sure", "about", "value", "page", "begin", "end", "text"};
}

CellKind cell_kind(std::string_view column) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) { return std::ranges::find(names, column) != names.end(); };
    if (is_one_of({"utterance", "begin", "end", "from_begin", "from_end"})) return CellKind::number;
    if (is_one_of({"drift", "corrected", "direction_known", "sure"})) return CellKind::flag;
    if (is_one_of({"authors", "agencies"})) return CellKind::list;
    return CellKind::text;
}

Result<bool> for_each_piece_row(const Database& database, const StoreFilter& filter,
                                const std::function<Result<bool>(const TableRow&)>& use) {
    return for_each_piece(database, filter, [&](const ListedPiece& p) {
        return use({p.sha256, p.path, p.url, p.crawled, p.outlet, p.language, p.section, p.published.empty() ? p.crawled : p.published,
                    p.title, p.teaser, p.text, p.published, p.updated, p.authors, p.agencies, p.story.substr(0, shown_digits),
                    p.topic.substr(0, shown_digits), flag(p.corrected)});
    });
}

std::vector<TableRow> rows_of(TableKind kind, const Brief& brief, std::span<const Correction> corrections) {
    std::vector<TableRow> rows;
    for (const Story& story : brief.stories) {
        if (kind == TableKind::quotes) add_quotes(rows, brief, story, corrections);
        if (kind == TableKind::origins) add_origins(rows, brief, story);
        if (kind == TableKind::copies) add_copies(rows, brief, story);
        if (kind == TableKind::differences) {
            add_differences(rows, brief, story, story.differences, true);
            add_differences(rows, brief, story, story.unsure, false);
        }
    }
    return rows;
}

}  // namespace depesche
