// How often words stand in news: document frequencies of a week of headlines, data/stories/word-counts.tsv.
//
// The table is text, one folded stem and its count a line, sorted by bytes, and is searched where it lies: nothing is read at the start.
#pragma once

#include <cstdint>
#include <string_view>

namespace depesche {

struct BackgroundCounts {
    std::uint32_t pieces = 0;   // of the week that have the stem
    std::uint32_t general = 0;  // of 100 million words of German at large that are it; 0 for fewer than 20
};

class Background {
public:
    Background();
    // What the table has of the folded stem; zeros for one that it lacks. O(log size of table).
    [[nodiscard]] BackgroundCounts counts(std::string_view folded_stem) const;
    [[nodiscard]] std::uint32_t count(std::string_view folded_stem) const { return counts(folded_stem).pieces; }
    // Pieces counted.
    [[nodiscard]] std::uint32_t pieces() const { return pieces_; }

private:
    std::string_view rows_;
    std::uint32_t pieces_ = 0;
};

}  // namespace depesche
