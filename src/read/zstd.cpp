// Zstandard frames through libzstd.
#include <zstd.h>

#include "read/packed_source.h"
#include "read/unpack.h"

namespace depesche {
namespace {

constexpr std::string_view zstd_magic("\x28\xB5\x2F\xFD", 4);
constexpr std::string_view skippable_magic("\x2A\x4D\x18", 3);  // behind a byte 0x50 to 0x5F
constexpr int largest_window_log = 27;                          // 128 MB, the memory that a frame may ask for

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ::ZSTD_freeDCtx(context); }
};

class ZstdSource final : public PackedSource {
public:
    ZstdSource(std::unique_ptr<ByteSource> packed, std::string name)
        : PackedSource(std::move(packed), std::move(name)), context_(::ZSTD_createDCtx()) {
        if (context_) ::ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, largest_window_log);
    }

protected:
    void begin_member() override {
        if (context_) ::ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
    }

    [[nodiscard]] Step step(std::string_view from, std::span<char> into) override {
        if (!context_) return {0, 0, false, "there is no memory"};
        ZSTD_inBuffer in{from.data(), from.size(), 0};
        ZSTD_outBuffer out{into.data(), into.size(), 0};
        const std::size_t left = ::ZSTD_decompressStream(context_.get(), &out, &in);
        Step step{in.pos, out.pos, left == 0, nullptr};
        if (::ZSTD_isError(left) != 0) step.broken = ::ZSTD_getErrorName(left);
        return step;
    }

    [[nodiscard]] std::string_view magic() const override { return zstd_magic; }
    [[nodiscard]] bool is_member(std::string_view bytes) const override { return looks_like_zstd(bytes); }

private:
    std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
};

}  // namespace

bool looks_like_zstd(std::string_view bytes) {
    if (bytes.starts_with(zstd_magic)) return true;
    return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50 && bytes.substr(1, 3) == skippable_magic;
}

std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteSource> packed, std::string name) {
    return std::make_unique<ZstdSource>(std::move(packed), std::move(name));
}

}  // namespace depesche
