#include <cstddef>

#include "meaning/product_kinds.h"

namespace depesche {
namespace {
constexpr std::size_t register_bytes = 32;
constexpr std::size_t block_rows = 6;
}  // namespace
}  // namespace depesche

#include "meaning/product_kernel.h"

namespace depesche {

void product_avx2(const float* const* rows, float* const* out, std::size_t count, const PanelMatrix& matrix) {
    run_product(rows, out, count, matrix);
}

}  // namespace depesche
