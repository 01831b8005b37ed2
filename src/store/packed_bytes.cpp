#include "store/packed_bytes.h"

#include <zstd.h>

#include <memory>

#include "read/limits.h"

namespace depesche {

std::string pack_bytes(std::string_view bytes) {
    constexpr int level = 3;
    thread_local const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t used = ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size());
    packed.resize(ZSTD_isError(used) != 0 ? 0 : used);  // cannot fail with room for the bound; an empty frame is told when it is read
    return packed;
}

Result<std::string> unpack_bytes(std::string_view packed, std::size_t size) {
    const auto damaged = [] { return Error{Problem::mismatch, "the stored bytes are damaged", {}, {}}; };
    if (size > limits::page_bytes || packed.empty()) return damaged();
    std::string bytes(size, '\0');
    const std::size_t used = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(used) != 0 || used != size) return damaged();
    return bytes;
}

}  // namespace depesche
