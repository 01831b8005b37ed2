// Sorted, each once.
#pragma once

#include <algorithm>
#include <vector>

namespace depesche {

// Sorts the values, keeps one of those that are equal, and gives back the room of the others.
template <class T>
void sort_distinct(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    values.shrink_to_fit();
}

}  // namespace depesche
