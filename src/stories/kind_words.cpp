#include "stories/kind_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {

KindWords::KindWords(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        if (row.size() < 2) continue;
        for (std::string_view rest = row[1]; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string word = fold(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (word.size() < 2) continue;
            if (word.front() == '*') {
                ends_.insert(word.substr(1));
                end_sizes_.insert(word.size() - 1);
            } else if (word.back() == '*') {
                begins_.insert(word.substr(0, word.size() - 1));
                begin_sizes_.insert(word.size() - 1);
            } else {
                words_.insert(word);
            }
        }
    }
}

bool KindWords::names_kind(std::string_view folded) const {
    if (words_.empty() || words_.contains(folded)) return true;
    const auto fits = [&](std::size_t size) { return size <= folded.size(); };
    return std::ranges::any_of(begin_sizes_, [&](std::size_t size) { return fits(size) && begins_.contains(folded.substr(0, size)); }) ||
           std::ranges::any_of(end_sizes_,
                               [&](std::size_t size) { return fits(size) && ends_.contains(folded.substr(folded.size() - size)); });
}

}  // namespace depesche
