// Rows of a table as lines of CSV or JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace depesche {

// RFC 4180: cells with a comma, a quotation mark or a line end stand between quotation marks; ends in CR LF. Pages are written by
// strangers, and a spreadsheet runs what begins with =, +, -, @, a tab or a carriage return: such a cell gets an apostrophe in front, which
// keeps it a text there. Numbers of the tables are never negative, so none is changed.
[[nodiscard]] std::string csv_line(std::span<const std::string_view> cells);

// One object on one line, texts as they are; numbers, true and false as such, lists as lists. Other empty cells are null.
[[nodiscard]] std::string json_table_line(std::span<const std::string_view> columns, std::span<const std::string> cells);

}  // namespace depesche
