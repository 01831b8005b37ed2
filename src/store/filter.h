// What the listing commands are asked to leave out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "store/database.h"

namespace depesche {

struct StoreFilter {
    std::string since;      // ISO day, inclusive; pieces of unknown date stay
    std::string until;      // ISO day, inclusive
    std::string outlet;     // compared folded: without case and accents
    std::string language;   // ISO 639-1
    std::size_t limit = 0;  // rows; 0: all

    [[nodiscard]] bool takes_all() const { return since.empty() && until.empty() && outlet.empty() && language.empty(); }
};

// A condition over the columns of `pieces`, with placeholders for the values. "1" when all pieces are wanted.
struct FilterCondition {
    std::string sql;
    std::vector<std::string> values;
};
[[nodiscard]] FilterCondition condition_of(const StoreFilter& filter);

// Binds `values` from placeholder `at` on; the next free placeholder.
int bind_values(Statement& statement, const std::vector<std::string>& values, int at = 1);

}  // namespace depesche
