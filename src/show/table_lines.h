// Rows of a table as lines of CSV or JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace depesche {

// RFC 4180: cells with a comma, a quotation mark or a line end stand between quotation marks; ends in CR LF. A cell is the bytes it is:
// what a spreadsheet makes of a cell that begins with "=" is for its user to know.
[[nodiscard]] std::string csv_line(std::span<const std::string_view> cells);

// One object on one line; empty cells are null.
[[nodiscard]] std::string json_table_line(std::span<const std::string_view> columns, std::span<const std::string> cells);

}  // namespace depesche
