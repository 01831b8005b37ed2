// WindowCounts: in how many pieces a term stands, in the background and in the days around a piece.
//
// The window of a day is closed: the days from window_days before to window_days after it. Pieces without a day form a window
// of their own. So a piece that arrives can change the weights, and with them the stories, of pieces in its window only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace depesche {

inline constexpr std::int32_t window_days = 3;

// The terms of one day's pieces with their counts, ascending by term.
struct DayCounts {
    std::int32_t day = 0;
    std::uint32_t pieces = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> terms;
};

class WindowCounts {
public:
    // Sums the days that lie in one window.
    explicit WindowCounts(std::span<const DayCounts* const> days, std::uint32_t background_pieces);
    // Natural logarithm of (pieces + 1) / (pieces with the term + 0.5), background and window together.
    [[nodiscard]] float rarity(std::uint32_t term, std::uint32_t background_count) const;
    [[nodiscard]] std::uint32_t count(std::uint32_t term) const;  // in the window
    [[nodiscard]] std::uint32_t pieces() const { return pieces_; }

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> terms_;
    std::uint32_t pieces_ = 0;
    std::uint32_t background_pieces_ = 0;
};

}  // namespace depesche
