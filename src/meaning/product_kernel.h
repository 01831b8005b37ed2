// The product for one instruction set; included by each product_*.cpp behind its own constants: register_bytes, the width of
// a register, and block_rows, how many rows fill the registers. Nothing here may be seen by other files, since each is compiled for another
// machine: hence a namespace without a name and no includes of the library's templates.
#pragma once

#include <cstddef>

#include "meaning/product.h"

namespace depesche {
namespace {

typedef float Register __attribute__((vector_size(register_bytes)));
typedef float InMemory __attribute__((vector_size(register_bytes), aligned(4), may_alias));  // rows begin anywhere
constexpr std::size_t step_columns = 2 * register_bytes / sizeof(float);

// The sums of a block of rows and a step of columns. A short block reads its last row several times over and writes it once.
void step(const float* const* rows, float* const* out, std::size_t count, const float* weights, std::size_t depth, std::size_t column) {
    const float* in[block_rows];
    for (std::size_t i = 0; i < block_rows; ++i) in[i] = rows[i < count ? i : count - 1];
    Register sums[block_rows][2] = {};
    for (std::size_t k = 0; k < depth; ++k) {
        const InMemory* line = reinterpret_cast<const InMemory*>(weights + k * panel_columns);
        const Register left = line[0];
        const Register right = line[1];
#pragma GCC unroll 16
        for (std::size_t i = 0; i < block_rows; ++i) {
            const float number = in[i][k];
            sums[i][0] += left * number;
            sums[i][1] += right * number;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        InMemory* to = reinterpret_cast<InMemory*>(out[i] + column);
        to[0] = sums[i][0];
        to[1] = sums[i][1];
    }
}

void run_product(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix) {
    for (std::size_t column = 0; column < matrix.columns; column += step_columns) {
        const std::size_t panel = column / panel_columns * panel_columns;
        const float* weights = matrix.panels + panel * matrix.rows + (column - panel);
        for (std::size_t first = 0; first < count; first += block_rows) {
            const std::size_t left = count - first;
            step(rows + first, out + first, left < block_rows ? left : block_rows, weights, matrix.rows, column);
        }
    }
}

}  // namespace
}  // namespace depesche
