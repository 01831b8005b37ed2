// MeaningVector: what a text means, as a point on a ball: texts that say like things, in whatever language, lie close together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

namespace depesche {

inline constexpr std::size_t meaning_size = 512;

// A unit vector, each number as a whole one between -127 and 127 times `scale`. Rounding it so changes a cosine by less than 0.003.
// The cosine of two is computed in whole numbers up to the last step, so it is the same on every machine. All zero: meaning unknown; its
// cosine with anything is 0.
struct MeaningVector {
    std::array<std::int8_t, meaning_size> numbers{};
    float scale = 0;

    [[nodiscard]] bool known() const { return scale > 0; }
    friend bool operator==(const MeaningVector&, const MeaningVector&) = default;
};

// From numbers of any length; all zero when they are, or when one of them is not finite.
[[nodiscard]] MeaningVector pack_meaning(std::span<const float, meaning_size> numbers);

// Between -1 and 1, up to rounding.
[[nodiscard]] float cosine(const MeaningVector& a, const MeaningVector& b);

// The form a store keeps: version byte 1, the scale as a little-endian 32-bit float, then the numbers; 517 bytes. Error: bytes of another
// length or version, or a scale that is no positive number or 0.
[[nodiscard]] std::string to_bytes(const MeaningVector& vector);
[[nodiscard]] Result<MeaningVector> meaning_from_bytes(std::string_view bytes);

}  // namespace depesche
