// Product: each kind against three plain loops.
#include "meaning/product.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace depesche {
namespace {

struct Made {
    std::size_t depth;
    std::size_t columns;
    std::vector<float> plain;   // row by row
    std::vector<float> panels;  // with room to begin at a multiple of 64 bytes
    PanelMatrix matrix;

    Made(std::mt19937& random, std::size_t rows, std::size_t width)
        : depth(rows), columns(width), plain(rows * width), panels(rows * width + 16) {
        for (float& number : plain) number = static_cast<float>(static_cast<int>(random() % 17) - 8);
        const std::size_t off = std::bit_cast<std::uintptr_t>(panels.data()) % 64 / sizeof(float);
        float* begin = panels.data() + (off == 0 ? 0 : 16 - off);
        float* at = begin;
        for (std::size_t panel = 0; panel < width; panel += panel_columns) {
            for (std::size_t k = 0; k < rows; ++k)
                at = std::copy_n(plain.begin() + static_cast<std::ptrdiff_t>(k * width + panel), panel_columns, at);
        }
        matrix = {begin, rows, width};
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    [[nodiscard]] float slow(const float* row, std::size_t column) const {
        float sum = 0;
        for (std::size_t k = 0; k < depth; ++k) sum += row[k] * plain[k * columns + column];
        return sum;
    }
};

// Whole numbers, so that every order of summing gives the same.
void compare(ProductFunction product, std::mt19937& random, std::size_t count, std::size_t depth, std::size_t columns) {
    const Made made(random, depth, columns);
    std::vector<float> numbers(count + depth);  // rows overlap: row i begins at number i
    for (float& number : numbers) number = static_cast<float>(static_cast<int>(random() % 9) - 4);
    std::vector<float> result(count * columns, -1);
    std::vector<const float*> rows;
    std::vector<float*> out;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back(numbers.data() + i);
        out.push_back(result.data() + i * columns);
    }
    product(rows.data(), out.data(), count, made.matrix);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < columns; ++c) ASSERT_EQ(result[i * columns + c], made.slow(rows[i], c)) << i << ' ' << c;
    }
}

TEST(Product, EachKindAgreesWithPlainLoops) {
    for (const ProductKind& kind : product_kinds()) {
        SCOPED_TRACE(kind.name);
        std::mt19937 random(6);
        for (std::size_t count = 0; count <= 26; ++count) compare(kind.function, random, count, 1 + random() % 40, 32 * (1 + random() % 3));
    }
}

TEST(Product, ARowDoesNotDependOnItsNeighbours) {
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    const Made made(random, 200, 32);
    std::vector<float> numbers(200);
    for (float& number : numbers) number = normal(random);
    for (const ProductKind& kind : product_kinds()) {
        std::vector<float> result(25 * 32);
        const std::vector<const float*> rows(25, numbers.data());
        std::vector<float*> out;
        for (std::size_t i = 0; i < 25; ++i) out.push_back(result.data() + i * 32);
        kind.function(rows.data(), out.data(), 25, made.matrix);
        for (std::size_t i = 1; i < 25; ++i) EXPECT_TRUE(std::equal(out[0], out[0] + 32, out[i])) << kind.name;
    }
}

TEST(Product, PlainIsAlwaysThereAndLast) { EXPECT_EQ(product_kinds().back().name, "plain"); }

}  // namespace
}  // namespace depesche
