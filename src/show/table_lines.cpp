#include "show/table_lines.h"

#include <charconv>
#include <cstdint>
#include <system_error>

#include "show/json_writer.h"
#include "store/row_lists.h"
#include "store/tables.h"

namespace depesche {

namespace {

bool would_be_run(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void write_cell(JsonWriter& json, CellKind kind, std::string_view cell) {
    std::uint32_t number = 0;
    if (kind == CellKind::list) {
        json.begin_array(JsonLayout::one_line);
        for_each_entry(cell, [&](std::string_view entry) { json.value(entry); });
        json.end_array();
    } else if (cell.empty()) {
        json.null();
    } else if (kind == CellKind::flag) {
        json.value(cell == "true");
    } else if (kind == CellKind::number && std::from_chars(cell.data(), cell.data() + cell.size(), number).ec == std::errc()) {
        json.value(number);
    } else {
        json.value(cell);
    }
}

}  // namespace

std::string csv_line(std::span<const std::string_view> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        const std::string_view guard = would_be_run(cells[i]) ? "'" : "";
        if (cells[i].find_first_of(",\"\r\n") == std::string_view::npos) {
            line.append(guard).append(cells[i]);
            continue;
        }
        line.append("\"").append(guard);
        for (const char c : cells[i]) line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line + "\r\n";
}

std::string json_table_line(std::span<const std::string_view> columns, std::span<const std::string> cells) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        json.key(columns[i]);
        write_cell(json, cell_kind(columns[i]), cells[i]);
    }
    json.end_object();
    return json.take();
}

}  // namespace depesche
