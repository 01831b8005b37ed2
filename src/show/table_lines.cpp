#include "show/table_lines.h"

#include "show/json_writer.h"

namespace depesche {

std::string csv_line(std::span<const std::string_view> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        if (cells[i].find_first_of(",\"\r\n") == std::string_view::npos) {
            line += cells[i];
            continue;
        }
        line += '"';
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
        cells[i].empty() ? json.null() : json.value(std::string_view(cells[i]));
    }
    json.end_object();
    return json.take();
}

}  // namespace depesche
