#include "meaning/product.h"

#include "meaning/product_kinds.h"

namespace depesche {

std::vector<ProductKind> product_kinds() {
    std::vector<ProductKind> kinds;
#ifdef DEPESCHE_X86_KINDS
    const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    if (avx2 && __builtin_cpu_supports("avx512f") != 0) kinds.push_back({"avx512", product_avx512});
    if (avx2) kinds.push_back({"avx2", product_avx2});
#endif
    kinds.push_back({"plain", product_plain});
    return kinds;
}

}  // namespace depesche
