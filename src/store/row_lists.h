// Lists in one column of a row: one entry a line.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sort_distinct.h"

namespace depesche {

// Calls `use` with each entry, in order; empty lines are none. The entries are views into `list`.
template <class Use>
void for_each_entry(std::string_view list, const Use& use) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        if (end > 0) use(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

[[nodiscard]] inline std::vector<std::string> entries_of_list(std::string_view list) {
    std::vector<std::string> entries;
    for_each_entry(list, [&](std::string_view entry) { entries.emplace_back(entry); });
    return entries;
}

// Each entry once, sorted.
[[nodiscard]] inline std::vector<std::string> distinct_entries(std::string_view list) {
    std::vector<std::string> entries = entries_of_list(list);
    sort_distinct(entries);
    return entries;
}

// The list that has these entries.
[[nodiscard]] inline std::string as_list(std::span<const std::string> entries) {
    std::string list;
    for (const std::string& entry : entries) list.append(list.empty() ? "" : "\n").append(entry);
    return list;
}

}  // namespace depesche
