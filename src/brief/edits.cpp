#include "brief/edits.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace depesche {

std::size_t edits_between(std::string_view left, std::string_view right) {
    left = left.substr(0, edits_limit);
    right = right.substr(0, edits_limit);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row[right.size()];
}

}  // namespace depesche
