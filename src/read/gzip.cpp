// gzip members through zlib.
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "read/packed_source.h"
#include "read/unpack.h"

namespace depesche {
namespace {

constexpr std::string_view gzip_magic("\x1F\x8B\x08", 3);

class GzipSource final : public PackedSource {
public:
    using PackedSource::PackedSource;
    ~GzipSource() override {
        if (made_) ::inflateEnd(&stream_);
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

protected:
    void begin_member() override {
        if (made_) ::inflateReset(&stream_);
        else made_ = ::inflateInit2(&stream_, 15 + 16) == Z_OK;  // 16: a gzip header and its checksum
    }

    [[nodiscard]] Step step(std::string_view from, std::span<char> into) override {
        if (!made_) return {0, 0, false, "there is no memory"};
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        // zlib does not write to its input; its interface has no const without ZLIB_CONST.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data()));
        stream_.avail_in = static_cast<uInt>(std::min(from.size(), most));
        stream_.next_out = reinterpret_cast<Bytef*>(into.data());
        stream_.avail_out = static_cast<uInt>(std::min(into.size(), most));
        const uInt in = stream_.avail_in;
        const uInt out = stream_.avail_out;
        const int code = ::inflate(&stream_, Z_NO_FLUSH);
        Step step;
        step.taken = in - stream_.avail_in;
        step.put = out - stream_.avail_out;
        step.member_ends = code == Z_STREAM_END;
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR && step.put == 0)
            step.broken = stream_.msg != nullptr ? stream_.msg : "it cannot be inflated";
        return step;
    }

    [[nodiscard]] std::string_view magic() const override { return gzip_magic; }
    [[nodiscard]] bool is_member(std::string_view bytes) const override { return looks_like_gzip(bytes); }

private:
    z_stream stream_{};
    bool made_ = false;
};

}  // namespace

bool looks_like_gzip(std::string_view bytes) { return bytes.starts_with(gzip_magic); }

std::unique_ptr<ByteSource> unpack_gzip(std::unique_ptr<ByteSource> packed, std::string name) {
    return std::make_unique<GzipSource>(std::move(packed), std::move(name));
}

}  // namespace depesche
