// --meta: what a crawler knows of its pages, as CSV (RFC 4180).
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "read/files.h"

namespace depesche {
namespace {

struct CsvReader {
    std::string_view rest;
    std::size_t line = 1;

    // The next record's cells; nothing at the end. An unclosed quotation mark sets `broken`.
    std::optional<std::vector<std::string>> next() {
        if (rest.empty()) return std::nullopt;
        std::vector<std::string> cells(1);
        bool quoted = false;
        while (!rest.empty()) {
            const char c = rest.front();
            rest.remove_prefix(1);
            if (c == '\n') ++line;
            if (quoted) {
                if (c != '"') cells.back() += c;
                else if (rest.starts_with('"')) {
                    cells.back() += '"';
                    rest.remove_prefix(1);
                } else quoted = false;
            } else if (c == '"' && cells.back().empty()) quoted = true;
            else if (c == ',') cells.emplace_back();
            else if (c == '\n') return cells;
            else if (c != '\r') cells.back() += c;
        }
        broken = quoted;
        return cells;
    }
    bool broken = false;
};

constexpr std::array<std::string_view, 4> column_names = {"page", "url", "outlet", "crawled"};

}  // namespace

Result<std::vector<MetaRow>> parse_meta(std::string_view csv, const std::string& path) {
    if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
    CsvReader reader{csv};
    const auto header = reader.next();
    if (!header) return Error{Problem::bad_format, "the file is empty; it needs a header line with the column page", path, {}};
    std::array<std::size_t, 4> at{};
    for (std::size_t i = 0; i < column_names.size(); ++i) {
        at[i] = static_cast<std::size_t>(std::ranges::find(*header, column_names[i]) - header->begin());
    }
    if (at[0] == header->size()) return Error{Problem::bad_format, "the header line has no column page", path + ":1", {}};
    std::vector<MetaRow> rows;
    while (true) {
        const std::size_t line = reader.line;
        auto cells = reader.next();
        if (!cells) break;
        if (reader.broken) return Error{Problem::bad_format, "a quotation mark is not closed", fmt::format("{}:{}", path, line), {}};
        if (cells->size() == 1 && cells->front().empty()) continue;
        auto cell = [&](std::size_t column) { return at[column] < cells->size() ? (*cells)[at[column]] : std::string(); };
        rows.push_back({cell(0), cell(1), cell(2), cell(3)});
    }
    std::ranges::stable_sort(rows, {}, &MetaRow::page);
    return rows;
}

void apply_meta(PageBytes& page, std::span<const MetaRow> rows) {
    auto row_of = [&](std::string_view name) -> const MetaRow* {
        const auto it = std::ranges::lower_bound(rows, name, {}, [](const MetaRow& row) { return std::string_view(row.page); });
        return it != rows.end() && it->page == name ? &*it : nullptr;
    };
    const MetaRow* row = row_of(page.path);
    if (row == nullptr) row = row_of(std::string_view(page.path).substr(page.path.rfind('/') + 1));
    if (row == nullptr) return;
    auto set = [](std::string& field, const std::string& known) {
        if (!known.empty()) field = known;
    };
    set(page.url, row->url);
    set(page.outlet, row->outlet);
    set(page.crawled, row->crawled);
}

}  // namespace depesche
