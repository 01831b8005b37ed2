// Store table: one table of a store as lines of CSV or JSON, each given away as it is made.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <depesche/brief.h>
#include <depesche/result.h>

#include "store/filter.h"
#include "store/tables.h"

namespace depesche {

struct TableAsked {
    TableKind kind = TableKind::pieces;
    bool csv = false;  // with a head of column names; otherwise JSON lines
    StoreFilter filter;
};

// The brief of a story (whole hash), and who takes a line. An error of either ends the table.
using BriefOfStory = std::function<Result<std::shared_ptr<const Brief>>(const std::string& story)>;
using TakeLine = std::function<Result<bool>(const std::string& line)>;

// Pieces in the order of for_each_piece_row; all other tables story after story, newest first, each brief made, written and let go, so that
// memory does not grow with the store. Of those the filter chooses stories that have such a piece, its limit so many of them, and of their
// rows those that stand on such a piece; differences whole. Errors: those of reading and of the two calls.
[[nodiscard]] Result<bool> write_table(const Database& database, const TableAsked& asked, const BriefOfStory& brief_of,
                                       const TakeLine& take);

}  // namespace depesche
