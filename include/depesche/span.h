// Span: a stretch of bytes, begin inclusive, end exclusive.
#pragma once

#include <compare>
#include <cstdint>

namespace depesche {

// Offsets are bytes. Whether they count bytes of a clean text or of the page as stored is said where a Span stands;
// the two are never mixed in one value. Pages are limited to far less than 4 GiB (see read/limits.h), so 32 bits are enough.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace depesche
