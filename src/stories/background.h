// How often words stand in news: document frequencies of a week of headlines, data/stories/word-counts.tsv.
//
// The table is text, one folded stem and its count a line, sorted by bytes, and is searched where it lies: nothing is read at the start.
#pragma once

#include <cstdint>
#include <string_view>

namespace depesche {

class Background {
public:
    Background();
    // Pieces that have the folded stem; 0 for one that the table lacks. O(log size of table).
    [[nodiscard]] std::uint32_t count(std::string_view folded_stem) const;
    // Pieces counted.
    [[nodiscard]] std::uint32_t pieces() const { return pieces_; }

private:
    std::string_view rows_;
    std::uint32_t pieces_ = 0;
};

}  // namespace depesche
