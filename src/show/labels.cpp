#include "show/labels.h"

#include <algorithm>

#include "language/language.h"

namespace depesche {

Labels::Labels(OutputLanguage language) : language_(language) {
    const std::size_t column = language == OutputLanguage::german ? 1 : 2;
    for (const Row& row : data_rows("show/labels.tsv")) {
        if (row.size() > column) rows_.emplace_back(row[0], row[column]);
    }
    std::ranges::sort(rows_);
}

std::string_view Labels::operator[](std::string_view key) const {
    const auto it = std::ranges::lower_bound(rows_, key, {}, &std::pair<std::string_view, std::string_view>::first);
    return it != rows_.end() && it->first == key ? it->second : key;
}

bool Labels::has(std::string_view key) const {
    return std::ranges::binary_search(rows_, key, {}, &std::pair<std::string_view, std::string_view>::first);
}

std::string Labels::with(std::string_view key, std::vector<std::string_view> values) const {
    const std::string_view pattern = (*this)[key];
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool hole =
            i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}' && pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const std::size_t number = hole ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (number >= values.size()) {
            out += pattern[i];
            continue;
        }
        out += values[number];
        i += 2;
    }
    return out;
}

std::string Labels::count(std::string_view key, std::size_t number) const {
    const std::string digits = std::to_string(number);
    return with(std::string(key) + (number == 1 ? ".1" : ".n"), {digits});
}

}  // namespace depesche
