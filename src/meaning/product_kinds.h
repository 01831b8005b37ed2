// The product as compiled for each instruction set (cmake/meaning.cmake says with which options).
#pragma once

#include <cstddef>

#include "meaning/product.h"

namespace depesche {

void product_plain(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix);
void product_avx2(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix);
void product_avx512(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix);

}  // namespace depesche
