#include "meaning/vector.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace depesche {
namespace {

constexpr char version = 1;
constexpr std::size_t stored_size = 1 + sizeof(float) + meaning_size;

std::int32_t product(const MeaningVector& a, const MeaningVector& b) {
    std::int32_t sum = 0;  // at most 512 * 127 * 127
    for (std::size_t i = 0; i < meaning_size; ++i) sum += std::int32_t{a.numbers[i]} * std::int32_t{b.numbers[i]};
    return sum;
}

}  // namespace

MeaningVector pack_meaning(std::span<const float, meaning_size> numbers) {
    double squares = 0;
    float greatest = 0;
    for (const float number : numbers) {
        squares += double{number} * double{number};
        greatest = std::max(greatest, std::abs(number));
    }
    MeaningVector vector;
    if (!std::isfinite(squares) || squares <= 0 || greatest <= 0) return vector;
    for (std::size_t i = 0; i < meaning_size; ++i)
        vector.numbers.at(i) = static_cast<std::int8_t>(std::lround(double{numbers[i]} / double{greatest} * 127));
    // Of length one again after rounding, so that a vector's cosine with itself is 1.
    vector.scale = static_cast<float>(1 / std::sqrt(static_cast<double>(product(vector, vector))));
    return vector;
}

float cosine(const MeaningVector& a, const MeaningVector& b) {
    return static_cast<float>(static_cast<double>(product(a, b)) * double{a.scale} * double{b.scale});
}

std::string to_bytes(const MeaningVector& vector) {
    std::string bytes(1, version);
    const auto scale = std::bit_cast<std::uint32_t>(vector.scale);
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((scale >> shift) & 0xFFU);
    for (const std::int8_t number : vector.numbers) bytes += static_cast<char>(number);
    return bytes;
}

Result<MeaningVector> meaning_from_bytes(std::string_view bytes) {
    if (bytes.size() != stored_size || bytes.front() != version)
        return Error{Problem::bad_format, "a stored vector has another length or version than this program writes", "", ""};
    std::uint32_t scale = 0;
    for (unsigned i = 0; i < 4; ++i) scale |= std::uint32_t{static_cast<unsigned char>(bytes[1 + i])} << (8 * i);
    MeaningVector vector;
    vector.scale = std::bit_cast<float>(scale);
    if (!std::isfinite(vector.scale) || vector.scale < 0) return Error{Problem::bad_format, "a stored vector's scale is no length", "", ""};
    std::ranges::transform(bytes.substr(1 + sizeof(float)), vector.numbers.begin(), [](char c) { return static_cast<std::int8_t>(c); });
    return vector;
}

}  // namespace depesche
