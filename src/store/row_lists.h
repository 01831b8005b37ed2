// Lists in one column of a row: one entry a line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace depesche {

// The entries of such a list, each once, sorted; empty lines are none.
[[nodiscard]] inline std::vector<std::string> lines_of_list(std::string_view list) {
    std::vector<std::string> lines;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        if (end > 0) lines.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

}  // namespace depesche
