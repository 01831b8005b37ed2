#include "store/filter.h"

#include "base/utf8.h"

namespace depesche {

FilterCondition condition_of(const StoreFilter& filter) {
    FilterCondition condition{"1", {}};
    const auto add = [&](const char* sql, std::string value) {
        if (value.empty()) return;
        condition.sql += sql;
        condition.values.push_back(std::move(value));
    };
    add(" AND (day = '' OR day >= ?)", filter.since);
    add(" AND (day = '' OR day <= ?)", filter.until);
    add(" AND folded(pieces.outlet) = ?", fold(filter.outlet));
    add(" AND language = ?", filter.language);
    return condition;
}

int bind_values(Statement& statement, const std::vector<std::string>& values, int at) {
    for (const std::string& value : values) statement.bind(at++, value);
    return at;
}

}  // namespace depesche
