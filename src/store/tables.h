// Tables: what a store has and what is found in its stories, as rows of plain text for export.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/brief.h>
#include <depesche/result.h>

#include "store/corrections.h"
#include "store/database.h"
#include "store/filter.h"

namespace depesche {

// Cells are UTF-8 as the page has it (a reader's view); "" is unknown. Lists are one entry a line.
using TableRow = std::vector<std::string>;

enum class TableKind : unsigned char { pieces, quotes, origins, copies, differences };
inline constexpr std::size_t table_kinds = 5;
[[nodiscard]] std::string_view name_of(TableKind kind);
[[nodiscard]] std::optional<TableKind> table_named(std::string_view name);
[[nodiscard]] std::vector<std::string_view> table_columns(TableKind kind);

// What the cells of a column are, for forms that tell numbers from texts.
enum class CellKind : unsigned char { text, number, flag, list };
[[nodiscard]] CellKind cell_kind(std::string_view column);

// Of `pieces`, in the order of for_each_piece. Pages are named by their hash; `id`, `first_seen` and the fields around them are what
// `depesche stories` reads.
[[nodiscard]] Result<bool> for_each_piece_row(const Database& database, const StoreFilter& filter,
                                              const std::function<Result<bool>(const TableRow&)>& use);

// Of the other tables, for the stories of a brief, in its order. A row is one place on a page; a quote whose speaker was corrected says so.
[[nodiscard]] std::vector<TableRow> rows_of(TableKind kind, const Brief& brief, std::span<const Correction> corrections);

}  // namespace depesche
