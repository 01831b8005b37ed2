// Product: rows times a matrix, which is nearly all of the encoder's work.
//
// The matrix lies in panels of 32 columns (cmake/pack_meaning.py). For a block of rows and a few columns all sums are held in registers
// while one walks down the panel: each number of the matrix that is loaded serves every row of the block, each number of a row every
// column. Each sum is added up in the order of the matrix' rows, whatever block it falls in, so that a row's result does not depend
// on its neighbours. Rows are given as pointers: windows that overlap, and rows that do not lie side by side, need no copy.
// Source of the method: Goto and van de Geijn 2008. Twin: three plain loops, tests/meaning/product_test.cpp.
//
// The same code (product_kernel.h) is compiled for several instruction sets (product_*.cpp) and chosen at run time. They round differently
// in the last bit.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace depesche {

inline constexpr std::size_t panel_columns = 32;

struct PanelMatrix {
    const float* panels = nullptr;  // 64-byte aligned
    std::size_t rows = 0;
    std::size_t columns = 0;  // a multiple of panel_columns
};

// out[i][c] = sum over k of rows[i][k] * matrix[k][c]. rows[i] has matrix.rows numbers, out[i] place for matrix.columns.
using ProductFunction = void (*)(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix);

struct ProductKind {
    std::string_view name;  // "avx512", "avx2", "plain"
    ProductFunction function = nullptr;
};

// The kinds that this machine can run, fastest first; the last is always "plain".
[[nodiscard]] std::vector<ProductKind> product_kinds();

}  // namespace depesche
